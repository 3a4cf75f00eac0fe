"""Removal of keys from what tests record: headers, URLs and bodies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, quote, urlsplit, urlunsplit

from attrs import field, frozen

from .._errors.redaction import MIN_LENGTH
from .._options.secret import is_credential, split_secrets

if TYPE_CHECKING:
    from collections.abc import Iterable

HIDDEN: Final = "***"
"""What stands in place of a secret."""

# Keys that are recognized by their form: of OpenRouter, OpenAI and similar services, after "Bearer", JSON web tokens.
_KEY: Final = re.compile(
    r"\bsk-[A-Za-z0-9_-]{12,}|(?<=\bBearer )[A-Za-z0-9._~+/-]{12,}=*|\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*"
)
# The value of a member such as "client_secret" or "key"; shorter values, and those with blanks, are ordinary words.
_TOKEN: Final = re.compile(r"[A-Za-z0-9._~+/=-]{16,}")
_FORM_MEMBER: Final = re.compile(r"(?<=[?&])([^=&?#\s]+)=([^&#\s]*)")


@frozen
class Secrets:
    """The secrets of a request, and those that the user named.

    Attributes:
        texts: The secret texts, the longest first.
        names: The headers and query parameters that are secret beside those with the name of a credential, in lower
            case.
    """

    texts: tuple[str, ...] = field(default=(), repr=False)
    names: tuple[str, ...] = ()

    @classmethod
    def find(
        cls, url: str, headers: Iterable[tuple[str, str]], known: Iterable[str] = (), names: tuple[str, ...] = ()
    ) -> Secrets:
        """Return the secrets in a URL and in headers.

        Args:
            url: The URL; its password, and parameters such as `api_key`.
            headers: (name, value) pairs.
            known: Further secrets.
            names: See `names`.
        """
        parts = urlsplit(url)
        texts = {*known, *filter(None, (parts.password,))}
        query = parse_qsl(parts.query)
        texts.update(value for name, value in query if is_credential(name))
        texts.update(value for name, value in (*query, *headers) if name.lower() in names)
        for name, value in headers:
            if is_credential(name):
                texts.update(split_secrets(name, value))
        long = (text for text in texts if len(text) >= MIN_LENGTH)
        return cls(tuple(sorted(long, key=len, reverse=True)), names)

    def with_texts(self, texts: Iterable[str]) -> Secrets:
        """Return these secrets and further ones."""
        return Secrets(tuple(sorted({*self.texts, *filter(None, texts)}, key=len, reverse=True)), self.names)

    def hide_header(self, name: str, value: str) -> str:
        """Return the value of a header; of a credential only its scheme, such as "Bearer ***"."""
        if name.lower() in self.names:
            return HIDDEN
        if not is_credential(name):
            return self.hide_text(value)
        if not any(split_secrets(name, value)):
            return value
        scheme, blank, _ = value.partition(" ")
        return f"{scheme} {HIDDEN}" if blank and "cookie" not in name.lower() else HIDDEN

    def hide_url(self, url: str) -> str:
        """Return a URL without user and password, and without the values of parameters such as `api_key`."""
        parts = urlsplit(url)
        query = _hide_form(parts.query, self.names)
        host = parts.netloc.rpartition("@")[2]
        return self.hide_text(urlunsplit((parts.scheme, host, parts.path, query, parts.fragment)))

    def hide_text(self, text: str) -> str:
        """Return a text without the secrets, also where they are escaped as in URLs or JSON, and without keys."""
        for secret in self.texts:
            for form in {
                secret,
                quote(secret, safe=""),
                quote(secret),
                secret.replace("\\", r"\\").replace('"', r"\""),
            }:
                text = text.replace(form, HIDDEN)
        return _KEY.sub(HIDDEN, text)

    def hide_bytes(self, content: bytes) -> bytes:
        """Return a body that is neither JSON nor text without the secrets."""
        for secret in self.texts:
            content = content.replace(secret.encode(), HIDDEN.encode())
        return content

    def hide_form(self, text: str) -> str:
        """Return an encoded form without the secrets, and without the values of members such as `client_secret`."""
        return self.hide_text(_hide_form(text))

    def hide_json(self, value: Any, name: str = "") -> Any:
        """Return a JSON value without the secrets, and without tokens in members such as `access_token`.

        Args:
            value: The value.
            name: The name of the member that has the value.
        """
        if isinstance(value, dict):
            return {self.hide_text(key): self.hide_json(each, key) for key, each in value.items()}
        if isinstance(value, list):
            return [self.hide_json(each, name) for each in value]
        if not isinstance(value, str):
            return value
        if is_credential(name) and _TOKEN.fullmatch(value):
            return HIDDEN
        return self.hide_text(value)


def _hide_form(text: str, names: tuple[str, ...] = ()) -> str:
    """Return a query, or an encoded form, with the values of credentials hidden."""

    def hide(match: re.Match[str]) -> str:
        secret = is_credential(match[1]) or match[1].lower() in names
        return f"{match[1]}={HIDDEN if secret and match[2] else match[2]}"

    return _FORM_MEMBER.sub(hide, f"?{text}")[1:]
