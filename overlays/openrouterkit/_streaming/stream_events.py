"""The typed events of chat streams. `openrouterkit.events` is the public place of these names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..middleware.outcomes import Usage
    from ..tool_calls import ToolCall


@frozen
class TextDelta:
    """The model has written text.

    Attributes:
        text: The text that this event adds; never "".
        choice: The index of the choice.
    """

    text: str
    choice: int = 0


@frozen
class ReasoningDelta:
    """The model has written a part of its reasoning.

    Attributes:
        text: The reasoning that this event adds; never "".
        choice: The index of the choice.
    """

    text: str
    choice: int = 0


@frozen
class RefusalDelta:
    """The model has written a part of a refusal.

    Attributes:
        text: The text that this event adds; never "".
        choice: The index of the choice.
    """

    text: str
    choice: int = 0


@frozen
class ToolCallStarted:
    """The model has begun a tool call; its name is known.

    Attributes:
        index: The number of the tool call in its choice, from 0 in the order of arrival. Later events of the same tool
            call have the same index.
        id: The id of the tool call; None if the service has not sent it yet, or sends none.
        name: The name of the tool.
        choice: The index of the choice.
    """

    index: int
    id: str | None
    name: str
    choice: int = 0


@frozen
class ToolCallArguments:
    """The model has written a part of the arguments of a tool call.

    Attributes:
        index: The number of the tool call in its choice; see `ToolCallStarted`.
        id: The id of the tool call; None if the service has not sent it yet, or sends none.
        delta: The text that this event adds; never "".
        choice: The index of the choice.
    """

    index: int
    id: str | None
    delta: str
    choice: int = 0
    # All pieces of the tool call, a list that grows, and how many of them belong to this event. Text that grows from
    # event to event would take memory in proportion to its square.
    _so_far: tuple[Sequence[str], int] | None = field(default=None, eq=False, repr=False, alias="so_far")

    @property
    def text(self) -> str:
        """The arguments so far, the beginning of a JSON text; joined anew at each access."""
        if self._so_far is None:
            return self.delta
        pieces, count = self._so_far
        return "".join(pieces[:count])


@frozen
class ToolCallCompleted:
    """A tool call is complete. It is certain at the end of the stream: some services complete it after everything else.

    Attributes:
        tool_call: The whole tool call.
        index: The number of the tool call in its choice; see `ToolCallStarted`.
        choice: The index of the choice.
    """

    tool_call: ToolCall
    index: int
    choice: int = 0


@frozen
class ImageReceived:
    """The model has generated an image.

    Attributes:
        image: The image as plain JSON.
        choice: The index of the choice.
    """

    image: dict[str, Any] = field(repr=False)
    choice: int = 0

    @property
    def url(self) -> str:
        """The URL of the image, mostly a data URL with its content; "" if the service sends none."""
        target = self.image.get("image_url")
        url = target.get("url") if isinstance(target, dict) else target
        return url if isinstance(url, str) else ""


@frozen
class AudioDelta:
    """The model has spoken.

    Attributes:
        data: The audio that this event adds, in base64; "" if it adds none. Only the joined text can be decoded.
        transcript: The words that this event adds; "" if it adds none.
        choice: The index of the choice.
    """

    data: str = field(repr=False)
    transcript: str
    choice: int = 0


@frozen
class AnnotationReceived:
    """The service has added an annotation, such as the citation of a page.

    Attributes:
        annotation: The annotation as plain JSON.
        choice: The index of the choice.
    """

    annotation: dict[str, Any]
    choice: int = 0


@frozen
class UsageReported:
    """The service has reported the tokens and the cost so far. Most services report them once, before the end.

    Attributes:
        usage: The tokens and the cost.
        details: What the service reports, as plain JSON.
    """

    usage: Usage
    details: dict[str, Any] = field(factory=dict, repr=False)


@frozen
class StreamEnded:
    """The stream has ended; the last event.

    Attributes:
        finish_reason: Why the first choice ended, such as "stop" or "length"; None if the service has not reported it.
        result: The whole result: that of the stream, or a `ChatCompletion` without response.
    """

    finish_reason: str | None
    result: Any = field(repr=False)


StreamEvent: TypeAlias = (
    TextDelta
    | ReasoningDelta
    | RefusalDelta
    | ToolCallStarted
    | ToolCallArguments
    | ToolCallCompleted
    | ImageReceived
    | AudioDelta
    | AnnotationReceived
    | UsageReported
    | StreamEnded
)
"""An event of a chat stream."""
