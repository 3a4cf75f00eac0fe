# Generated from acme.yaml sha256:821beca4db60ceda by `openrouterkit generate SPEC OUT`: do not edit; change its document, or how it is generated, instead.
"""The model `Usage`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class Usage(JsonModel):
    """What an answer used."""

    words: int
    """Number of words of the question and the answer."""

    def __init__(self, *, words: int) -> None:
        self._build(locals())
