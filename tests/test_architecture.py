"""What the import linter cannot see: string foreign keys, migrations, forgotten personal data."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils.module_loading import import_string

from veivalg.core.privacy import privacy_modules
from veivalg.institutions.scoping import InstitutionOwned, ScopedManager

ROOT = Path(__file__).resolve().parent.parent
OURS = [config for config in apps.get_app_configs() if config.name.startswith("veivalg.")]


def layers() -> dict[str, int]:
    """App → number of its layer, the lowest layer being 0."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    order = contracts[0]["layers"]
    return {app.strip(): height for height, line in enumerate(reversed(order)) for app in line.split("|")}


def test_relations_between_models_point_downwards():
    height = layers()
    for config in OURS:
        for model in config.get_models():
            for field in model._meta.get_fields():
                if not isinstance(field, models.ForeignKey | models.ManyToManyField):
                    continue
                target = field.related_model._meta.app_config.name
                if not target.startswith("veivalg.") or target == config.name:
                    continue
                above, below = height[config.label], height[target.removeprefix("veivalg.")]
                assert above > below, f"{model.__name__}.{field.name} points from {config.label} to {target}"


@pytest.mark.parametrize("config", OURS, ids=lambda config: config.label)
def test_no_migration_imports_code_of_an_app(config):
    for path in (Path(config.path) / "migrations").glob("0*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("veivalg."):
                allowed = {"veivalg.core.migrations", "veivalg.core.fields", "veivalg.institutions.scoping"}
                assert node.module in allowed, f"{path.name} imports {node.module}: copy what it needs"


def test_rows_of_an_institution_are_reached_through_the_scoping_manager():
    for model in apps.get_models():
        if issubclass(model, InstitutionOwned):
            assert isinstance(model._default_manager, ScopedManager), model
            assert isinstance(model._base_manager, ScopedManager), model


def test_every_app_that_keeps_something_about_a_person_has_a_privacy_module():
    keeping = set()
    for config in OURS:
        for model in config.get_models():
            for field in model._meta.get_fields():
                points = isinstance(field, models.ForeignKey) and field.related_model._meta.label in {
                    "institutions.Person",
                    "accounts.User",
                }
                if points or model._meta.label in {"institutions.Person", "accounts.User"}:
                    keeping.add(config.label)
    assert keeping <= set(privacy_modules()), "list them in PRIVACY_MODULES"


def test_settings_list_the_apps_from_the_top_layer_down():
    height = layers()
    order = [height[name.removeprefix("veivalg.")] for name in settings.VEIVALG_APPS]
    assert order == sorted(order, reverse=True)


@pytest.mark.parametrize("name", [*settings.EVERY_TICK, *settings.SCHEDULE])
def test_every_recurring_job_of_the_settings_exists(name):
    assert callable(import_string(name))


def test_every_module_of_notices_is_in_the_settings():
    written = {f"{config.name}.notices" for config in OURS if (Path(config.path) / "notices.py").exists()}
    assert written == set(settings.NOTICE_MODULES)
