#!/usr/bin/env bash
# Starts a site of its own (fresh SQLite, demo world, real server and worker), runs a command against it, stops it.
# Usage: tools/browser.sh COMMAND…   The command finds the site's address in BASE_URL.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v chromium >/dev/null || { echo "Please install first: sudo apt install chromium" >&2; exit 1; }
[ -e node_modules/axe-core/axe.min.js ] || { echo "axe-core is missing: run make setup-dev" >&2; exit 1; }
dir=$(mktemp -d)
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
unset DATABASE_URL SECRET_KEY
export DEMO=1 DEBUG=0 DATA_DIR="$dir" BASE_URL="http://localhost:$port"
.venv/bin/python -m veivalg.cli.main run --port "$port" >"$dir/log" 2>&1 &
site=$!
stop() { kill "$site" 2>/dev/null || true; wait "$site" 2>/dev/null || true; rm -rf "$dir"; }
trap stop EXIT
for _ in $(seq 600); do
  if grep -q '^Veivalg is ready' "$dir/log"; then break; fi
  kill -0 "$site" 2>/dev/null || { cat "$dir/log" >&2; exit 1; }
  sleep 0.1
done
code=0
"$@" || code=$?
grep -A40 'Traceback (most recent call last)' "$dir/log" >&2 || true
exit "$code"
