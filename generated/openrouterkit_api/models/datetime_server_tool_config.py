# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `DatetimeServerToolConfig`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:

    class DatetimeServerToolConfigDict(TypedDict, total=False):
        """`DatetimeServerToolConfig` as a plain dict."""

        timezone: str


class DatetimeServerToolConfig(JsonModel):
    """Settings of the datetime tool."""

    timezone: str | None
    """Time zone of the result, by its IANA name such as Europe/Berlin. Defaults to UTC."""

    def __init__(self, *, timezone: str = UNSET) -> None:
        self._build(locals())
