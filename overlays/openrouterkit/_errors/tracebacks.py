"""Removal of internal frames from the tracebacks of errors: their local variables contain headers and bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from types import TracebackType

_INTERNAL: Final = frozenset(
    {
        *("openrouterkit", "openrouterkit_api", "openrouterkit_runtime"),
        *("httpx", "httpx2", "httpcore", "httpcore2", "h11", "h2", "hpack"),
    }
)
"""Packages whose frames are removed."""


def hide_internal_frames(error: BaseException) -> None:
    """Remove the frames of this package and of httpx from the tracebacks of an exception, its causes and contexts.

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
        if frame.tb_frame.f_globals.get("__name__", "").partition(".")[0] not in _INTERNAL:
            kept.append(frame)
        frame = frame.tb_next
    remaining: TracebackType | None = None
    for each in reversed(kept):
        each.tb_next = remaining
        remaining = each
    return remaining
