# `make report` reads the example reports; `make test` runs every check. Each sets up what it needs.

PYTHON ?= python3
REPORTS ?= examples/situation
OUT ?= report.html
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help report test check lint types layers tests gate format bench clean

help:
	@echo 'make report   read $(REPORTS) and write $(OUT)  (REPORTS=folder OUT=page.html for your own)'
	@echo 'make test     every check: format, lint, types, layers, tests, floors of quality'
	@echo 'make check    the same without the floors'
	@echo 'make format   put the code into shape'
	@echo 'make bench    print every yardstick'
	@echo 'make clean    remove the environment, the caches and the page'

# Made anew only when pyproject.toml changes; the stamp is touched last, so that a broken set-up is repeated.
$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo '$(PYTHON) is older than 3.11; name a newer one: make PYTHON=python3.12 ...' >&2; exit 1; }
	@echo 'setting up $(VENV) (once; a minute or two) ...'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

report: $(READY)
	@$(BIN)/reportedly report $(REPORTS) -o $(OUT)

test: check gate
	@echo 'all checks passed'

check: lint types layers tests

lint: $(READY)
	@echo '== format and lint'
	@$(BIN)/ruff format --check . || { echo 'some files are out of shape: make format' >&2; exit 1; }
	@$(BIN)/ruff check --quiet .

types: $(READY)
	@echo '== types'
	@$(BIN)/mypy

layers: $(READY)
	@echo '== layers'
	@$(BIN)/lint-imports

tests: $(READY)
	@echo '== tests'
	@$(BIN)/python -m pytest

gate: $(READY)
	@echo '== floors of quality'
	@$(BIN)/python -m bench.gate

format: $(READY)
	@$(BIN)/ruff format --quiet .
	@$(BIN)/ruff check --fix --quiet .

bench: $(READY)
	@for script in bench/*.py; do \
	  name=$$(basename "$$script" .py); \
	  test "$$name" = __init__ && continue; \
	  echo "== bench.$$name"; \
	  $(BIN)/python -m "bench.$$name" || exit 1; \
	done

clean:
	@rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache build dist report.html
	@find src tests bench training -name __pycache__ -type d -prune -exec rm -rf {} +
