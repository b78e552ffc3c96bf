# `make demo` builds the example, `make test` checks everything; both make what they need in .venv first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

SERVER := tests/editor/node_modules

# Tests start many processes: only the first is to compile what it imports.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test lint types layers unit golden schemas bench fuzz clean

demo: $(VENV)/.demo
	$(BIN)/sopcurric build -C examples/alumina-refinery --out demo

test: lint layers
	$(MAKE) -j2 types unit

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy src tests

layers: $(VENV)/.dev
	$(BIN)/lint-imports

unit: $(VENV)/.dev $(SERVER)/.installed
	$(BIN)/coverage erase
	$(BIN)/python -m pytest -n auto --dist worksteal --cov --cov-report=term:skip-covered

golden: $(VENV)/.dev
	$(BIN)/python -m pytest tests/test_golden.py --update-golden

schemas: $(VENV)/.dev
	$(BIN)/sopcurric schema --write schemas

fuzz: $(VENV)/.dev
	$(BIN)/python -m pytest tests/test_fuzz.py -n auto --fuzz 20000

bench: $(VENV)/.dev
	$(BIN)/python benchmarks/check_and_build.py
	$(BIN)/python benchmarks/beginners.py

clean:
	rm -rf $(VENV) $(SERVER) demo build dist .coverage

$(VENV)/.python:
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.demo: $(VENV)/.python pyproject.toml constraints.txt
	$(PIP) -e ".[all]"
	touch $@

$(VENV)/.dev: $(VENV)/.python pyproject.toml constraints.txt
	$(PIP) -e ".[dev]"
	touch $@

# The language server behind YAML in VS Code. Without it, the tests marked `editor` fail.
$(SERVER)/.installed: tests/editor/package.json
	cd tests/editor && npm install --silent && touch node_modules/.installed
