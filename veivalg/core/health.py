"""What a load balancer asks: is the process alive, and can it serve?"""

from __future__ import annotations

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from veivalg.core.http import public

_seen = {"migrated": False}


@public
@never_cache
@require_GET
def live(_request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return JsonResponse({"status": "ok"})


@public
@never_cache
@require_GET
def ready(_request: HttpRequest) -> HttpResponse:
    """The process reaches its database, and the database is as new as the code."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        status = "ok" if migrated() else "migrations"
    except DatabaseError:
        status = "database"
    return JsonResponse({"status": status}, status=200 if status == "ok" else 503)


def migrated() -> bool:
    """Whether every migration has run. Costly to ask, and once true it stays so: remembered from then on."""
    if not _seen["migrated"]:
        executor = MigrationExecutor(connection)
        _seen["migrated"] = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    return _seen["migrated"]
