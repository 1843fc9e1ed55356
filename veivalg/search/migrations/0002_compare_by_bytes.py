"""PostgreSQL shall compare these columns byte by byte, as SQLite does: a beginning is then a range of the index."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

COLUMNS = [
    ("search_document", "kind", "varchar(40)"),
    ("search_document", "key", "varchar(300)"),
    ("search_term", "term", "varchar(100)"),
]


def compare(editor: BaseDatabaseSchemaEditor, collation: str) -> None:
    if editor.connection.vendor != "postgresql":
        return
    for table, column, kind in COLUMNS:
        editor.execute(f'ALTER TABLE {table} ALTER COLUMN "{column}" TYPE {kind} COLLATE "{collation}"')


def by_bytes(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    compare(editor, "C")


def as_before(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    compare(editor, "default")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(by_bytes, as_before)]
