from __future__ import annotations

import json
import socket

import pytest
from django.core.mail import EmailMessage

from veivalg.cli.main import COMMANDS, main
from veivalg.competence.services import load_default_vocabulary
from veivalg.core.schedule import tick
from veivalg.framework.services import load_framework
from veivalg.notifications.models import Mail
from veivalg.notifications.services.outbox import enqueue


def test_help_lists_every_command(capsys):
    with pytest.raises(SystemExit) as end:
        main(["--help"])
    assert end.value.code == 0
    said = capsys.readouterr().out
    assert all(name in said for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name, capsys):
    with pytest.raises(SystemExit) as end:
        main([name, "--help"])
    assert end.value.code == 0
    assert COMMANDS[name][1] in capsys.readouterr().out


def test_an_unknown_command_is_refused_with_the_known_ones(capsys):
    with pytest.raises(SystemExit) as end:
        main(["dance"])
    assert end.value.code == 2
    assert "run" in capsys.readouterr().err


def test_a_port_that_is_taken_is_said_plainly(capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["run", "--port", str(port)]) == 1
    assert f"Port {port} is in use" in capsys.readouterr().err


def test_check_tells_part_by_part_what_works(transactional_db, settings, tmp_path, capsys):
    settings.DATA_DIR = tmp_path
    load_framework()
    load_default_vocabulary()
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert "ok      database" in said
    assert "ok      framework   edition" in said
    assert "broken  worker      none has ever run" in said
    tick()
    assert main(["check"]) == 0


def test_check_counts_mails_that_were_given_up(db, capsys):
    mail = enqueue(EmailMessage("Hello", "World", to=["ingrid@example.org"]))
    Mail.objects.filter(pk=mail.pk).update(state=Mail.State.GIVEN_UP, message=None)
    assert main(["check"]) == 1
    assert "broken  outbox      1 mails given up" in capsys.readouterr().out


def test_demo_prints_the_names_of_more_researchers(db, capsys):
    assert main(["demo", "--researchers", "2", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == ["researcher-00001-nordhavn", "researcher-00002-nordhavn"]
    assert main(["demo", "--researchers", "1", "--institution", "atlantis"]) == 1
    assert "atlantis" in capsys.readouterr().err


def test_demo_is_refused_where_real_people_are(db, settings, capsys):
    settings.DEMO = False
    assert main(["demo"]) == 1
    assert "DEMO=1" in capsys.readouterr().err


def test_benchmarks_are_offered_by_name(capsys):
    with pytest.raises(SystemExit) as end:
        main(["bench", "matching", "--help"])
    assert end.value.code == 0
    assert "taxonomy" in capsys.readouterr().out
