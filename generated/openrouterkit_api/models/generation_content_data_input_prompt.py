# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""A prompt that a model was given."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from .._runtime.model import JsonModel

if TYPE_CHECKING:
    from .._runtime.model import Members


@define(init=False, repr=False, eq=False, match_args=False)
class GenerationContentDataInputPrompt(JsonModel):
    """A prompt that a model was given."""

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
