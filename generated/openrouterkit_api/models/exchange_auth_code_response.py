# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `ExchangeAuthCodeResponse`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class ExchangeAuthCodeResponse(JsonModel):
    """Answer with the API key of the user who agreed."""

    key: str
    """The API key, to be kept secret. It is shown only here."""
    user_id: str | None
    """Account the key belongs to. Null when the service does not tell."""

    def __init__(self, *, key: str, user_id: str | None) -> None:
        self._build(locals())
