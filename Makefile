.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON := .venv/bin/python
PORT ?= 8000
export CHANCERY_HOME ?= $(CURDIR)/.chancery
export CHANCERY_BASE_URL ?= http://localhost:$(PORT)

help: ## Say what can be made
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: ## Serve the reference event with its sample guests
	@tools/setup run
	@tools/compile-locale
	@$(PYTHON) -m chancery demo --port $(PORT)

test: ## Run every check and every test, on SQLite and on PostgreSQL
	@tools/system
	@tools/setup dev
	@tools/compile-locale
	@tools/test

fast: ## Run the tests of the rules alone
	@tools/setup dev
	@$(PYTHON) -m pytest tests/rules -q -n 2

fuzz: ## Ask the tests of properties new questions, time after time, until one fails
	@tools/setup dev
	@tools/compile-locale
	@while CHANCERY_EXAMPLES=fuzz $(PYTHON) -m pytest -q -n 2 -m "hypothesis and not browser"; do :; done

SECONDS ?= 60
fuzz-parsers: ## Give every parser of foreign files and messages bytes made up by atheris, SECONDS each
	@tools/setup dev
	@SECONDS=$(SECONDS) $(PYTHON) fuzz/parsers.py

fuzz-api: ## Ask the interface for programs thousands of strange things
	@tools/setup dev
	@CHANCERY_API_EXAMPLES=300 $(PYTHON) -m pytest -q -n 2 tests/api/test_strange_requests.py

client: ## Write the typed Python client of the interface into build/client
	@tools/setup dev
	@CHANCERY_HOME=$$(mktemp -d) $(PYTHON) tools/client.py build/client

lint: ## Check style, types, the direction of imports, migrations and vendored files
	@tools/setup dev
	@tools/lint

docs: ## Take the pictures of the manual anew and build it as a site, in build/manual/site
	@tools/system
	@tools/setup dev
	@tools/compile-locale
	@CHANCERY_PICTURES=$(CURDIR)/docs/pictures $(PYTHON) -m pytest -q -n 2 -m pictured tests/browser
	@$(PYTHON) -m tools.manual.build

messages: ## Collect the words of the interface for translation
	@tools/system
	@tools/setup dev
	@tools/collect-messages

bench: ## Measure every figure and print it beside its limit
	@tools/system
	@tools/setup dev
	@tools/compile-locale
	@missed=0; \
	for file in bench/*.py; do echo "== $$file"; $(PYTHON) $$file || missed=1; done; \
	for file in bench/door.py bench/push.py; do \
		echo "== $$file on PostgreSQL"; tools/with-postgresql --durable $(PYTHON) $$file || missed=1; \
	done; \
	exit $$missed

crawl: ## Open every address as every role and send every form, while all words are hostile
	@tools/setup dev
	@tools/compile-locale
	@CHANCERY_CRAWL=whole $(PYTHON) -m pytest -q -n 2 tests/test_crawl.py

RUNS ?= 2000
faults: ## Kill and cut everything during every kind of work, RUNS times on each database
	@tools/system
	@tools/setup dev
	@tools/compile-locale
	@$(PYTHON) bench/faults.py --runs $(RUNS)
	@tools/with-postgresql $(PYTHON) bench/faults.py --runs $(RUNS)

locale: ## Compile the translations
	@tools/setup run
	@tools/compile-locale

wheel: ## Make what is installed on servers, in dist/: the wheel, and the releases it was tested with
	@tools/setup dev
	@$(PYTHON) -m hatchling build --target wheel
	@tools/pins >dist/requirements.txt
	@$(PYTHON) -m tools.security.materials dist/chancery.cdx.json

codes: ## Write down the codes of changes, for webhooks and their manual
	@tools/setup dev
	@$(PYTHON) -m tests.event_codes

lock: ## Choose the newest packages that pyproject.toml allows
	@tools/setup dev
	@.tools/bin/uv pip compile --quiet --upgrade --generate-hashes --no-header --no-annotate --all-extras pyproject.toml -o requirements.txt
	@.tools/bin/uv pip compile --quiet --upgrade --generate-hashes --no-header --no-annotate --all-extras --group dev pyproject.toml -o requirements-dev.txt

.PHONY: help demo test fast fuzz lint docs messages bench crawl faults locale wheel codes lock fuzz-api fuzz-parsers client
