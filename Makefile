# One name per task; people and CI run the same ones.
# Needs make and Python 3.11 or newer. To choose another: make PYTHON=python3.13 test

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
PY     := $(BIN)/python
PIP    := $(PY) -m pip --disable-pip-version-check --quiet

# Stamps: the installation is made again when what it is made from has changed.
CORE := $(VENV)/.installed
DEV  := $(VENV)/.installed-dev

# Of the fuzzer.
INPUTS ?= 10000000
SEED   ?= 1

.DEFAULT_GOAL := help
.PHONY: help demo test lint format types docs fuzz compat wheel bench clean

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## /\1|/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "  make %-8s %s\n", $$1, $$2 }'

demo: $(CORE) ## show and check the shipped examples
	@echo '== Venezuela situation, R4V: who coordinates what =='
	@$(BIN)/interagency show example:r4v
	@echo
	@echo '== Venezuela situation, R4V: what is missing, and what is not recorded =='
	@$(BIN)/interagency check example:r4v --fail-on never
	@echo
	@echo '== Romania 2022: who coordinates what =='
	@$(BIN)/interagency show example:romania-2022
	@echo
	@echo '== Romania 2022: what is missing, and what is not recorded =='
	@$(BIN)/interagency check example:romania-2022 --fail-on never
	@echo
	@echo '== Syria situation, 3RP 2022: who appeals for how much =='
	@$(BIN)/interagency show example:3rp-2022

test: $(DEV) ## run all tests and documentation examples; every branch must be covered
	$(BIN)/pytest -n 2 --dist loadfile --cov --cov-report=
	$(BIN)/coverage report

lint: $(DEV) ## look for mistakes and for unformatted code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(DEV) ## repair what can be repaired, and format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(DEV) ## check the types, strictly
	$(BIN)/mypy

docs: $(DEV) ## build the documentation into build/docs; a warning is an error
	$(BIN)/sphinx-build --quiet -W --keep-going -d build/doctrees docs build/docs
	@echo 'The documentation is in build/docs/index.html'

fuzz: $(DEV) ## try changed inputs until stopped; INPUTS=200000 SEED=1 for a campaign of one size
	$(PY) -m tests.fuzz.campaign --inputs $(INPUTS) --seed $(SEED)

compat: ## run the tests with the oldest and with the newest libraries that are allowed
	$(PYTHON) tests/compat.py lowest newest

wheel: ## build, install in a bare environment, and try what was built
	$(PYTHON) tests/compat.py wheel

bench: $(DEV) ## measure
	$(PY) benchmarks/bench.py

clean: ## remove the environment and everything that was built
	rm -rf $(VENV) build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find src tests docs -name __pycache__ -type d -prune -exec rm -rf {} +

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit("interagency needs Python 3.11 or newer: make PYTHON=python3.13 ..." if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(CORE): pyproject.toml constraints.txt | $(PY)
	$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(DEV): pyproject.toml constraints.txt | $(PY)
	$(PIP) install --constraint constraints.txt --editable '.[dev]'
	@touch $(CORE) $@
