# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ToolChoiceSupport`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class ToolChoiceSupport(JsonModel):
    """Whether an endpoint supports each value of `tool_choice`."""

    auto: bool
    """Whether it supports `auto`."""
    function: bool
    """Whether it supports an object that names a function."""
    none: bool
    """Whether it supports `none`."""
    required: bool
    """Whether it supports `required`."""

    def __init__(self, *, auto: bool, function: bool, none: bool, required: bool) -> None:
        self._build(locals())
