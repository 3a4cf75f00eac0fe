"""Constructors for the arguments of a chat: response formats, routing, reasoning, plugins, tools, stop conditions."""

__all__: list[str] = []
