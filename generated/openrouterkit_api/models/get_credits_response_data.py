# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `GetCreditsResponseData`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class GetCreditsResponseData(JsonModel):
    """Credits of an account. The remainder is `total_credits` minus `total_usage`."""

    total_credits: float
    """Credits bought in total, in US dollars."""
    total_usage: float
    """Credits used in total, in US dollars."""

    def __init__(self, *, total_credits: float, total_usage: float) -> None:
        self._build(locals())
