# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `DefaultParameters`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET


class DefaultParameters(JsonModel):
    """Values that the service uses for parameters that a request omits. Null leaves the choice to the
    provider.
    """

    frequency_penalty: float | None
    """Default of `frequency_penalty`, from -2 to 2."""
    presence_penalty: float | None
    """Default of `presence_penalty`, from -2 to 2."""
    repetition_penalty: float | None
    """Default of `repetition_penalty`, from 0 to 2; 1 means no penalty."""
    temperature: float | None
    """Default of `temperature`, from 0 to 2."""
    top_k: int | None
    """Default of `top_k`, in tokens; 0 means no limit."""
    top_p: float | None
    """Default of `top_p`, from 0 to 1."""

    def __init__(
        self,
        *,
        frequency_penalty: float | None = UNSET,
        presence_penalty: float | None = UNSET,
        repetition_penalty: float | None = UNSET,
        temperature: float | None = UNSET,
        top_k: int | None = UNSET,
        top_p: float | None = UNSET,
    ) -> None:
        self._build(locals())
