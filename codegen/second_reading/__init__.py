"""Compares a generated package with what another program reads from the same normal form: openapi-python-client.

    types        the types of both readings, in one notation
    readable     the normal form as the parser of openapi-python-client accepts it
    parsed       what its parser reads, as facts
    generated    what the modules of the package contain, as facts
    annotations  annotations and decoders of the package as types
    comparison   the differences between the two, and their reasons, which second_reading.toml lists

A fact is a place of the document and a text about it: `/components/schemas/Pet/properties/name` is `required str`.
"""
