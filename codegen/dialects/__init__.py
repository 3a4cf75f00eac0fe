"""Other notations of the documents that codegen reads, converted to OpenAPI 3 before the passes run."""
