"""Chats: what a model of the server says, whole or as a stream."""

from __future__ import annotations

from .completing import completed

__all__ = ["completed"]
