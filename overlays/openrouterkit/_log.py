"""The logger of the package, named `openrouterkit`."""

from __future__ import annotations

import logging

from .errors import ConfigurationError

logger = logging.getLogger("openrouterkit")


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
