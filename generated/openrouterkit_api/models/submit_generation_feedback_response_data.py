# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `SubmitGenerationFeedbackResponseData`."""

from __future__ import annotations

from typing import Literal

from openrouterkit_runtime.model import JsonModel


class SubmitGenerationFeedbackResponseData(JsonModel):
    """The result of a report about a generation."""

    success: Literal[True]
    """Always true: the report was accepted."""

    def __init__(self, *, success: Literal[True] = True) -> None:
        self._build(locals())
