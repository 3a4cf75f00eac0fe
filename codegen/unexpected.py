"""Reports any other exception as a CodegenError, with the module that raised it and the place in the document."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from .problems import CodegenError

_HERE = Path(__file__).parent


def describe(error: Exception) -> CodegenError:
    """Return the CodegenError that reports an exception of another type."""
    if isinstance(error, OSError):
        problem = f"cannot read or write the file: {error.strerror or error}"
        return CodegenError(str(error.filename or ""), problem, "check the path and its permissions")
    module, place = _locate(error.__traceback__)
    if isinstance(error, RecursionError):
        place = "/".join(place.split("/")[:4])  # only the named schema: the whole pointer has hundreds of steps
        problem = "the document is nested too deeply (Python's recursion limit)"
        return CodegenError(place, problem, "move the inner schemas to components/schemas, and use $ref")
    message = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    return CodegenError(
        place,
        f"unexpected error in {module}: {message}",
        "change this part of the document, and report the error with the document",
    )


def _locate(trace: TracebackType | None) -> tuple[str, str]:
    """Return the innermost module of this package in the traceback, and the last value of a local named `place`."""
    module, place = "codegen", ""
    while trace is not None:
        frame = trace.tb_frame
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(_HERE):
            module = path.relative_to(_HERE.parent).with_suffix("").as_posix()
            found = frame.f_locals.get("place")
            place = found if isinstance(found, str) else place
        trace = trace.tb_next
    return module, place
