"""Constructors for the members of a request: formats, routing, reasoning, plugins, tools, stop conditions."""
