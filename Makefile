# Every target sets up what it needs: a fresh machine needs Python 3.11 or later, and make.

PYTHON ?= $(firstword $(foreach name,python3 python3.13 python3.12 python3.11 python,\
	$(shell $(name) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(name))))
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: demo test check format bench docs picture clean help

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

bench: $(VENV)/.tools  ## measure the start, reading, anchors, finders and the gate
	$(BIN)/python bench/startup.py
	$(BIN)/python bench/reading.py sources/*.txt sources/*.md
	$(BIN)/python bench/anchors.py sources/eastgate-2022.md
	$(BIN)/python bench/finders.py sources
	$(BIN)/python bench/report.py
	$(BIN)/python bench/claims.py 1000 3000 10000
	$(BIN)/python bench/gate.py

docs: $(VENV)/.installed  ## write docs/cli.md, docs/checks.md and docs/schema anew
	$(BIN)/python docs/generate.py

picture: $(VENV)/.installed  ## draw docs/report.svg from what `make demo` shows
	$(BIN)/python docs/picture.py

clean:  ## remove the environment, caches and the derived index
	rm -rf $(VENV) .factcheck .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed" >&2; exit 2; }
	@echo "Setting up $(VENV), once." >&2
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.tools: $(VENV)/.installed
	@$(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["dev"], sep="\n")' > $@.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[serve]' --requirement $@.txt
	@touch $@
