# The commands of this project. `make test` and `make demo` work in a fresh checkout: they create the environment first.

PYTHON  ?= python3.11
VENV    := .venv
READY   := $(VENV)/.ready-$(notdir $(PYTHON))
RUN     := $(VENV)/bin/python
LITELLM := .venv-peers
MINIMAL := .venv-alone
PRISM   := .venv-prism
PEER_VENVS := .venv-openai .venv-openrouter
# Options of pytest: several processes; one that has no tests left takes some from another.
PARALLEL := -n auto --dist worksteal
VENDOR_VENVS := $(PEER_VENVS) .venv-mistralai
CHOSEN  := $(if $(CONTRACT),--contract $(CONTRACT))

.DEFAULT_GOAL := help

.PHONY: help demo test lint types layers unit matrix mutants generate check pin drift surface update bench load soak peers vendors descriptions prism fuzz build clean

help:  ## list the commands
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

test: lint types layers check unit  ## run all checks, with PYTHON=python3.11 by default

$(READY): pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) is not installed; install it, or choose another version: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check --editable '.[dev,httpx2,mcp]'
	@touch $@

demo: $(READY)  ## make calls, read a stream, run a tool and handle errors, against a local server
	@$(RUN) examples/demo.py

lint: $(READY)  ## check rules and formatting with ruff
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .

types: $(READY)  ## check types with mypy --strict and basedpyright
	$(RUN) -m mypy
	$(RUN) -m basedpyright

layers: $(READY)  ## check that imports point in one direction
	$(RUN) -m pytest tests/test_layers.py tests/openrouterkit_runtime/test_imports.py tests/codegen/drift/test_imports.py

unit: $(READY)  ## run all tests, including those with real sockets, and measure branch coverage
	@rm -f .coverage .coverage.*
	COVERAGE_PROCESS_START=$(CURDIR)/pyproject.toml $(RUN) -m pytest $(PARALLEL)
	@$(RUN) -m coverage combine --quiet
	@$(RUN) -m coverage report

matrix: $(READY)  ## run the tests on each installed Python, and with the lowest allowed versions: ONLY="3.12 lowest"
	@$(RUN) -m tests.matrix $(ONLY)

mutants: $(READY)  ## change the code in small ways and check that the tests fail: COUNT=60 SEED=1 IN=folder
	@$(RUN) -m tests.mutants --count $(or $(COUNT),60) --seed $(or $(SEED),1) $(IN)

generate: $(READY)  ## generate the packages of all contracts, of one: CONTRACT=mistral, or of another document: SPEC=other.yaml OUT=folder FLAGS=--standalone
	@$(RUN) -m codegen generate $(SPEC) $(OUT) $(FLAGS) $(CHOSEN)

check: $(READY)  ## check that generated/ is up to date and agrees with openapi-python-client, or one package: CONTRACT=mistral
	@$(RUN) -m codegen check $(CHOSEN)

pin: $(READY)  ## accept the current contracts, or one: CONTRACT=mistral
	@$(RUN) -m codegen pin $(CHOSEN)

drift: $(READY)  ## compare openapi.yaml, CONTRACT=mistral or OLD=file with a newer description: OTHER=file, APPLY=--apply to apply the differences, FLAGS="--only Keys --markdown"
	@$(RUN) -m codegen drift $(OLD) $(OTHER) $(APPLY) $(FLAGS) $(CHOSEN)

update: $(READY)  ## apply a newer description, pin, generate, check, and draft the changelog: OTHER=file FLAGS="--only TAG" CONTRACT=mistral
	@$(RUN) -m codegen update $(OTHER) $(FLAGS) $(CHOSEN)

surface: $(READY)  ## list the public names added or removed since a commit: REF=main CONTRACT=mistral
	@$(RUN) -m codegen surface --against $(or $(REF),main) $(CHOSEN)

bench: $(MINIMAL)/.ready $(if $(PEERS),$(PEER_VENVS))  ## compare the speed with raw httpx; PEERS=1 adds openai and openrouter; CHECK=1 fails if a limit is exceeded
	@$(MINIMAL)/bin/python -m benchmarks $(if $(CHECK),--check,--save) $(if $(PEERS),$(PEER_VENVS:.venv-%=--peer %))

# Without the development tools, because httpx imports click, rich, pygments and trio if they are installed.
$(MINIMAL)/.ready: pyproject.toml
	@rm -rf $(MINIMAL)
	$(PYTHON) -m venv $(MINIMAL)
	$(MINIMAL)/bin/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.PHONY: $(VENDOR_VENVS)
$(VENDOR_VENVS): .venv-%:  # always upgraded to the newest version
	@test -x $@/bin/python || $(PYTHON) -m venv $@
	$@/bin/python -m pip install --quiet --disable-pip-version-check --upgrade $*

load: $(READY)  ## open a thousand streams on one client, abandon half of them, and check for leaks
	@$(RUN) -m benchmarks.load

soak: $(READY)  ## make 100,000 calls, read a stream of a million chunks, and check that memory does not grow
	@$(RUN) -m benchmarks.soak --chunks 1000000

$(LITELLM)/.ready: peers/requirements.txt
	@rm -rf $(LITELLM)
	$(PYTHON) -m venv $(LITELLM)
	$(LITELLM)/bin/python -m pip install --quiet --disable-pip-version-check --requirement peers/requirements.txt
	@touch $@

peers: $(READY) $(LITELLM)/.ready  ## test the clients against the LiteLLM proxy, in a separate environment
	@$(RUN) -m peers --litellm $(LITELLM)/bin/litellm

vendors: $(READY) $(VENDOR_VENVS)  ## test that the packages openai, openrouter and mistralai read the responses of the local server
	@$(RUN) -m peers.packages $(VENDOR_VENVS:.venv-%=%)

descriptions: $(READY)  ## generate packages of all descriptions in a folder, beside those of openapi-python-client: SPECS=folder FLAGS="--only pets --no-mypy"
	@$(RUN) -m peers.descriptions $(or $(SPECS),$(error pass SPECS=folder)) $(FLAGS)

$(PRISM)/.ready:
	@rm -rf $(PRISM)
	npm install --silent --no-audit --no-fund --prefix $(PRISM) @stoplight/prism-cli
	@touch $@

prism: $(READY) $(PRISM)/.ready  ## call all operations of the descriptions in a folder, which Prism imitates: SPECS=folder FLAGS="--only pets"
	@$(RUN) -m peers.prism $(or $(SPECS),$(error pass SPECS=folder)) --prism $(PRISM)/node_modules/.bin/prism $(FLAGS)

fuzz: $(READY)  ## run the hypothesis tests of streams, errors, documents and hostile text with many more examples
	$(RUN) -m pytest $(PARALLEL) --hypothesis-profile=fuzz tests/codegen/test_fuzz_documents.py tests/openrouterkit/test_fuzz_*.py tests/codegen/test_hostile.py

build: $(READY)  ## build the wheel and the sdist in dist/
	$(RUN) -m build --quiet

clean:  ## remove the environments and all files that these commands create
	rm -rf $(VENV) .venv-matrix $(LITELLM) $(MINIMAL) $(PRISM) $(VENDOR_VENVS) dist build .coverage* .mypy_cache .ruff_cache .pytest_cache .hypothesis
