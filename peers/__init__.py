"""The clients against services that this project did not write: `make peers`.

So far one: the LiteLLM proxy, in an environment of its own, with models that answer from `config.yaml` without network.
"""
