# `make run` and `make test` are all that a newcomer needs: Python 3.11+ and make.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin

.PHONY: help run test test-all check fix bench bench-drafting docs lock clean

help:  ## Show these commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

run: $(VENV)/.run  ## Open the app on db.json
	@$(BIN)/opedtui

test: $(VENV)/.dev  ## Run the tests
	$(BIN)/pytest

test-all: $(VENV)/.dev  ## Run the tests, the slow ones too
	$(BIN)/pytest -m ''

check: $(VENV)/.dev  ## Format, lint, types, layers, spelling
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/codespell

fix: $(VENV)/.dev  ## Put formatting and simple lint in order
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/.dev  ## Measure what an edit costs, and write docs/performance.md
	$(BIN)/python -m bench.edits

bench-drafting: $(VENV)/.dev  ## Measure how well drafting does, and write docs/drafting.md
	$(BIN)/python -m bench.drafting

docs: $(VENV)/.dev  ## Draw the README's picture and the tables of keys and fields again
	$(BIN)/python -m docs.draw

lock: $(VENV)/.dev  ## Lock the newest versions that pyproject.toml allows
	$(BIN)/pip install -q uv
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --no-annotate --upgrade \
	    --custom-compile-command 'make lock' pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --no-annotate --upgrade \
	    --custom-compile-command 'make lock' -c requirements.txt pyproject.toml --group dev -o requirements-dev.txt

clean:  ## Remove what the other commands made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "opedtui needs Python 3.11 or newer: make run PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install -q --disable-pip-version-check -r requirements.txt
	$(BIN)/pip install -q --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run
	$(BIN)/pip install -q --disable-pip-version-check -r requirements-dev.txt
	@touch $@
