"""Generates a Python package from an OpenAPI document: document -> passes -> normal form -> records -> templates.

    document      loads a document, resolves references and iterates over schemas and operations
    shapes        the expected type of each member of a document
    usage         finds the components that nothing uses
    corrections   applies corrections.toml to a document
    names         reads names.toml, which overrides generated names
    behaviors     reads operations.toml, which customizes the responses of operations
    constructors  reads constructors.toml, which lists functions that build models from keyword arguments
    dialects/     converts Swagger 2.0 to OpenAPI 3, and collects the bodies of webhooks
    normal_form   runs the passes in order
    passes/       the transformations that produce the normal form, one per module
    rendering/    writes a document in normal form as a package
    upstream      all uses of openapi-python-client: its check, names, templates and parser
    manifest      the MANIFEST of a package, and pin.toml
    surface       compares the public names of a package with those of a commit
    tables        reads the TOML files
    problems      the errors, and the report of all problems of a document
    rules         the rules that documents break, with the remedy for each
    unexpected    reports any other exception as an error
    project       the contracts that a pyproject.toml lists, and their paths
    extensions    loads the passes of a project
    generation    generates the package of a contract or of another document
    commands/     the commands of the command line, one per module
    contracts/    the tables of the contracts of this project
    second_reading/  compares a package with what the parser of openapi-python-client reads; only `check` uses it
    editable/     the name that this package has in the wheel, openrouterkit_codegen, for editable installs
    drift/        compares a contract with a newer description of its service; a separate tool

The generated packages and the clients never import it. The command `openrouterkit` starts it.
"""
