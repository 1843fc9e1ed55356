"""What people and commands can do here: one function per intention."""

from __future__ import annotations

from veivalg.competence.services.acts import NothingToUndo, undo_last_act
from veivalg.competence.services.claims import (
    TooManyExamples,
    UnknownSkill,
    add_skill,
    confirm_skills,
    describe_skill,
    reject_skills,
    restore_skills,
)
from veivalg.competence.services.importing import (
    ImportUnderWay,
    cancel_import,
    import_taxonomy,
    request_import,
    restart_import,
    run_import,
)
from veivalg.competence.services.occupations import UnknownOccupation, mark_occupation, state_wishes
from veivalg.competence.services.profile import delete_everything
from veivalg.competence.services.reading import (
    LONGEST_PASTE,
    NoText,
    TextTooLong,
    delete_source,
    finish_text,
    forget_old_texts,
    hand_in_file,
    keep_text,
    paste_text,
    read_file,
)
from veivalg.competence.services.taxonomy import load_default_vocabulary, take_into_use

__all__ = [
    "LONGEST_PASTE",
    "ImportUnderWay",
    "NoText",
    "NothingToUndo",
    "TextTooLong",
    "TooManyExamples",
    "UnknownOccupation",
    "UnknownSkill",
    "add_skill",
    "cancel_import",
    "confirm_skills",
    "delete_everything",
    "delete_source",
    "describe_skill",
    "finish_text",
    "forget_old_texts",
    "hand_in_file",
    "import_taxonomy",
    "keep_text",
    "load_default_vocabulary",
    "mark_occupation",
    "paste_text",
    "read_file",
    "reject_skills",
    "request_import",
    "restart_import",
    "restore_skills",
    "run_import",
    "state_wishes",
    "take_into_use",
    "undo_last_act",
]
