from __future__ import annotations

from datetime import datetime

from django.utils import timezone


def test_numbers_are_given_to_those_who_hold_the_token_only(client, ingrid, settings):
    assert client.get("/metrics").status_code == 404
    settings.METRICS_TOKEN = "a-long-token"
    assert client.get("/metrics").status_code == 404
    assert client.get("/metrics", headers={"Authorization": "Bearer wrong"}).status_code == 404
    answer = client.get("/metrics", headers={"Authorization": "Bearer a-long-token"})
    assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
    assert "veivalg_accounts 1\n" in answer.content.decode()
    assert "ingrid" not in answer.content.decode().lower()


def test_crawlers_are_kept_from_personal_pages(client, db):
    assert "Disallow: /me/" in client.get("/robots.txt").content.decode()


def test_whoever_finds_a_weakness_learns_whom_to_tell(client, db, settings):
    settings.CONTACT_EMAIL = "hei@veivalg.example"
    text = client.get("/.well-known/security.txt").content.decode()
    assert "Contact: mailto:hei@veivalg.example" in text
    expires = datetime.fromisoformat(text.split("Expires: ")[1].splitlines()[0])
    assert expires > timezone.now()
