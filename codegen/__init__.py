"""Generates a Python package from an OpenAPI document: document -> passes -> normal form -> records -> templates.

    document      loads a document, resolves references and iterates over schemas and operations
    shapes        the expected type of each member of a document
    corrections   applies corrections.toml to a document
    names         reads names.toml, which overrides generated names
    behaviors     reads operations.toml, which customizes the responses of operations
    constructors  reads constructors.toml, which lists functions that build models from keyword arguments
    normal_form   runs the passes in order
    passes/       the transformations that produce the normal form, one per module
    rendering/    writes a document in normal form as a package
    manifest      the MANIFEST of a package, and pin.toml
    surface       compares the public names of the package with those of a commit
    tables        reads the TOML files
    problems      the error and the report of warnings
    unexpected    reports any other exception as an error
    project       the paths of this project
    drift/        compares the contract with a newer description of the service; a separate tool

The generated package and the clients never import it.
"""
