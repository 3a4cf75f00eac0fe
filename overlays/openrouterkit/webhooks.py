"""Webhooks: verify that a request was signed by the service.

    event = webhooks.verify(await request.body(), request.headers.get(webhooks.HEADER), secret)
    event.json()

The service signs each webhook with the secret of your account and sends the header
`X-OpenRouter-Signature: t=<unix seconds>,v1=<hex>`, where `v1` is the HMAC-SHA256 of `t`, a comma and the body. While a
secret is being replaced, the header may have several `v1`.
"""

from __future__ import annotations

import hmac
import re
import time
from datetime import UTC, datetime
from typing import Any, Final, Literal

from attrs import field, frozen

from ._options.secret import Secret
from .errors import ConfigurationError, OpenRouterError

__all__ = ["HEADER", "WebhookEvent", "WebhookSignatureError", "sign", "verify"]

HEADER: Final = "X-OpenRouter-Signature"
"""The name of the header with the signature."""

SignatureFault = Literal["missing", "malformed", "wrong", "expired"]
"""Why a signature is invalid; see `WebhookSignatureError`."""

_SECONDS: Final = re.compile(r"[0-9]{1,12}")
_DIGEST: Final = re.compile(r"[0-9a-fA-F]{64}")


class WebhookSignatureError(OpenRouterError):
    """A webhook has no valid signature. Respond with status 400 and ignore the request.

    Args:
        message: The text of the error.
        reason: Why the signature is invalid.

    Attributes:
        reason: "missing" if the header is absent, "malformed" if it cannot be parsed, "wrong" if no signature in it
            matches the body, "expired" if the time of the signature differs too much from the clock of this machine.
    """

    def __init__(self, message: str = "", reason: SignatureFault = "wrong") -> None:
        super().__init__(message, reason)
        self.reason: SignatureFault = reason

    def __str__(self) -> str:
        return str(self.args[0])


@frozen
class WebhookEvent:
    """A webhook with a valid signature.

    Attributes:
        sent_at: The time of the signature, an aware datetime in UTC.
        body: The body as bytes, unchanged.
    """

    sent_at: datetime
    body: bytes = field(repr=False)

    def json(self) -> Any:
        """Return the body parsed as JSON.

        Raises:
            DecodeError: The body is not JSON.
        """
        import openrouterkit_api
        from openrouterkit_runtime.json import decode as decode_json

        from .errors import DecodeError

        try:
            return decode_json(self.body)
        except openrouterkit_api.DecodeError as error:
            raise DecodeError(f"the body of the webhook is not valid JSON: {error}", self.body) from None


def verify(
    payload: bytes | bytearray | memoryview,
    header: str | None,
    secret: str | bytes | Secret,
    *,
    tolerance: float = 300.0,
    now: float | None = None,
) -> WebhookEvent:
    """Verify the signature of a webhook and return the event.

    Args:
        payload: The body of the request as bytes, unchanged. Pass it before it is decoded or parsed.
        header: The value of the header `X-OpenRouter-Signature`; None if the request has none.
        secret: The webhook secret of your account.
        tolerance: The maximum difference in seconds between the time of the signature and `now`.
        now: The current time in Unix seconds. Defaults to the clock of this machine.

    Raises:
        WebhookSignatureError: The signature is missing, malformed, wrong or expired; see its `reason`.
        ConfigurationError: The payload is not bytes, or the secret is empty.
    """
    body = _check_payload(payload, secret)
    if not header:
        raise WebhookSignatureError(f"the request has no header {HEADER}, so the service did not send it", "missing")
    timestamp, digests = _parse_header(header)
    if not _contains_digest(digests, _compute_digest(timestamp, body, secret)):
        raise WebhookSignatureError(
            "no signature of the webhook matches its body; check that the secret is the one of the account, and pass "
            "the body unchanged, not parsed and serialized again",
            "wrong",
        )
    age = (time.time() if now is None else now) - int(timestamp)
    if not abs(age) <= tolerance:
        distance = f"{age:.0f} s ago" if age > 0 else f"{-age:.0f} s in the future"
        raise WebhookSignatureError(
            f"the webhook was signed {distance}, but the tolerance is {tolerance:g} s; ignore it as a replay, or "
            f"correct the clock of this machine",
            "expired",
        )
    return WebhookEvent(_convert_timestamp(int(timestamp)), body)


def sign(payload: bytes | bytearray | memoryview, secret: str | bytes | Secret, *, now: float | None = None) -> str:
    """Return the value of the signature header for a body, to test your own webhook handler.

    Args:
        payload: The body as bytes.
        secret: The secret to sign with.
        now: The time of the signature in Unix seconds. Defaults to the clock of this machine.

    Raises:
        ConfigurationError: The payload is not bytes, or the secret is empty.
    """
    body = _check_payload(payload, secret)
    timestamp = str(int(time.time() if now is None else now))
    return f"t={timestamp},v1={_compute_digest(timestamp, body, secret).hex()}"


def _check_payload(payload: Any, secret: str | bytes | Secret) -> bytes:
    if not isinstance(payload, bytes | bytearray | memoryview):
        raise ConfigurationError(
            f"the payload of a webhook must be the body as bytes, not {type(payload).__name__}; pass the bytes before "
            f"they are decoded or parsed, as the signature covers them unchanged"
        )
    if not secret:
        raise ConfigurationError("the secret of the webhook is empty; check where it is read from")
    return bytes(payload)


def _compute_digest(timestamp: str, body: bytes, secret: str | bytes | Secret) -> bytes:
    text = secret.reveal() if isinstance(secret, Secret) else secret
    key = text.encode() if isinstance(text, str) else text
    return hmac.digest(key, timestamp.encode() + b"," + body, "sha256")


def _contains_digest(digests: list[bytes], expected: bytes) -> bool:
    # Compare all of them, so that the duration does not reveal which one matched.
    return sum(hmac.compare_digest(expected, digest) for digest in digests) > 0


def _parse_header(header: str) -> tuple[str, list[bytes]]:
    """Return the time as text and the signatures of version 1. Signatures of other versions are ignored."""
    pairs = [(name.strip(), value.strip()) for name, _, value in (part.partition("=") for part in header.split(","))]
    timestamps = [value for name, value in pairs if name == "t"]
    digests = [bytes.fromhex(value) for name, value in pairs if name == "v1" and _DIGEST.fullmatch(value)]
    if len(timestamps) != 1 or not _SECONDS.fullmatch(timestamps[0]) or not digests:
        raise WebhookSignatureError(f"the header {HEADER} must be t=<unix seconds>,v1=<64 hex digits>", "malformed")
    return timestamps[0], digests


def _convert_timestamp(seconds: int) -> datetime:
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):  # beyond the range of datetime
        return datetime.max.replace(tzinfo=UTC)
