"""Sends requests over httpx, sync and async. Private; the only package that imports httpx."""
