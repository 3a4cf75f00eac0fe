"""The parameters that the methods of a conversation accept with OpenRouter, for type checkers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from ..chats.methods import AcceptedParameters as AnyParameters
from ..chats.options import ConversationOptions, CorrectionOptions, DecisionOptions, ParseOptions, RunOptions
from .chat_parameters import RequestParameters

if TYPE_CHECKING:
    from typing import Unpack

    from openrouterkit_api import models

__all__ = ["AcceptedParameters"]


class _Format(TypedDict, total=False):
    """The required format of the answer."""

    response_format: models.ChatResponseFormat | models.ChatResponseFormatDict | type


class _Tools(TypedDict, total=False):
    """The tools that the model may call."""

    tools: Any


class _Settings(RequestParameters, ConversationOptions, _Format, total=False):
    """What `Conversation(...)` accepts."""


class _Request(RequestParameters, _Format, _Tools, total=False):
    """What `send` accepts."""


class _ParseStream(RequestParameters, ParseOptions, _Tools, total=False):
    """What `parse_stream` accepts."""


class _Parse(_ParseStream, CorrectionOptions, total=False):
    """What `parse` accepts."""


class _Run(RequestParameters, RunOptions, _Format, total=False):
    """What `run` accepts."""


class _Resume(_Run, DecisionOptions, total=False):
    """What `resume` accepts."""


class AcceptedParameters(AnyParameters):
    """What the methods of a conversation accept, beside the message."""

    if TYPE_CHECKING:

        def _accept_settings(self, **settings: Unpack[_Settings]) -> None: ...  # type: ignore[override]  # of this service
        def _accept_request(self, **parameters: Unpack[_Request]) -> None: ...  # type: ignore[override]  # see above
        def _accept_parse(self, **parameters: Unpack[_Parse]) -> None: ...  # type: ignore[override]  # see above
        def _accept_parse_stream(self, **parameters: Unpack[_ParseStream]) -> None: ...  # type: ignore[override]  # see above
        def _accept_run(self, **parameters: Unpack[_Run]) -> None: ...  # type: ignore[override]  # see above
        def _accept_resume(self, **parameters: Unpack[_Resume]) -> None: ...  # type: ignore[override]  # see above
