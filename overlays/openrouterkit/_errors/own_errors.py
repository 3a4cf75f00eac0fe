"""Errors of a shape of the service's own, as `Service.read_error` finds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from .._flow.loggers import logger

if TYPE_CHECKING:
    from types import TracebackType

    from ..service import Service

_reported: WeakSet[Service] = WeakSet()
"""The services whose function has failed."""


def read_own_error(body: Any, service: Service) -> dict[str, Any] | None:
    """Return the error in a body, as `read_error` of the service returns it; None if there is none.

    Args:
        body: Decoded JSON, or text.
        service: The service that responded.
    """
    if service.read_error is None or body is None:
        return None
    try:
        error = service.read_error(body)
        return dict(error) if error is not None else None
    except Exception as raised:  # noqa: BLE001 - a body of another shape than the function expects is not an error of that shape
        if service not in _reported:
            _reported.add(service)
            _report(raised, service)
        return None


def _report(raised: Exception, service: Service) -> None:
    """Log an exception of `read_error`, without its text, which may contain a part of the body."""
    name = getattr(service.read_error, "__qualname__", None) or type(service.read_error).__name__
    logger.warning(
        "%s of the service %s raised %s%s, so errors that it should find lose their message; let it return None for "
        "bodies without an error (logged once)",
        *(name, service.name, type(raised).__name__, _find_place(raised.__traceback__)),
    )


def _find_place(traceback: TracebackType | None) -> str:
    """Return the file and line that raised an exception."""
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    if traceback is None:
        return ""
    return f" in {traceback.tb_frame.f_code.co_filename}, line {traceback.tb_lineno}"
