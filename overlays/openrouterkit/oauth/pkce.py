"""Where a login begins: verifier, challenge, and the URL that the user's browser goes to."""

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

_UNRESERVED: Final = ascii_letters + digits + "-._~"
_VERIFIER: Final = re.compile(r"[A-Za-z0-9\-._~]{43,128}", re.ASCII)


def code_verifier(length: int = 64) -> str:
    """A new secret of so many characters, 43 to 128, to be kept until the code is exchanged.

    Raises:
        ConfigurationError: another length.
    """
    if not 43 <= length <= 128:
        raise ConfigurationError(f"a code verifier has 43 to 128 characters (RFC 7636), not {length}")
    return "".join(secrets.choice(_UNRESERVED) for _ in range(length))


def code_challenge(verifier: str | Secret) -> str:
    """The S256 challenge of a verifier: its SHA-256 in base64url without padding, 43 characters.

    Raises:
        ConfigurationError: no verifier as RFC 7636 has them.
    """
    digest = sha256(_checked_verifier(verifier).reveal().encode("ascii")).digest()
    return urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")


def _checked_verifier(given: str | Secret) -> Secret:
    verifier = given if isinstance(given, Secret) else Secret(given)
    if not _VERIFIER.fullmatch(verifier.reveal()):
        raise ConfigurationError(
            "a code verifier is 43 to 128 letters, digits and -._~ (RFC 7636); this one (not shown here) is not: "
            "let Challenge() make one"
        )
    return verifier


@frozen
class Challenge:
    """A verifier, kept here, and its challenge, which the browser may see.

    Attributes:
        verifier: a new one unless given. A web application keeps `verifier.reveal()` in the user's session, and makes
            the challenge again of it when the code has come.
    """

    verifier: Secret = field(factory=lambda: Secret(code_verifier()), converter=_checked_verifier, repr=False)

    @property
    def code_challenge(self) -> str:
        """The challenge, for the authorize URL."""
        return code_challenge(self.verifier)

    @property
    def code_challenge_method(self) -> Literal["S256"]:
        """How it was made."""
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
    """The URL that the user's browser is sent to, to log in and agree.

    Args:
        callback_url: where the browser comes back to, with `code` among the parameters.
        challenge: a `Challenge`, or an S256 challenge as text.
        state: a word hard to guess that comes back too, so that a callback can be told from a forged one. It travels
            in the callback URL, as the service gives back nothing else.
        base_url: the client's. Another service than OpenRouter's own is taken to have its page at `/auth`.
        key_label: label of the key, at most 100 characters. The user decides about this and the following four:
            `client.api_keys.get_current_key()` returns what was granted.
        limit: most that may be spent with the key, in US dollars, in each period of `usage_limit_type` or in all.
        usage_limit_type: the period after which spending counts anew: daily, weekly or monthly.
        expires_at: when the key expires.
        workspace_id: UUID of the workspace to create the key in.
        extra_query: other parameters of the page.

    Raises:
        ConfigurationError: an invalid callback URL.
    """
    from openrouterkit_api.models import CreateAuthCodeRequest

    asked = CreateAuthCodeRequest(
        callback_url=add_state(callback_url, state),
        code_challenge=challenge.code_challenge if isinstance(challenge, Challenge) else challenge,
        code_challenge_method="S256",
        key_label=key_label,
        limit=limit,
        usage_limit_type=usage_limit_type,
        expires_at=expires_at,
        workspace_id=workspace_id,
    )
    query = {**asked.to_dict(), **(extra_query or {})}
    told = {name: value for name, value in query.items() if value is not None}
    return f"{_page(base_url)}?{urlencode(told, quote_via=quote, safe='')}"


def add_state(callback_url: str, state: str | None) -> str:
    """The callback URL with the state as a parameter.

    Raises:
        ConfigurationError: it is no absolute URL, or has a fragment or a state of its own.
    """
    parts = urlsplit(callback_url)
    if not parts.scheme or parts.fragment:
        raise ConfigurationError("callback_url is an absolute URL without a fragment, such as https://you.example/back")
    if state is None:
        return callback_url
    if re.search(r"(^|&)(state|code|error)=", parts.query):
        raise ConfigurationError("callback_url has a state, code or error of its own: those are the service's to add")
    query = f"{parts.query}&" if parts.query else ""
    return parts._replace(query=f"{query}state={quote(state, safe='')}").geturl()


def _page(base_url: str) -> str:
    own = urlsplit(BASE_URL)
    parts = urlsplit(parse_base_url(base_url))
    host = parts.hostname or ""
    if host == own.hostname or host.endswith(f".{own.hostname}"):
        parts = own
    return f"{parts.scheme}://{parts.netloc}/auth"
