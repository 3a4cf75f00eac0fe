"""Writes differences into a document, and changes no other line of its text."""
