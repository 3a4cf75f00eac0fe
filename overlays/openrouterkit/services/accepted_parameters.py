"""The parameters that the methods of a conversation accept with a compatible service, for type checkers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypedDict

from ..chats.methods import AcceptedParameters as AnyParameters
from ..chats.options import ConversationOptions, CorrectionOptions, DecisionOptions, ParseOptions, RunOptions
from .parameters import SharedParameters

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

    from typing_extensions import TypeVar

    from openrouterkit_api import UNSET, models
    from openrouterkit_runtime import Timeout

    from ..options import RequestOptions

    E = TypeVar("E", bound=Mapping[str, Any], default=Mapping[str, Any])
else:
    from typing import TypeVar

    E = TypeVar("E")

__all__ = ["AcceptedParameters"]


class _Model(TypedDict, total=False):
    """The model."""

    model: str


class _Format(TypedDict, total=False):
    """The required format of the answer."""

    response_format: models.ChatResponseFormat | models.ChatResponseFormatDict | type


class _Tools(TypedDict, total=False):
    """The tools that the model may call."""

    tools: Any


class _Settings(SharedParameters, _Model, ConversationOptions, _Format, total=False):
    """What `Conversation(...)` accepts."""


class _Request(SharedParameters, _Model, _Format, _Tools, total=False):
    """What `send` accepts."""


class _ParseStream(SharedParameters, _Model, ParseOptions, _Tools, total=False):
    """What `parse_stream` accepts."""


class _Parse(_ParseStream, CorrectionOptions, total=False):
    """What `parse` accepts."""


class _Run(SharedParameters, _Model, RunOptions, _Format, total=False):
    """What `run` accepts."""


class _Resume(_Run, DecisionOptions, total=False):
    """What `resume` accepts."""


class AcceptedParameters(AnyParameters, Generic[E]):
    """What the methods of a conversation accept, beside the message."""

    if TYPE_CHECKING:

        def _accept_settings(  # type: ignore[override]  # the parameters of this service
            self,
            *,
            extra_body: E | None = None,
            timeout: Timeout = UNSET,
            options: RequestOptions | None = None,
            **settings: Unpack[_Settings],
        ) -> None: ...
        def _accept_request(  # type: ignore[override]  # the parameters of this service
            self,
            *,
            extra_body: E | None = None,
            timeout: Timeout = UNSET,
            options: RequestOptions | None = None,
            **parameters: Unpack[_Request],
        ) -> None: ...
        def _accept_parse(  # type: ignore[override]  # the parameters of this service
            self,
            *,
            extra_body: E | None = None,
            timeout: Timeout = UNSET,
            options: RequestOptions | None = None,
            **parameters: Unpack[_Parse],
        ) -> None: ...
        def _accept_parse_stream(  # type: ignore[override]  # the parameters of this service
            self,
            *,
            extra_body: E | None = None,
            timeout: Timeout = UNSET,
            options: RequestOptions | None = None,
            **parameters: Unpack[_ParseStream],
        ) -> None: ...
        def _accept_run(  # type: ignore[override]  # the parameters of this service
            self,
            *,
            extra_body: E | None = None,
            timeout: Timeout = UNSET,
            options: RequestOptions | None = None,
            **parameters: Unpack[_Run],
        ) -> None: ...
        def _accept_resume(  # type: ignore[override]  # the parameters of this service
            self,
            *,
            extra_body: E | None = None,
            timeout: Timeout = UNSET,
            options: RequestOptions | None = None,
            **parameters: Unpack[_Resume],
        ) -> None: ...
