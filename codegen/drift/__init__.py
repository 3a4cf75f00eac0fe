"""Compares two documents, or a contract with a newer description of its service, and applies the differences.

Only `codegen.commands.drift` imports this package. The package imports only the top-level modules of codegen.

    comparison     compares two files, and applies the selected differences
    selection      selects differences by operation
    allowlist      the intended differences of a contract
    report         the result as text and JSON; `markdown` as Markdown
    comparing/     finds the differences of operations, schemas, security, servers and names; `rules` judges them
    applying/      writes differences into the text of a document
"""
