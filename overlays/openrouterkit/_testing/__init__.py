"""Builds, plays and records the replies of `openrouterkit.testing`."""
