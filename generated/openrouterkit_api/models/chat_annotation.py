# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""A note attached to an assistant message: a web source it cites, or a file that was parsed for it."""

from __future__ import annotations

from typing import Any, TypeAlias, cast

from openrouterkit_runtime.decoders import UnknownVariant
from openrouterkit_runtime.mappings import JsonObject
from openrouterkit_runtime.model import owned

from . import ChatAnnotationFileDict, ChatAnnotationUrlCitationDict
from ._unions import DECODERS
from .chat_annotation_file import ChatAnnotationFile
from .chat_annotation_url_citation import ChatAnnotationUrlCitation

ChatAnnotation: TypeAlias = ChatAnnotationUrlCitation | ChatAnnotationFile | UnknownVariant
"""A note attached to an assistant message: a web source it cites, or a file that was parsed for it."""

ChatAnnotationDict: TypeAlias = ChatAnnotationUrlCitationDict | JsonObject | ChatAnnotationFileDict
"""The values that arguments accept for a `ChatAnnotation`, in addition to its models."""


def read_chat_annotation(data: Any) -> ChatAnnotation:
    """Decode a JSON value as the matching variant; an object that matches none becomes an `UnknownVariant`."""
    return cast("ChatAnnotation", DECODERS["ChatAnnotation"](owned(data)))
