"""The passes that produce the normal form, one transformation each; `codegen.normal_form` runs them in order.

The docstring of each pass has an example, `before` and `after` in at most four lines each, which a test runs:
`schemas` and `parameters` are those of the components, `operation` is the only operation of the document, and a `$ref`
without a path is the name of a schema.
"""
