"""The logger of the package, named `openrouterkit`, and the redaction of what httpx and its libraries log."""

from __future__ import annotations

import logging
from functools import cache
from typing import Final

from ._options.secret import find_live_secrets
from .errors import ConfigurationError

logger = logging.getLogger("openrouterkit")

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
            from ._errors.redaction import redact_text

            try:
                message = record.getMessage()
            except Exception:  # noqa: BLE001 - the handler reports an invalid record; it must not fail the call
                return True
            redacted = redact_text(message, secrets)
            if redacted != message:
                record.msg, record.args = redacted, ()
        return True


def set_level(level: str | None) -> None:
    """Set the level of the logger, and log to standard error unless logging is already configured.

    Args:
        level: "debug", "info", "warning" or "error", in any case. None and "" change nothing.

    Raises:
        ConfigurationError: The level is unknown.
    """
    if not level:
        return
    try:
        logger.setLevel(level.upper())
    except ValueError:
        raise ConfigurationError(
            f"invalid OPENROUTER_LOG {level!r:.40}: set it to debug, info, warning or error"
        ) from None
    if not logger.hasHandlers():
        logger.addHandler(logging.StreamHandler())
