"""Limits of the size of response bodies."""

from __future__ import annotations

from typing import Final

RESPONSE_LIMIT: Final = 128 * 1024 * 1024
"""Maximum size of a decompressed response body, and of one event of a stream, in bytes."""

ERROR_BODY_LIMIT: Final = 1024 * 1024
"""Number of bytes that are read of the body of an error response."""
