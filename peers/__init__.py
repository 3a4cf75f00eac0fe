"""Tests of the clients against another implementation of the API: `make peers`.

It runs the LiteLLM proxy in a separate environment, with mock models from `config.yaml`, without network access.
"""
