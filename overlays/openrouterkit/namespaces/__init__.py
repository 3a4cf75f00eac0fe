"""Namespaces with behaviour of their own; the others are `openrouterkit_api.namespaces`."""
