# Generated from mistral.yaml sha256:c1a15b97de4c4674 by `make generate`: do not edit, change the contract or codegen/ instead.
"""A model; `type` selects the kind."""

from __future__ import annotations

from typing import Any, TypeAlias, cast

from openrouterkit_runtime.decoders import UnknownVariant
from openrouterkit_runtime.model import owned

from ._unions import DECODERS
from .base_model_card import BaseModelCard
from .ft_model_card import FTModelCard

ModelCard: TypeAlias = BaseModelCard | FTModelCard | UnknownVariant
"""A model; `type` selects the kind."""


def read_model_card(data: Any) -> ModelCard:
    """Decode a JSON value as the matching variant; an object that matches none becomes an `UnknownVariant`."""
    return cast("ModelCard", DECODERS["ModelCard"](owned(data)))
