"""The typed events of chat streams, and `EventReader`, which reads them from chunks without a client.

    for event in client.chat.stream(model="openai/gpt-4o-mini", messages=messages).events():
        match event:
            case TextDelta(text=text):
                print(text, end="")
            case ToolCallStarted(name=name):
                print("calling", name)
            case UsageReported(usage=usage):
                print(usage.cost)

All events are immutable. `StreamEvent` is the union of the events of one stream:

    TextDelta, ReasoningDelta, RefusalDelta     text that the model writes
    ToolCallStarted                             a tool call, as soon as its name is known
    ToolCallArguments                           its arguments, as they grow
    ToolCallCompleted                           the whole tool call, at the end of the stream
    ImageReceived, AudioDelta                   an image, or a part of the spoken answer
    AnnotationReceived                          an annotation, such as the citation of a page
    UsageReported                               tokens and cost
    StreamEnded                                 the result; the last event

`RunEvent` is the union of the events of a run, `chat.run_stream`: those of the stream of each answer, and these:

    TurnStarted, TurnEnded                      a turn: an answer of the model, and the tools that it has called
    ToolStarted, ToolFinished                   a tool that runs
    ApprovalRequested, AnswerRequested          a tool call at which the run pauses
    RunEnded                                    the run; the last event
"""

from __future__ import annotations

from .._runs.run_events import (
    AnswerRequested,
    ApprovalRequested,
    RunEnded,
    RunEvent,
    ToolFinished,
    ToolStarted,
    TurnEnded,
    TurnStarted,
)
from .._streaming.event_reader import EventReader
from .._streaming.stream_events import (
    AnnotationReceived,
    AudioDelta,
    ImageReceived,
    ReasoningDelta,
    RefusalDelta,
    StreamEnded,
    StreamEvent,
    TextDelta,
    ToolCallArguments,
    ToolCallCompleted,
    ToolCallStarted,
    UsageReported,
)

__all__ = [
    "AnnotationReceived",
    "AnswerRequested",
    "ApprovalRequested",
    "AudioDelta",
    "EventReader",
    "ImageReceived",
    "ReasoningDelta",
    "RefusalDelta",
    "RunEnded",
    "RunEvent",
    "StreamEnded",
    "StreamEvent",
    "TextDelta",
    "ToolCallArguments",
    "ToolCallCompleted",
    "ToolCallStarted",
    "ToolFinished",
    "ToolStarted",
    "TurnEnded",
    "TurnStarted",
    "UsageReported",
]
