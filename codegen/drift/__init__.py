"""Compares the contract with a newer description of the service, and carries differences over into the contract.

A tool beside the generator: `python -m codegen drift` is the only thing that imports it, and of codegen it imports the
modules at the top only.
"""
