# Every target sets up what it needs: a fresh machine needs Python 3.11 or later, and make.

PYTHON ?= $(firstword $(foreach name,python3 python3.13 python3.12 python3.11 python,\
	$(shell $(name) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(name))))
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: demo test check format bench docs picture lock audit package clean help

help:  ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /  \1\t/p' $(MAKEFILE_LIST) | expand -t 14

demo: $(VENV)/.installed  ## check this repository's own sources and claims, and show the report
	@$(BIN)/factcheck check --fail-on never

test: $(VENV)/.tools  ## run the tests
	$(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

check: $(VENV)/.tools  ## lint, formatting, types, and whether the README says what is so
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/factcheck gate README.md --project docs/own

format: $(VENV)/.tools  ## put the code into its format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.tools  ## measure the start, reading, finders, checks and the gate
	$(BIN)/python bench/startup.py
	$(BIN)/python bench/reading.py sources/*.txt sources/*.md
	$(BIN)/python bench/anchors.py sources/eastgate-2022.md
	$(BIN)/python bench/finders.py sources
	$(BIN)/python bench/report.py
	$(BIN)/python bench/claims.py 1000 3000 10000
	$(BIN)/python bench/archive.py 30 100
	$(BIN)/python bench/gate.py

docs: $(VENV)/.installed  ## write docs/cli.md, docs/checks.md and docs/schema anew
	$(BIN)/python docs/generate.py

picture: $(VENV)/.installed  ## draw docs/report.svg from what `make demo` shows
	$(BIN)/python docs/picture.py

lock: $(VENV)/.tools  ## pin all dependencies anew, with their hashes (needs a network)
	$(PIP) uv
	$(COMPILE) pyproject.toml --output-file requirements.lock
	$(COMPILE) pyproject.toml --extra serve --group dev --constraint requirements.lock --output-file requirements-dev.lock

audit: $(VENV)/.tools  ## ask what is known of holes in what the lock pins (needs a network)
	$(PIP) pip-audit
	$(BIN)/pip-audit --disable-pip --require-hashes --requirement requirements-dev.lock

package: $(VENV)/.tools  ## build sdist and wheel, twice, and run the demonstration from the wheel
	.ci/package $(BIN)/python

clean:  ## remove the environment, caches and the derived index
	rm -rf $(VENV) .factcheck .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed" >&2; exit 2; }
	@echo "Setting up $(VENV), once." >&2
	$(PYTHON) -m venv $(VENV)

COMPILE = $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate \
	--custom-compile-command "make lock"

# First what the lock pins, by its hashes. What a machine's index lacks of that is told, and taken by the ranges of
# pyproject.toml in the step after.
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check
LOCKED = $(PIP) --require-hashes --requirement

$(VENV)/.installed: pyproject.toml requirements.lock | $(VENV)/bin/python
	@$(LOCKED) requirements.lock || echo "Not all of requirements.lock could be had here: the rest is not pinned." >&2
	$(PIP) --editable .
	@touch $@

$(VENV)/.tools: requirements-dev.lock $(VENV)/.installed
	@$(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["dev"], sep="\n")' > $@.txt
	@$(LOCKED) requirements-dev.lock || echo "Not all of requirements-dev.lock could be had here: the rest is not pinned." >&2
	$(PIP) --editable '.[serve]' --requirement $@.txt
	@touch $@
