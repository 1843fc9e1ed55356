#!/usr/bin/env bash
# Every check that needs no running product. Prints the name of each, and stops at the first that fails.
set -euo pipefail
cd "$(dirname "$0")/.."
# The linter tells much when all is well; what it says matters when something is not.
layers() {
  local said
  said=$($bin/lint-imports --no-logo 2>&1) || { printf '%s\n' "$said"; return 1; }
}
step() { printf '· %s\n' "$1"; shift; "$@"; }
bin=.venv/bin
step "style" $bin/ruff check -q .
step "format" $bin/ruff format -q --check .
step "templates" bash -c "git ls-files -co --exclude-standard '*.html' | xargs $bin/djade --check --target-version 5.2"
step "types" $bin/mypy --no-error-summary veivalg tests tools
step "layers" layers
step "migrations" $bin/python manage.py makemigrations --check --dry-run -v 0
step "production settings" env DEMO=0 DEBUG=0 SECRET_KEY=lint-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOP BASE_URL=https://veivalg.example \
  ALLOWED_HOSTS=veivalg.example $bin/python manage.py check --deploy --fail-level WARNING
step "catalogues" $bin/python tools/messages.py check
step "documents" $bin/python tools/write_docs.py --check
