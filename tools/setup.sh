#!/usr/bin/env bash
# Installs what is missing and nothing else; a second call takes a moment. `dev` adds what tests and linters need.
set -euo pipefail
cd "$(dirname "$0")/.."
mode=${1:-run}
say() { printf '  %s\n' "$*"; }
missing=()
command -v python3 >/dev/null || missing+=(python3)
python3 -c 'import ensurepip' 2>/dev/null || missing+=(python3-venv)
command -v npm >/dev/null || missing+=(nodejs npm)
if [ "$mode" = dev ]; then
  command -v xgettext >/dev/null || missing+=(gettext)
  command -v chromium >/dev/null || missing+=(chromium)
fi
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "installing ${missing[*]} with apt"
    apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  else
    echo "Please install first: sudo apt install ${missing[*]}" >&2
    exit 1
  fi
fi
python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Veivalg needs Python 3.11 or newer." >&2; exit 1; }

# A step runs again only when the files it depends on have changed.
stamp() { cat "${@:2}" | sha256sum | cut -c1-40 | cmp -s - ".venv/stamp-$1" 2>/dev/null; }
done_with() { cat "${@:2}" | sha256sum | cut -c1-40 >".venv/stamp-$1"; }

if [ ! -x .venv/bin/uv ]; then
  say "making a Python environment in .venv"
  python3 -m venv .venv
  .venv/bin/pip install -q --disable-pip-version-check uv==0.13.9
fi
lock=requirements.lock
# Once the tools of development are there, they stay: the lock of development contains the other one.
if [ "$mode" = dev ] || [ -e .venv/stamp-requirements-dev.lock ]; then lock=requirements-dev.lock; fi
if ! stamp "$lock" "$lock" pyproject.toml; then
  say "installing Python packages"
  .venv/bin/uv pip install -q --python .venv/bin/python --require-hashes -r "$lock"
  .venv/bin/uv pip install -q --python .venv/bin/python --no-deps -e .
  done_with "$lock" "$lock" pyproject.toml
fi
if ! stamp vendor package-lock.json tools/vendor.sh || [ ! -d static/vendor ]; then
  say "fetching style sheets and fonts"
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
  bash tools/vendor.sh
  done_with vendor package-lock.json tools/vendor.sh
fi
mapfile -t matching < <(find veivalg/matching veivalg/text -name '*.py' -not -path '*/tests/*' -o -name '*.yaml' | sort)
if ! stamp matching "${matching[@]}" || ! compgen -G 'veivalg/matching/data/prepared/*.bin' >/dev/null; then
  say "preparing the matching engine"
  .venv/bin/python -c "from veivalg.matching.prepared import prepare; prepare()"
  done_with matching "${matching[@]}"
fi
mapfile -t catalogues < <(find veivalg -name '*.po' | sort)
if [ ${#catalogues[@]} -gt 0 ] && { ! stamp messages "${catalogues[@]}" || [ ! -e "${catalogues[0]%.po}.mo" ]; }; then
  say "compiling translations"
  .venv/bin/python tools/messages.py compile
  done_with messages "${catalogues[@]}"
fi
