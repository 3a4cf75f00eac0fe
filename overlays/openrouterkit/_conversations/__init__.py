"""Implements `openrouterkit.conversations`."""
