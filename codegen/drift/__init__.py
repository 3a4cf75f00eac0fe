"""Compares two documents, or a contract with a newer description of its service, and applies the differences.

Only `drift`, `update` and `check` in `codegen.commands` import this package. It imports only
the top-level modules of codegen.

    comparison     compares two files, and applies the selected differences
    selection      selects differences by operation
    allowlist      the intended differences of a contract
    report         the result as text and JSON; `markdown` as Markdown
    changelog      the entry of a changelog for the differences
    comparing/     finds the differences of operations, schemas, security, servers and names; `rules` judges them
    applying/      writes differences into the text of a document
"""
