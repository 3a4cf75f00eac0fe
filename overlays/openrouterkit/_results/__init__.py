"""Mixins of results, and how results are built. Private; see `openrouterkit.results`."""
