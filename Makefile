# Two commands matter: `make run` starts the app, `make test` checks everything. The rest is for people who work on it.
# A second run installs nothing again: each step leaves a stamp in its environment.

PORT ?= 8501
PYTHON ?= python3 python3.13 python3.12 python3.11
NEWER ?= python3.13 $(wildcard $(HOME)/.pyenv/versions/3.13.*/bin/python3.13) python3.12 $(wildcard $(HOME)/.pyenv/versions/3.12.*/bin/python3.12)
SUITE ?= bookworm
VENV := .venv
BIN := $(VENV)/bin
PIP_INSTALL := -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
QUICK := -m "not slow and not browser and not soak" --hypothesis-profile=quick -n 2
WAITING := -n 3
NEWER_TESTS := tests/budget tests/outlook tests/solver
NEWER_MARKS := not slow and not browser and not soak

export PLAYWRIGHT_BROWSERS_PATH := $(CURDIR)/.browser
# What Python has compiled it keeps: tests start it some hundred times.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run fast test soak bench tour texts lint types quick whole browser newer bare format
.NOTPARALLEL:

help:
	@echo "make run     start the app on http://127.0.0.1:$(PORT) (another port: make run PORT=8600)"
	@echo "make test    check everything; installs what the tests need, a browser included"
	@echo "make fast    lint, types, architecture, unit and golden tests, in under a minute"
	@echo "make soak    the long searches: many random plans against second opinions, long walks in a browser; quick tests on a newer Python"
	@echo "make bench   how we compare with plain PuLP and with an empty page, in one run"
	@echo "make tour    a picture of every page, wide and narrow, light and dark, in tour/ (some: PAGES=\"team memo\")"
	@echo "make bare    run and test on a fresh Debian of Python, pip, make and git; as root (3.13: SUITE=trixie)"
	@echo "make texts   collect every sentence for translators, in cidesign/locale/"
	@echo "make format  put imports and lines in order"

run: $(VENV)/.installed
	$(BIN)/cidesign serve --port $(PORT)

fast: lint types quick

test: lint types whole newer

soak: $(VENV)/.installed-dev $(VENV)/.browser $(VENV)/.axe $(VENV)/.postgres
	$(BIN)/python -m pytest -m soak $(WAITING)
	$(MAKE) --no-print-directory newer NEWER_TESTS=tests

bench: $(VENV)/.installed-dev $(VENV)/.postgres
	$(BIN)/python -m benchmarks

tour: $(VENV)/.installed-dev $(VENV)/.browser $(VENV)/.axe
	$(BIN)/python -m tools.tour $(PAGES)

bare:
	python3 -m tools.bare --suite $(SUITE) $(if $(KEEP),--root $(KEEP)) --run

texts: $(VENV)/.installed-dev
	$(BIN)/python -m tools.texts

format: $(VENV)/.installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The parts of `make test`, each of which can be called alone.

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

quick: $(VENV)/.installed-dev
	$(BIN)/python -m pytest $(QUICK)

# Every test but those of the soak, in one start; a file's tests stay together, for they share an app or a drawn page.
# Much of it waits for a browser or a disk, so three share two cores.
whole: $(VENV)/.installed-dev $(VENV)/.browser $(VENV)/.axe $(VENV)/.office $(VENV)/.postgres
	$(BIN)/python -m pytest $(WAITING) --dist loadfile --no-loadscope-reorder --durations=40 --durations-min=3

browser: $(VENV)/.installed-dev $(VENV)/.browser $(VENV)/.axe
	$(BIN)/python -m pytest -m browser -n 2 --dist loadfile

# The quick tests of whatever asks a solver once more on a newer Python, because PuLP 4 there takes the place of PuLP 3; in the soak all quick tests.
newer: $(VENV)/.installed-dev
	@set -e; \
	if $(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 12))'; then \
	  echo "newer Python: the tests above already ran on 3.12 or later, with PuLP 4"; exit 0; fi; \
	for candidate in $(NEWER); do \
	  if "$$candidate" -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 12))' >/dev/null 2>&1; then found="$$candidate"; break; fi; \
	done; \
	if [ -z "$${found:-}" ]; then \
	  echo "newer Python: none found (looked for python3.13 and python3.12), so PuLP 4 was NOT tested here"; exit 0; fi; \
	echo "newer Python: $$("$$found" --version) with PuLP 4"; \
	$(MAKE) --no-print-directory .venv313/.installed-test FOUND="$$found"; \
	.venv313/bin/python -m pytest $(NEWER_TESTS) -m "$(NEWER_MARKS)" -n 2

# What the steps above need.

$(BIN)/python:
	@for candidate in $(PYTHON); do \
	  if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
	    echo "making $(VENV) with $$("$$candidate" --version)"; "$$candidate" -m venv $(VENV); exit $$?; fi; \
	done; \
	echo "cidesign needs Python 3.11 or newer; none of these is: $(PYTHON)."; \
	echo "Install one, then call: make run PYTHON=/path/to/python3"; exit 1

$(VENV)/.installed: $(BIN)/python pyproject.toml constraints.txt
	$(BIN)/python $(PIP_INSTALL) --editable .
	@touch $@

$(VENV)/.installed-dev: $(BIN)/python pyproject.toml constraints.txt
	$(BIN)/python $(PIP_INSTALL) --editable '.[dev]'
	@touch $(VENV)/.installed $@

$(VENV)/.browser: $(VENV)/.installed-dev
	$(BIN)/python -m tools.chromium
	@touch $@

$(VENV)/.axe: $(VENV)/.installed-dev tools/axe.py
	$(BIN)/python -m tools.axe
	@touch $@

$(VENV)/.office: $(VENV)/.installed-dev
	$(BIN)/python -m tools.office
	@touch $@

$(VENV)/.postgres: $(VENV)/.installed-dev
	$(BIN)/python -m tools.postgres
	@touch $@

.venv313/bin/python:
	"$(FOUND)" -m venv .venv313

.venv313/.installed-test: .venv313/bin/python pyproject.toml constraints.txt
	.venv313/bin/python $(PIP_INSTALL) --editable '.[test]'
	@touch $@
