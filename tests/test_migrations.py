from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader


def test_models_and_migrations_agree(db):
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_every_operation_of_ours_can_be_undone(db):
    loader = MigrationLoader(connection)
    for (app, name), migration in loader.disk_migrations.items():
        if not migration.__module__.startswith("veivalg."):
            continue
        for operation in migration.operations:
            assert operation.reversible, f"{app}.{name}: {operation.describe()}"


@pytest.mark.django_db(transaction=True)
def test_the_newest_migration_of_each_app_goes_back_and_forth():
    executor = MigrationExecutor(connection)
    ours = [
        (app, name)
        for app, name in executor.loader.graph.leaf_nodes()
        if executor.loader.get_migration(app, name).__module__.startswith("veivalg.")
    ]
    for app, name in ours:
        before = [parent for parent in executor.loader.graph.node_map[app, name].parents if parent[0] == app]
        if before:
            MigrationExecutor(connection).migrate([before[0].key if hasattr(before[0], "key") else before[0]])
    final = MigrationExecutor(connection)
    final.migrate(final.loader.graph.leaf_nodes())
