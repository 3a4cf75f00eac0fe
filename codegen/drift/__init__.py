"""Compares the contract with a newer description of the service, and applies the differences to the contract.

Only `python -m codegen drift` imports this package. The package imports only the top-level modules of codegen.
"""
