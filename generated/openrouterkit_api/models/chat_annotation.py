# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""A note attached to an assistant message: a web source it cites, or a file that was parsed for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias, cast

from .._runtime.model import owned
from .._runtime.variants import UnknownVariant
from ._unions import READERS
from .chat_annotation_file import ChatAnnotationFile, ChatAnnotationFileDict
from .chat_annotation_url_citation import ChatAnnotationUrlCitation, ChatAnnotationUrlCitationDict

ChatAnnotation: TypeAlias = ChatAnnotationUrlCitation | ChatAnnotationFile | UnknownVariant
"""A note attached to an assistant message: a web source it cites, or a file that was parsed for it."""

ChatAnnotationDict: TypeAlias = ChatAnnotationUrlCitationDict | Mapping[str, Any] | ChatAnnotationFileDict
"""What a caller may give for a `ChatAnnotation`."""


def read_chat_annotation(data: Any) -> ChatAnnotation:
    """The variant that the JSON value is; one the contract does not know is kept as it came."""
    return cast("ChatAnnotation", READERS["ChatAnnotation"](owned(data)))
