"""Packages of any descriptions, ours beside those of openapi-python-client: `make descriptions SPECS=folder`.

The descriptions are OpenAPI or Swagger documents of a folder; nothing is downloaded. Both generators write a package of
each of them. The table shows the operations in it and those that are lost, the processor time, whether all modules can
be imported, and the errors that mypy finds. A package of ours that is not whole makes the exit status 1.
"""
