"""Namespaces that extend the generated ones in `openrouterkit_api.namespaces`."""

__all__: list[str] = []
