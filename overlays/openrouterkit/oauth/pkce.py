"""The start of a login: the code verifier, its challenge, and the URL of the login page."""

from __future__ import annotations

import re
import secrets
from base64 import urlsafe_b64encode
from hashlib import sha256
from string import ascii_letters, digits
from typing import TYPE_CHECKING, Any, Final, Literal
from urllib.parse import quote, urlencode, urlsplit

from attrs import field, frozen

from openrouterkit_api import BASE_URL, UNSET

from .._options.secret import Secret
from .._request.urls import parse_base_url
from ..errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from openrouterkit_api.models import APIKeyLimitReset

__all__ = ["Challenge", "authorize_url", "code_challenge", "code_verifier"]

_UNRESERVED: Final = ascii_letters + digits + "-._~"
_VERIFIER: Final = re.compile(r"[A-Za-z0-9\-._~]{43,128}", re.ASCII)


def code_verifier(length: int = 64) -> str:
    """Return a new code verifier, a random secret. Keep it until the code is exchanged.

    Args:
        length: The number of characters, 43 to 128.

    Raises:
        ConfigurationError: The length is out of range.
    """
    if not 43 <= length <= 128:
        raise ConfigurationError(f"the length of a code verifier must be 43 to 128 (RFC 7636), not {length}")
    return "".join(secrets.choice(_UNRESERVED) for _ in range(length))


def code_challenge(verifier: str | Secret) -> str:
    """Return the S256 challenge of a code verifier: its SHA-256 in base64url without padding, 43 characters.

    Args:
        verifier: The code verifier.

    Raises:
        ConfigurationError: The verifier is invalid by RFC 7636.
    """
    digest = sha256(_check_verifier(verifier).reveal().encode("ascii")).digest()
    return urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")


def _check_verifier(verifier: str | Secret) -> Secret:
    secret = verifier if isinstance(verifier, Secret) else Secret(verifier)
    if not _VERIFIER.fullmatch(secret.reveal()):
        raise ConfigurationError(
            "the code verifier (not shown) must be 43 to 128 letters, digits and -._~ (RFC 7636); "
            "use the one that Challenge() generates"
        )
    return secret


@frozen
class Challenge:
    """A code verifier, which stays secret, and its challenge, which is part of the authorize URL.

    A web application stores `challenge.verifier.reveal()` in the session of the user, and builds the `Challenge` from
    it when the callback arrives.

    Args:
        verifier: The code verifier. Defaults to a new one.

    Raises:
        ConfigurationError: The verifier is invalid by RFC 7636.
    """

    verifier: Secret = field(factory=lambda: Secret(code_verifier()), converter=_check_verifier, repr=False)

    @property
    def code_challenge(self) -> str:
        """The S256 challenge of the verifier, for the authorize URL."""
        return code_challenge(self.verifier)

    @property
    def code_challenge_method(self) -> Literal["S256"]:
        """The method of the challenge, always "S256"."""
        return "S256"


def authorize_url(
    callback_url: str,
    challenge: Challenge | str,
    *,
    state: str | None = None,
    base_url: str = BASE_URL,
    key_label: str = UNSET,
    limit: float = UNSET,
    usage_limit_type: APIKeyLimitReset = UNSET,
    expires_at: datetime | str | None = UNSET,
    workspace_id: str = UNSET,
    extra_query: Mapping[str, Any] | None = None,
) -> str:
    """Return the URL of the login page, to open in the browser of the user.

    Args:
        callback_url: The URL that the browser requests after the login, with `code` as a query parameter.
        challenge: A `Challenge`, or an S256 challenge as text.
        state: A random text that the callback must contain, to detect forged callbacks. It is sent as a part of the
            callback URL.
        base_url: The base URL of the client. For another service than OpenRouter, the page is `/auth` at its origin.
        key_label: The label of the key, at most 100 characters. The user can change it and the following four
            settings; `client.api_keys.get_current_key()` returns the granted ones.
        limit: The most that can be spent with the key, in US dollars, per period of `usage_limit_type` or in total.
        usage_limit_type: The period of `limit`: "daily", "weekly" or "monthly". By default the limit is for all time.
        expires_at: The time at which the key expires. Defaults to never.
        workspace_id: The UUID of the workspace to create the key in.
        extra_query: Further query parameters of the login page.

    Raises:
        ConfigurationError: The callback URL is invalid.
    """
    from openrouterkit_api.models import CreateAuthCodeRequest

    parameters = CreateAuthCodeRequest(
        callback_url=add_state(callback_url, state),
        code_challenge=challenge.code_challenge if isinstance(challenge, Challenge) else challenge,
        code_challenge_method="S256",
        key_label=key_label,
        limit=limit,
        usage_limit_type=usage_limit_type,
        expires_at=expires_at,
        workspace_id=workspace_id,
    )
    query = {**parameters.to_dict(), **(extra_query or {})}
    query = {name: value for name, value in query.items() if value is not None}
    return f"{_build_page_url(base_url)}?{urlencode(query, quote_via=quote, safe='')}"


def add_state(callback_url: str, state: str | None) -> str:
    """Return the callback URL with the state as a query parameter.

    Args:
        callback_url: An absolute URL without a fragment.
        state: The state; None adds nothing.

    Raises:
        ConfigurationError: The URL is not absolute, has a fragment, or already has a state, code or error.
    """
    parts = urlsplit(callback_url)
    if not parts.scheme or parts.fragment:
        raise ConfigurationError(
            "callback_url must be an absolute URL without a fragment, such as https://you.example/back"
        )
    if state is None:
        return callback_url
    if re.search(r"(^|&)(state|code|error)=", parts.query):
        raise ConfigurationError("callback_url must not have the query parameters state, code or error; remove them")
    query = f"{parts.query}&" if parts.query else ""
    return parts._replace(query=f"{query}state={quote(state, safe='')}").geturl()


def _build_page_url(base_url: str) -> str:
    """Return the URL of the login page, without a query, for the base URL of a service."""
    default = urlsplit(BASE_URL)
    parts = urlsplit(parse_base_url(base_url))
    host = parts.hostname or ""
    if host == default.hostname or host.endswith(f".{default.hostname}"):
        parts = default
    return f"{parts.scheme}://{parts.netloc}/auth"
