"""Removal of internal frames from the tracebacks of errors: their local variables contain headers and bodies."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from types import TracebackType

_INTERNAL: Final = frozenset(
    {
        *("openrouterkit", "openrouterkit_runtime"),
        *("httpx", "httpx2", "httpcore", "httpcore2", "h11", "h2", "hpack"),
    }
)
"""Packages whose frames are removed, beside those that are generated."""

_MARK: Final = "__generated_by__"
"""The constant of a generated package; see `package_init.py.jinja`."""


def hide_internal_frames(error: BaseException) -> None:
    """Remove the frames of this package, of generated packages and of httpx from the tracebacks of an exception.

    The same applies to its causes and contexts.

    Programs that report tracebacks with local variables would send the received body, which may contain the API key.
    The error describes what happened; the frames of the caller, of middleware and of callbacks remain.
    """
    seen: set[int] = set()
    pending: list[BaseException | None] = [error]
    while pending:
        link = pending.pop()
        if link is not None and id(link) not in seen:
            seen.add(id(link))
            link.__traceback__ = _remove_internal(link.__traceback__)
            pending += [link.__cause__, link.__context__]


def _remove_internal(frame: TracebackType | None) -> TracebackType | None:
    """Return a traceback without the frames of internal packages."""
    kept: list[TracebackType] = []
    while frame is not None:
        if not _is_internal(frame.tb_frame.f_globals.get("__name__") or ""):
            kept.append(frame)
        frame = frame.tb_next
    remaining: TracebackType | None = None
    for each in reversed(kept):
        each.tb_next = remaining
        remaining = each
    return remaining


def _is_internal(module: str) -> bool:
    """Return True if a module is in an internal or generated package, whatever package contains that."""
    if module.partition(".")[0] in _INTERNAL:
        return True
    while module:
        if _MARK in vars(sys.modules.get(module, object)):
            return True
        module = module.rpartition(".")[0]
    return False
