"""Compares a generated package with what another program reads from the same normal form: openapi-python-client.

    types                 the types of both readings, in one notation
    readable              the normal form as the parser of openapi-python-client accepts it
    parsed                what its parser reads, as facts
    source                the modules of the package as syntax trees
    annotations           their annotations and decoders as types
    generated             the models and enumerations of the package, as facts
    generated_operations  its operations, and the methods that send them, as facts
    comparison            the differences between the two, and their reasons, which second_reading.toml lists

A fact is a place of the document and a text about it: `/components/schemas/Pet/properties/name` is `required str`.
"""
