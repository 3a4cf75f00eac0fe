# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""A prompt that a model was given."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members


class GenerationContentDataInputPrompt(JsonModel):
    """A prompt that a model was given."""

    __slots__ = ("prompt",)

    _members: ClassVar[Members] = {
        "prompt": ("prompt", None),
    }

    prompt: str
    """The prompt."""

    def __init__(
        self,
        *,
        prompt: str,
    ) -> None:
        self._assign(
            {
                "prompt": prompt,
            }
        )
