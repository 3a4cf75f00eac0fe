# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Id of a source, a number or a text."""

from __future__ import annotations

from typing import Any, TypeAlias, cast

from openrouterkit_runtime.model import owned

from ._unions import DECODERS

ReferenceID: TypeAlias = int | str
"""Id of a source, a number or a text."""

ReferenceIDDict: TypeAlias = int | str
"""The values that arguments accept for a `ReferenceID`, in addition to its models."""


def read_reference_id(data: Any) -> ReferenceID:
    """Decode a JSON value as the matching variant; an object that matches none becomes an `UnknownVariant`."""
    return cast("ReferenceID", DECODERS["ReferenceID"](owned(data)))
