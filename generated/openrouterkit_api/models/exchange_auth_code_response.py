# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Answer with the API key of the user who agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members


class ExchangeAuthCodeResponse(JsonModel):
    """Answer with the API key of the user who agreed."""

    __slots__ = ("key", "user_id")

    _members: ClassVar[Members] = {
        "key": ("key", None),
        "user_id": ("user_id", None),
    }

    key: str
    """The API key, to be kept secret. It is shown only here."""
    user_id: str | None
    """Account the key belongs to. Null when the service does not tell."""

    def __init__(
        self,
        *,
        key: str,
        user_id: str | None,
    ) -> None:
        self._assign(
            {
                "key": key,
                "user_id": user_id,
            }
        )
