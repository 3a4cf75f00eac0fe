"""Webhooks: whether a request that says it is the service's is.

    event = webhooks.verify(await request.body(), request.headers.get(webhooks.HEADER), secret)
    event.json()

The service signs each request with the secret of your account: `X-OpenRouter-Signature: t=<unix seconds>,v1=<hex>`, the
HMAC-SHA256 of `t`, a comma and the body. While secrets are exchanged there may be several `v1`.
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

HEADER: Final = "X-OpenRouter-Signature"
"""The header that has the signature."""

SignatureFault = Literal["missing", "malformed", "wrong", "expired"]

_SECONDS: Final = re.compile(r"[0-9]{1,12}")
_DIGEST: Final = re.compile(r"[0-9a-fA-F]{64}")


class WebhookSignatureError(OpenRouterError):
    """A request is not to be taken for the service's: answer 400 and do nothing.

    Attributes:
        reason: the header is "missing" or "malformed", no signature in it is right ("wrong"), or it was made too long
            ago or too far ahead of this machine's clock ("expired").
    """

    def __init__(self, message: str = "", reason: SignatureFault = "wrong") -> None:
        super().__init__(message, reason)
        self.reason: SignatureFault = reason

    def __str__(self) -> str:
        return str(self.args[0])


@frozen
class WebhookEvent:
    """A request that the service did send.

    Attributes:
        sent_at: when it was signed, aware and in UTC.
        body: as it came.
    """

    sent_at: datetime
    body: bytes = field(repr=False)

    def json(self) -> Any:
        """The body's JSON value.

        Raises:
            DecodeError: the body is not JSON.
        """
        import openrouterkit_api
        from openrouterkit_runtime.json import decode as decode_json

        from .errors import DecodeError

        try:
            return decode_json(self.body)
        except openrouterkit_api.DecodeError as error:
            raise DecodeError(f"the body of the webhook cannot be read: {error}", self.body) from None


def verify(
    payload: bytes | bytearray | memoryview,
    header: str | None,
    secret: str | bytes | Secret,
    *,
    tolerance: float = 300.0,
    now: float | None = None,
) -> WebhookEvent:
    """The event, where the signature is right and was made just now.

    Args:
        payload: the body's bytes as they came, before anything has parsed them.
        header: what `X-OpenRouter-Signature` says; None where the request has none.
        secret: the one the service signs with.
        tolerance: seconds that the signature may be old, or ahead of this machine's clock.
        now: Unix seconds; the clock's unless given.

    Raises:
        WebhookSignatureError: the request is not to be taken for the service's.
        ConfigurationError: a payload that is not bytes, an empty secret.
    """
    body = _checked(payload, secret)
    if not header:
        raise WebhookSignatureError(f"the request has no header {HEADER}: the service sent no such request", "missing")
    stamp, digests = _parsed(header)
    if not _fits(_digest(stamp, body, secret), digests):
        raise WebhookSignatureError(
            "no signature of the webhook fits its body: check that the secret is the account's, and that the body is "
            "passed as it came, not parsed and written anew",
            "wrong",
        )
    age = (time.time() if now is None else now) - int(stamp)
    if not abs(age) <= tolerance:
        how = f"{age:.0f} s ago" if age > 0 else f"{-age:.0f} s ahead of this machine's clock"
        raise WebhookSignatureError(
            f"the webhook was signed {how}, and {tolerance:g} s are tolerated: somebody sends it again, "
            f"or a clock is wrong",
            "expired",
        )
    return WebhookEvent(_moment(int(stamp)), body)


def sign(payload: bytes | bytearray | memoryview, secret: str | bytes | Secret, *, now: float | None = None) -> str:
    """The header that the service would send with this body: for tests of who receives it.

    Args:
        payload: the body's bytes.
        secret: the one it is signed with.
        now: Unix seconds; the clock's unless given.

    Raises:
        ConfigurationError: a payload that is not bytes, an empty secret.
    """
    body = _checked(payload, secret)
    stamp = str(int(time.time() if now is None else now))
    return f"t={stamp},v1={_digest(stamp, body, secret).hex()}"


def _checked(payload: Any, secret: str | bytes | Secret) -> bytes:
    if not isinstance(payload, bytes | bytearray | memoryview):
        raise ConfigurationError(
            f"the payload of a webhook is the body's bytes as they came, not {type(payload).__name__}: what was "
            f"decoded or parsed may not be what was signed"
        )
    if not secret:
        raise ConfigurationError("the secret of the webhook is empty, so that anybody could sign: check its source")
    return bytes(payload)


def _digest(stamp: str, body: bytes, secret: str | bytes | Secret) -> bytes:
    text = secret.reveal() if isinstance(secret, Secret) else secret
    key = text.encode() if isinstance(text, str) else text
    return hmac.digest(key, stamp.encode() + b"," + body, "sha256")


def _fits(right: bytes, digests: list[bytes]) -> bool:
    # All are compared, so that the time it takes does not tell which was right.
    return sum(hmac.compare_digest(right, digest) for digest in digests) > 0


def _parsed(header: str) -> tuple[str, list[bytes]]:
    """The time as it is written, and the signatures; those of other versions are passed over."""
    pairs = [(name.strip(), value.strip()) for name, _, value in (part.partition("=") for part in header.split(","))]
    stamps = [value for name, value in pairs if name == "t"]
    digests = [bytes.fromhex(value) for name, value in pairs if name == "v1" and _DIGEST.fullmatch(value)]
    if len(stamps) != 1 or not _SECONDS.fullmatch(stamps[0]) or not digests:
        raise WebhookSignatureError(f"the header {HEADER} is not t=<unix seconds>,v1=<64 hex digits>", "malformed")
    return stamps[0], digests


def _moment(seconds: int) -> datetime:
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):  # signed, and beyond what a date can say
        return datetime.max.replace(tzinfo=UTC)
