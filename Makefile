# The verbs of this project. `make test` and `make demo` are all a newcomer needs: each makes its own environment first.

PYTHON  ?= python3.11
VENV    := .venv
READY   := $(VENV)/.ready-$(notdir $(PYTHON))
RUN     := $(VENV)/bin/python
LITELLM := .venv-peers
MINIMAL := .venv-alone
PEER_VENVS := .venv-openai .venv-openrouter

.DEFAULT_GOAL := help

.PHONY: help demo test lint types layers unit generate check pin drift surface bench load soak peers fuzz build clean

help:  ## what can be made
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 18

test: lint types layers check unit  ## everything that must hold, on PYTHON=python3.11 by default

$(READY): pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) is not installed: name another, make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(READY)  ## a plain call, a stream, every message variant, against a server on this machine
	@$(RUN) examples/demo.py

lint: $(READY)  ## ruff: rules and layout
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .

types: $(READY)  ## mypy --strict and pyright
	$(RUN) -m mypy
	$(RUN) -m basedpyright

layers: $(READY)  ## imports point one way
	$(RUN) -m pytest tests/test_layers.py tests/openrouterkit_runtime/test_imports.py tests/codegen/drift/test_imports.py

unit: $(READY)  ## everything else, real sockets included
	$(RUN) -m pytest

generate: $(READY)  ## the package of openapi.yaml, or of another document: SPEC=other.yaml OUT=folder FLAGS=--standalone
	@$(RUN) -m codegen generate $(SPEC) $(OUT) $(FLAGS)

check: $(READY)  ## generated/ is what openapi.yaml gives
	@$(RUN) -m codegen check

pin: $(READY)  ## accept openapi.yaml as it stands
	@$(RUN) -m codegen pin

drift: $(READY)  ## what a newer description of the service says otherwise: OTHER=file, and APPLY=--apply to carry it over
	@$(RUN) -m codegen drift $(OTHER) $(APPLY)

surface: $(READY)  ## the public names that were added or removed since REF=main
	@$(RUN) -m codegen surface --against $(or $(REF),main)

bench: $(MINIMAL)/.ready $(if $(PEERS),$(PEER_VENVS))  ## speed against raw httpx; PEERS=1 openai and openrouter too; CHECK=1 fails beyond the limits
	@$(MINIMAL)/bin/python -m benchmarks $(if $(CHECK),--check,--save) $(if $(PEERS),$(PEER_VENVS:.venv-%=--peer %))

# What is imported depends on what there is: httpx takes click, rich, pygments and trio where it finds them.
$(MINIMAL)/.ready: pyproject.toml
	@rm -rf $(MINIMAL)
	$(PYTHON) -m venv $(MINIMAL)
	$(MINIMAL)/bin/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.PHONY: $(PEER_VENVS)
$(PEER_VENVS): .venv-%:  # always the newest
	@test -x $@/bin/python || $(PYTHON) -m venv $@
	$@/bin/python -m pip install --quiet --disable-pip-version-check --upgrade $*

load: $(READY)  ## a thousand streams on one client, half of them left: nothing stays behind
	@$(RUN) -m benchmarks.load

soak: $(READY)  ## a hundred thousand short calls and a stream of a million chunks: memory stays flat
	@$(RUN) -m benchmarks.soak --chunks 1000000

$(LITELLM)/.ready: peers/requirements.txt
	@rm -rf $(LITELLM)
	$(PYTHON) -m venv $(LITELLM)
	$(LITELLM)/bin/python -m pip install --quiet --disable-pip-version-check --requirement peers/requirements.txt
	@touch $@

peers: $(READY) $(LITELLM)/.ready  ## the clients against the LiteLLM proxy, in an environment of its own
	@$(RUN) -m peers --litellm $(LITELLM)/bin/litellm

fuzz: $(READY)  ## what hypothesis checks of streams, errors, documents and hostile text, with many more examples
	$(RUN) -m pytest --hypothesis-profile=fuzz tests/codegen/test_fuzz_documents.py tests/openrouterkit/test_fuzz_*.py tests/codegen/test_hostile.py

build: $(READY)  ## the wheel and the sdist, in dist/
	$(RUN) -m build --quiet

clean:  ## the environment and everything that is made
	rm -rf $(VENV) $(LITELLM) $(MINIMAL) $(PEER_VENVS) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
