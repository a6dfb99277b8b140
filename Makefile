# Two commands for everyone: `make booklet` and `make test`. The others are for those who change the code.
VENV ?= .venv
PYTHON ?= python3
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif

.PHONY: booklet test check bench rules clean

booklet: $(VENV)/.installed
	$(BIN)/stdkit -C standards validate
	$(BIN)/stdkit -C standards render -o build

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -n 2 -q

check: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/.installed-dev
	$(BIN)/python tests/benchmarks/run.py

rules: $(VENV)/.installed-dev
	$(BIN)/python docs/rules/generate.py

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -c "import sys; sys.exit('stdkit needs Python 3.11 or newer: make booklet PYTHON=python3.12') if sys.version_info < (3, 11) else None"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	touch $@

clean:
	rm -rf build dist $(VENV)
