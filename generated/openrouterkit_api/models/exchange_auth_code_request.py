# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ExchangeAuthCodeRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from ._enumerations import CodeChallengeMethod

    class ExchangeAuthCodeRequestDict(TypedDict, total=False):
        """`ExchangeAuthCodeRequest` as a plain dict."""

        code: Required[str]
        code_challenge_method: CodeChallengeMethod | None
        code_verifier: str


class ExchangeAuthCodeRequest(JsonModel):
    """The authorization code to exchange for an API key."""

    code: str
    """The authorization code, from the parameter `code` of the callback URL, or from the response that
    created it.
    """
    code_challenge_method: CodeChallengeMethod | None
    """How the challenge was computed; the same as when the code was requested. Null or absent without a
    challenge.
    """
    code_verifier: str | None
    """The secret verifier of the code challenge (RFC 7636: 43 to 128 characters, from letters, digits and
    `-._~`). Required if the code was requested with a challenge.
    """

    def __init__(
        self, *, code: str, code_challenge_method: CodeChallengeMethod | None = UNSET, code_verifier: str = UNSET
    ) -> None:
        self._build(locals())
