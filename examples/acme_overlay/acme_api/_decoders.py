# Generated from acme.yaml sha256:821beca4db60ceda by `openrouterkit generate SPEC OUT`: do not edit; change its document, or how it is generated, instead.
"""Decoders for JSON values; those that build models use the models of this package."""

from __future__ import annotations

from functools import partial

from openrouterkit_runtime import decoders
from openrouterkit_runtime.decoders import Each, Kinds, Mapped, decode_date, decode_datetime

_MODELS = f"{__package__}.models"

Nested = partial(decoders.Nested, _MODELS)
Shaped = partial(decoders.Shaped, _MODELS)
Tagged = partial(decoders.Tagged, _MODELS)
Union = partial(decoders.Union, _MODELS)

__all__ = ("Each", "Kinds", "Mapped", "Nested", "Shaped", "Tagged", "Union", "decode_date", "decode_datetime")
