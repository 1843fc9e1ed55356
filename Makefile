# Every command a person needs. `make` alone lists them.
SHELL := bash
.DEFAULT_GOAL := help
PY := .venv/bin/python
export DEMO ?= 1

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-20s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## install what is missing (venv, style sheets, catalogues)
	@bash tools/setup.sh

setup-dev: ## the same, with what tests and linters need
	@bash tools/setup.sh dev

run: setup ## a server with demo data on http://127.0.0.1:8000 (PORT=… changes it)
	@exec .venv/bin/veivalg run --port $${PORT:-8000}

demo: setup ## throw the demo world away and build it anew
	@.venv/bin/veivalg demo --fresh

test: setup-dev ## all tests on SQLite (make test app=institutions for one app)
	@$(PY) -m pytest -q -n 2 $(if $(app),veivalg/$(app))

test-postgres: setup-dev ## the same tests on a real PostgreSQL, with the races
	@bash tools/with_postgres.sh $(PY) -m pytest -q -n 2 $(if $(app),veivalg/$(app))

test-browser: setup-dev ## the main roads in a browser, axe on every page, language × width × theme pairwise
	@bash tools/browser.sh $(PY) -m pytest -q -n 2 -p no:randomly tests/browser

test-browser-full: setup-dev ## the same with every combination of language, width and theme
	@MATRIX=full bash tools/browser.sh $(PY) -m pytest -q -n 2 -p no:randomly tests/browser

lint: setup-dev ## style, types, layers, templates, migrations, documents
	@bash tools/lint.sh

fix: setup-dev ## mend what can be mended by itself
	@.venv/bin/ruff check -q --fix . ; .venv/bin/ruff format -q . ; git ls-files '*.html' | xargs .venv/bin/djade --target-version 5.2

messages: setup-dev ## collect texts into the catalogues and tell what lacks a translation
	@$(PY) tools/messages.py collect

docs: setup-dev ## redraw the pages that are made from the code
	@$(PY) tools/write_docs.py

locks: setup ## write requirements.lock and requirements-dev.lock from pyproject.toml
	@.venv/bin/uv pip compile -q --generate-hashes --no-annotate --no-header pyproject.toml -o requirements.lock
	@.venv/bin/uv pip compile -q --generate-hashes --no-annotate --no-header --extra dev pyproject.toml -o requirements-dev.lock

.PHONY: help setup setup-dev run demo test test-postgres test-browser test-browser-full lint fix messages docs locks
