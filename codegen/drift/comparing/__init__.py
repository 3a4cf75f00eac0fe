"""Finds the differences of two documents, and judges them."""
