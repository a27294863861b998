# The ways to work on this repository. `make` alone lists them.
# On a fresh machine they need Python 3.11 or later, git and make; the rest goes into .venv.

PYTHON ?= python3
ADDRESS ?= 127.0.0.1:8000
WORKERS ?= 2

BIN := .venv/bin
PIP_INSTALL := -m pip install --quiet --disable-pip-version-check
DEPENDENCIES := .venv/.dependencies-installed
READY := .venv/.package-installed
UV := .cache/uv/bin/uv
TOGETHER := --numprocesses $(WORKERS) --dist loadfile --no-loadscope-reorder

# Whatever the environment says, Python keeps what it has compiled: the tests start hundreds of programs.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site serve test quick lint format bench lighthouse screenshots pictures approve words chromium lock

help: ## List what there is to do
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: $(READY) ## Build the example site into site/
	$(BIN)/mkdocs build --strict
	@echo "The example site is built. Open $(CURDIR)/site/index.html"

serve: $(READY) ## Serve the example site; a saved file is seen at once
	$(BIN)/mkdocs serve --dev-addr $(ADDRESS)

test: lint chromium ## Run all that CI runs: lint, types, imports, tests
	$(BIN)/pytest $(TOGETHER)

quick: $(READY) ## Run the tests without browser, whole sites, other programs, random input
	$(BIN)/pytest $(TOGETHER) -m "not (browser or program or thorough or hypothesis)"

lint: $(READY) ## Check style, types, and who imports whom
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY) ## Format the code, and fix what lint can fix
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: $(READY) $(if $(LONG),chromium) ## Measure what a user waits for, into the guide; LONG=1 at 10,000 plans, PEERS=1 other tools too
	$(BIN)/python -m benchmarks --page plans/guide $(if $(LONG),--long) $(if $(PEERS),--peers)

lighthouse: $(READY) chromium ## Compare our pages with bare Material's by Lighthouse; needs Node.js
	$(BIN)/python -m benchmarks.lighthouse

screenshots: $(READY) chromium ## Take pictures of the sites' pages
	$(BIN)/python -m tests.screenshots

pictures: $(READY) chromium ## Show which pages look otherwise than approved
	$(BIN)/python -m tests.pages.pictures

approve: $(READY) chromium ## Approve how the pages look now
	$(BIN)/python -m tests.pages.pictures --approve

words: $(READY) ## Bring the catalogues of our words up to date
	$(BIN)/python -m tests.words

chromium: $(READY) ## Find the Chromium that the tests drive, or install it
	$(BIN)/python -m tests.browser

lock: $(UV) ## Pin the dependencies of pyproject.toml; UPGRADE=--upgrade takes the newest
	$(UV) pip compile --quiet --universal --python-version 3.11 --group dev $(UPGRADE) \
	  --generate-hashes --no-emit-index-url --custom-compile-command "make lock" \
	  --output-file requirements-dev.txt pyproject.toml
	$(UV) pip compile --quiet --universal --python-version 3.11 --constraint requirements-dev.txt --no-annotate \
	  --generate-hashes --no-emit-index-url --custom-compile-command "make lock" \
	  --output-file templates/hosts/plans-requirements.txt pyproject.toml

# Made anew when a pin changes, so that what is no longer required is gone.
$(DEPENDENCIES): requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and \
	  "mkdocs-plans needs Python 3.11 or later: make PYTHON=python3.12")'
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python $(PIP_INSTALL) --require-hashes --requirement requirements-dev.txt
	@touch $@

# From the checkout itself, with the build backend that is pinned: nothing more is downloaded.
$(READY): $(DEPENDENCIES) pyproject.toml
	$(BIN)/python $(PIP_INSTALL) --no-build-isolation --no-deps --editable .
	@touch $@

# In an environment of its own: pinning must work where the pins no longer do.
$(UV):
	$(PYTHON) -m venv --clear .cache/uv
	.cache/uv/bin/python $(PIP_INSTALL) uv
