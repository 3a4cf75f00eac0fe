"""Frees the garbage of earlier tests, so that their warnings do not appear in a later test."""

from __future__ import annotations

import gc
import warnings


def free_garbage() -> None:
    """Run the garbage collector without warnings about what it frees."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        gc.collect()
