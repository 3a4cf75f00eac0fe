"""Exceptions that no rule foresaw, described like those of the rules, by module and place."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from .problems import Problem

_HERE = Path(__file__).parent


def describe(error: Exception) -> Problem:
    """The Problem that an exception of another type is shown as."""
    if isinstance(error, OSError):
        rule = f"files can be read and written: {error.strerror or error}"
        return Problem(str(error.filename or ""), rule, "check the path, and what may be done there")
    step, place = _where(error.__traceback__)
    if isinstance(error, RecursionError):
        place = "/".join(place.split("/")[:4])  # where it begins: the whole pointer is hundreds of steps long
        return Problem(place, "a document is nested less deeply than Python calls", "use $ref for what lies deep")
    said = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    return Problem(
        place, f"{step} takes every document: {said}", "fix what is there, and report this with the document"
    )


def _where(trace: TracebackType | None) -> tuple[str, str]:
    """The innermost module of this package that was at work, and the last place that was named on the way there."""
    step, place = "codegen", ""
    while trace is not None:
        frame = trace.tb_frame
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(_HERE):
            step = path.relative_to(_HERE.parent).with_suffix("").as_posix()
            found = frame.f_locals.get("place")
            place = found if isinstance(found, str) else place
        trace = trace.tb_next
    return step, place
