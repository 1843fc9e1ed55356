#!/usr/bin/env bash
# Runs a command with DATABASE_URL set to a real PostgreSQL: the one given, the local server, or a temporary cluster.
set -euo pipefail
if [ -z "${DATABASE_URL:-}" ]; then
  if command -v psql >/dev/null && psql -h 127.0.0.1 -U "${PGUSER:-postgres}" -d postgres -qtAc 'select 1' >/dev/null 2>&1; then
    # A name of its own per checkout, so that two can run side by side.
    export DATABASE_URL="postgres://${PGUSER:-postgres}@127.0.0.1:5432/veivalg_$(pwd | sha256sum | cut -c1-8)"
  else
    bindir=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
    if [ -z "$bindir" ]; then
      if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >/dev/null
        bindir=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
      else
        echo "Please install first: sudo apt install postgresql (or set DATABASE_URL)" >&2
        exit 1
      fi
    fi
    dir=$(mktemp -d)
    as=()
    if [ "$(id -u)" = 0 ]; then chown postgres "$dir"; as=(setpriv --reuid postgres --regid postgres --clear-groups); fi
    trap '"${as[@]}" "$bindir/pg_ctl" -D "$dir/data" -m immediate stop >/dev/null 2>&1; rm -rf "$dir"' EXIT
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    (cd "$dir" && "${as[@]}" "$bindir/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >/dev/null)
    (cd "$dir" && "${as[@]}" "$bindir/pg_ctl" -D "$dir/data" -w -l "$dir/log" -o "-p $port -k $dir -c fsync=off" start >/dev/null)
    export DATABASE_URL="postgres://postgres@127.0.0.1:$port/veivalg"
  fi
fi
"$@"
