"""The errors one answer can mean, without the secrets of the request it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Self, TypeVar

from attrs import field, frozen

from .._call.secret import CREDENTIALS, Secret
from ..errors import APIError, DecodeError, OpenRouterError, StreamError
from .redaction import masked, masked_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..flow import Request, Response

E = TypeVar("E", bound=OpenRouterError)

_BEGINNING: Final = 4000


@frozen
class Failures:
    """What the errors of one answer are made of.

    A service, or a proxy before it, may send back what it was sent: no error keeps the key, whatever it is made of.

    Attributes:
        status: HTTP's.
        headers: of the answer.
        secrets: of the request: its key, and what its credential headers say.
    """

    status: int
    headers: Mapping[str, str] = field(repr=False)
    secrets: tuple[Secret, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, response: Response) -> Self:
        """The failures of a flow's response."""
        return cls(response.status, response.headers, _secrets(response.request))

    def stated(self, body: bytes) -> APIError:
        """The error that a failing answer means, or the data of an event that carries one."""
        from .error_body import api_error

        return api_error(self.status, self._headers(), self.clean(body))

    def clean(self, body: bytes) -> bytes:
        """What came, without the secrets."""
        return masked(body, self._revealed())

    def inside(self, body: bytes, *, without_choices: bool = False) -> APIError | None:
        """The error that a success carries in its body, None where it carries none.

        Args:
            body: of the success.
            without_choices: whether it must have choices, so that one without may be an error of any shape.
        """
        # Every such body has the word somewhere; most bodies do not have it at all.
        bare = without_choices and b'"choices"' not in body
        if b"error" not in body and not bare:
            return None
        from .error_body import error_inside

        return self.stated(body) if error_inside(body, bare=bare) else None

    def undecodable(self, how: str, body: bytes | None) -> DecodeError:
        """The error of a success that is not what it must be, with the beginning of it."""
        from openrouterkit_runtime.responses import body_text

        beginning = self.clean((body or b"")[:_BEGINNING])
        return self.marked(DecodeError(how, body_text(beginning, self.headers)))

    def unreadable(self, how: str, event: str) -> StreamError:
        """The error of an event that is not JSON, with the beginning of it."""
        error = StreamError(how)
        error.body = self._text(event[:_BEGINNING])[: _BEGINNING // 2]
        return self.marked(error)

    def marked(self, error: E) -> E:
        """The error, with a note of which answer it is about."""
        if isinstance(error, APIError):
            return error
        from .error_body import request_id

        headers = self._headers()
        error.args = tuple(self._text(part) if isinstance(part, str) else part for part in error.args)
        error.status_code = self.status
        error.headers = headers
        error.generation_id = error.generation_id or headers.get("x-generation-id")
        error.request_id = error.request_id or request_id(headers)
        return error

    def _revealed(self) -> tuple[str, ...]:
        return tuple(secret.reveal() for secret in self.secrets)

    def _text(self, text: str) -> str:
        return masked_text(text, self._revealed())

    def _headers(self) -> Mapping[str, str]:
        clean = [(name, self._text(value)) for name, value in self.headers.items()]
        if all(value == self.headers[name] for name, value in clean):
            return self.headers
        import httpx

        return httpx.Headers(clean)


def _secrets(request: Request) -> tuple[Secret, ...]:
    said = (value for name, value in request.headers.items() if name.lower() in CREDENTIALS)
    stated = tuple(Secret(word) for value in said for word in value.split())
    return stated if request.key is None else (request.key, *stated)
