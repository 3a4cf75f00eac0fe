"""The loggers of the package, and the redaction of what httpx and its libraries log.

The logger `openrouterkit` logs a line for each request and each retry. Its child `openrouterkit.bodies` logs bodies,
and is off unless OPENROUTERKIT_LOG_BODIES is set.
"""

from __future__ import annotations

import logging
from functools import cache
from typing import TYPE_CHECKING, Final

from .._options.secret import find_live_secrets
from ..errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Mapping

logger = logging.getLogger("openrouterkit")

body_logger = logging.getLogger("openrouterkit.bodies")
body_logger.setLevel(logging.CRITICAL + 1)  # off, whatever the level of the parent

_SWITCH: Final = {"": None, "1": True, "true": True, "on": True, "0": False, "false": False, "off": False}

_TRANSPORT_LOGGERS: Final = (
    *(
        f"{package}.{module}"
        for package in ("httpcore", "httpcore2")
        for module in ("connection", "http11", "http2", "proxy", "socks")
    ),
    *("httpx", "httpx2", "hpack.hpack", "hpack.table", "hpack.huffman"),
)
"""Loggers that log the headers of requests and responses. A filter does not apply to child loggers."""

_COMPRESSED_HEADERS: Final = ("Encoded header block", "Decoding %s")
"""The beginnings of messages with compressed headers, in which a secret cannot be found."""


@cache
def redact_transport_logs() -> None:
    """Redact the secrets in use in what httpx and its libraries log; add this once, it costs nothing while they do not.

    They log headers at DEBUG, and the status line, in which a service may echo the key, at INFO.
    """
    redaction = _Redaction()
    for name in _TRANSPORT_LOGGERS:
        logging.getLogger(name).addFilter(redaction)


class _Redaction(logging.Filter):
    """Redacts the secrets of all clients and requests in a record."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name.startswith("hpack") and str(record.msg).startswith(_COMPRESSED_HEADERS):
            return False
        secrets = find_live_secrets()
        if secrets:
            from .._errors.redaction import redact_text

            try:
                message = record.getMessage()
            except Exception:  # noqa: BLE001 - the handler reports an invalid record; it must not fail the call
                return True
            redacted = redact_text(message, secrets)
            if redacted != message:
                record.msg, record.args = redacted, ()
        return True


def configure_logging(environment: Mapping[str, str], prefix: str | None = None) -> None:
    """Set what is logged, and log to standard error unless logging is already configured.

    Args:
        environment: The environment variables. OPENROUTERKIT_LOG is "debug", "info", "warning" or "error", in any case.
            OPENROUTERKIT_LOG_BODIES is "1", "true" or "on" to log the bodies of requests and responses, "0", "false" or
            "off" to not log them.
        prefix: The beginning of the service's own variables, such as PETS_LOG, which apply if these are not set, or
            empty; None if it has none.

    Raises:
        ConfigurationError: A value is unknown.
    """
    variable, level = _read(environment, "LOG", prefix)
    if level:
        try:
            logger.setLevel(level.upper())
        except ValueError:
            raise ConfigurationError(
                f"invalid {variable} {level!r:.40}: set it to debug, info, warning or error"
            ) from None
    variable, bodies = _read(environment, "LOG_BODIES", prefix)
    switch = bodies.strip().lower()
    if switch not in _SWITCH:
        raise ConfigurationError(f"invalid {variable} {bodies!r:.40}: set it to 1 or 0")
    enabled = _SWITCH[switch]
    if enabled is not None:
        body_logger.setLevel(logging.DEBUG if enabled else logging.CRITICAL + 1)
    if (level or enabled) and not _has_output(logger):
        logger.addHandler(logging.StreamHandler())


class _Fallback(logging.Handler):
    """Prints errors, but no warnings, in a program that has not configured logging, where Python prints both.

    Retries are warnings, and would disturb what the program displays; errors would be lost if nothing printed them.
    """

    def emit(self, record: logging.LogRecord) -> None:
        if logging.lastResort is not None and not _has_output(logging.getLogger(record.name)):
            logging.lastResort.handle(record)


logger.addHandler(_Fallback(logging.ERROR))


def _has_output(current: logging.Logger | None) -> bool:
    """Return True if a handler that the program has added to a logger, or to one above it, receives records."""
    while current is not None:
        if not all(isinstance(handler, _Fallback | logging.NullHandler) for handler in current.handlers):
            return True
        current = current.parent if current.propagate else None
    return False


def _read(environment: Mapping[str, str], name: str, prefix: str | None) -> tuple[str, str]:
    """Return a variable and its value: that of the package, or that of the service."""
    variable = f"OPENROUTERKIT_{name}"
    if prefix and not environment.get(variable):
        variable = f"{prefix}_{name}"
    return variable, environment.get(variable, "")
