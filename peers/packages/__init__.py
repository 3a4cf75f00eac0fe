"""Tests of the local server with the packages `openai`, `openrouter` and `mistralai`: `make vendors`.

Each package is installed in an environment of its own, in which `run` runs its cases, sync and async. The modules that
run there import neither this project nor its dependencies.
"""
