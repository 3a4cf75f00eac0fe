"""Mutation testing: a seeded sample of small changes to the code, each of which the tests should notice.

    make mutants                          60 mutants, seed 1
    make mutants COUNT=200 SEED=7 IN=overlays/openrouterkit/_call

The suite runs once with coverage to learn which tests execute which line. Then every mutant is applied to a copy of the
tree, and the tests that execute its line run until one fails. Survivors are printed with their place and change: each
is a missing test, or a change without effect, which belongs into `equivalent.toml` with a reason.
"""
