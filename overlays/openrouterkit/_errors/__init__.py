"""Conversion of error responses to the errors of `openrouterkit.errors`. Private."""
