"""Sizes beyond which a body is not read."""

from __future__ import annotations

from typing import Final

RESPONSE_LIMIT: Final = 128 * 1024 * 1024
"""Bytes of a response body, decompressed; also of one event of a stream."""

ERROR_BODY_LIMIT: Final = 1024 * 1024
"""Bytes of the body of a failing response."""
