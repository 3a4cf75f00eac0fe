# Generated from acme.yaml sha256:821beca4db60ceda by `openrouterkit generate SPEC OUT`: do not edit; change its document, or how it is generated, instead.
"""The model `Balance`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class Balance(JsonModel):
    """What an account has left."""

    owner: str
    """The name of the owner."""
    words_left: int
    """Number of words left this month."""

    def __init__(self, *, owner: str, words_left: int) -> None:
        self._build(locals())
