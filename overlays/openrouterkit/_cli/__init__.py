"""The command `openrouterkit`."""
