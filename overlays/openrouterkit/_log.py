"""The logger of the package, named `openrouterkit`."""

from __future__ import annotations

import logging

from .errors import ConfigurationError

logger = logging.getLogger("openrouterkit")


def set_level(level: str | None) -> None:
    """Set the level of the logger, and have it print to standard error where logging is not configured.

    Args:
        level: debug, info, warning or error; nothing changes for None or "".

    Raises:
        ConfigurationError: the level is unknown.
    """
    if not level:
        return
    try:
        logger.setLevel(level.upper())
    except ValueError:
        raise ConfigurationError(f"OPENROUTER_LOG must be debug, info, warning or error, not {level!r:.40}") from None
    if not logger.hasHandlers():
        logger.addHandler(logging.StreamHandler())
