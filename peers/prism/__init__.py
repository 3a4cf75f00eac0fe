"""Calls of generated clients to Prism, which imitates any service: `make prism SPECS=folder`.

Prism reads the description itself, validates every request against it, and answers with its examples. So the calls show
whether the requests of our packages are those that a description asks for: paths, query styles, headers, bodies and
credentials.
"""
