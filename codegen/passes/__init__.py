"""The passes that lead to the normal form, one rule each; `codegen.normal_form` says in which order.

Each shows what it does to a document in four lines at most, and a test runs it on them: `schemas` and `parameters` are
those of the components, `operation` is one of a document, and a `$ref` without a path names a schema.
"""
