# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
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
    """An authorization code to exchange for an API key."""

    code: str
    """The authorization code, from the parameter `code` of the callback URL, or from the answer that
    created it.
    """
    code_challenge_method: CodeChallengeMethod | None
    """How the challenge was made; the same as when the code was asked for. Null or absent without a
    challenge.
    """
    code_verifier: str | None
    """The secret that the code challenge was made from (RFC 7636: 43 to 128 characters, from letters,
    digits and `-._~`). Needed if a challenge was given when the code was asked for.
    """

    def __init__(
        self, *, code: str, code_challenge_method: CodeChallengeMethod | None = UNSET, code_verifier: str = UNSET
    ) -> None:
        self._build(locals())
