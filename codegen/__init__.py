"""Generates a Python package from an OpenAPI document: document -> passes -> normal form -> records -> templates.

    document      reading a document, and looking around in it
    shapes        what kind of thing each member of a document is
    corrections   corrections to a document, from corrections.toml
    names         agreed names, from names.toml
    behaviors     what clients add to the responses of operations, from operations.toml
    constructors  functions that make objects of the models from keywords, from constructors.toml
    normal_form   the passes, in order
    passes/       the rules that lead to the normal form, one a module
    rendering/    writing a normal form as a package
    manifest      the receipt of a generation, and pin.toml
    surface       the public names of the package, compared with those of a commit
    problems      the errors and warnings about a document
    unexpected    exceptions that no rule foresaw
    project       the paths of this project
    drift/        comparing the contract with a newer description: a tool of its own

No generated package and no client imports it.
"""
