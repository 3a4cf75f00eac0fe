"""Removal of keys from what tests record: headers, URLs and bodies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, quote, unquote, unquote_plus, urlsplit, urlunsplit

from attrs import field, frozen

from .._errors.redacted_bodies import HIDDEN, find_secret_values, hide_keys, mask_members, redact_json
from .._errors.redaction import MIN_LENGTH, redact
from .._options.secret_names import is_secret_name, split_secrets

if TYPE_CHECKING:
    from collections.abc import Iterable

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
        texts = {*known, *((parts.password, unquote(parts.password)) if parts.password else ())}
        texts.update(value for name, value in parse_qsl(parts.query) if is_secret_name(name, names))
        for name, value in headers:
            if is_secret_name(name, names):
                texts.update(split_secrets(name, value, declared=name.lower() in names))
        long = (text for text in texts if len(text) >= MIN_LENGTH)
        return cls(tuple(sorted(long, key=len, reverse=True)), names)

    def with_texts(self, texts: Iterable[str]) -> Secrets:
        """Return these secrets and further ones."""
        return Secrets(tuple(sorted({*self.texts, *filter(None, texts)}, key=len, reverse=True)), self.names)

    def with_received(self, value: Any) -> Secrets:
        """Return these secrets and those that a received JSON value brings, such as an access token.

        They are removed from the rest of the response, too.
        """
        return self.with_texts(text for text in find_secret_values(value) if len(text) >= MIN_LENGTH)

    def hide_header(self, name: str, value: str) -> str:
        """Return the value of a header; of a credential only its scheme, such as "Bearer ***"."""
        if name.lower() in self.names:
            return HIDDEN
        if not is_secret_name(name):
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
        """Return a text without the secrets, also where they are escaped or encoded, and without keys."""
        return self.hide_bytes(text.encode("utf-8", "surrogatepass")).decode("utf-8", "surrogatepass")

    def hide_bytes(self, content: bytes) -> bytes:
        """Return a body without the secrets, and without keys."""
        content = redact(content, self.texts, HIDDEN.encode())
        for text in self.texts:
            if len(text) < MIN_LENGTH:  # named by the user, so that it is hidden only exactly as it is
                for form in {text, quote(text, safe=""), quote(text)}:
                    content = content.replace(form.encode("utf-8", "surrogatepass"), HIDDEN.encode())
        return mask_members(hide_keys(content), certain=True)

    def hide_form(self, text: str) -> str:
        """Return an encoded form without the secrets, and without the values of members such as `client_secret`."""
        return self.hide_text(_hide_form(text, self.names))

    def hide_json(self, value: Any) -> Any:
        """Return a JSON value without the secrets, and without the values of members such as `access_token`."""
        return redact_json(value, self.hide_text)


def _hide_form(text: str, names: tuple[str, ...]) -> str:
    """Return a query, or an encoded form, with the values of credentials hidden."""

    def hide(match: re.Match[str]) -> str:
        secret = match[2] and is_secret_name(unquote_plus(match[1]), names)
        return f"{match[1]}={HIDDEN if secret else match[2]}"

    return _FORM_MEMBER.sub(hide, f"?{text}")[1:]
