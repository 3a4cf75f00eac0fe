# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""What the generated modules are made of: plain, hand-written modules, copied in by the generation.

`model` holds and converts data, `readers` turn JSON into it, `operation` describes a call, `sender` says what sends
one.
"""
