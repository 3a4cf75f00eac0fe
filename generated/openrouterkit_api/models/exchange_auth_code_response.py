# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ExchangeAuthCodeResponse`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class ExchangeAuthCodeResponse(JsonModel):
    """The response with the API key of the user who agreed."""

    key: str
    """The API key; keep it secret. It is shown only here."""
    user_id: str | None
    """Account that the key belongs to. Null if the service does not report it."""

    def __init__(self, *, key: str, user_id: str | None) -> None:
        self._build(locals())
