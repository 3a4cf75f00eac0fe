"""The models of the server: what they are called, what they do, what they cost."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

_USUAL = (
    "max_completion_tokens",
    "max_tokens",
    "response_format",
    "stop",
    "temperature",
    "tool_choice",
    "tools",
)


@frozen
class LocalModel:
    """A model of the server.

    Attributes:
        id: as a request names it.
        description: what it does.
        prompt: US dollars for a token of the prompt.
        completion: US dollars for a token of the completion.
        inputs: kinds of input.
        output: kind of output.
        parameters: the request parameters that it heeds.
    """

    id: str
    description: str
    prompt: Decimal = Decimal(0)
    completion: Decimal = Decimal(0)
    inputs: tuple[str, ...] = ("text", "image", "file", "audio")
    output: str = "text"
    parameters: tuple[str, ...] = _USUAL


def _priced(name: str, description: str, prompt: str, completion: str, *more: str) -> LocalModel:
    return LocalModel(name, description, Decimal(prompt), Decimal(completion), parameters=tuple(sorted(_USUAL + more)))


EMBED = LocalModel(
    "local/embed",
    "Vectors that are close where texts share words.",
    Decimal("0.00000002"),
    inputs=("text",),
    output="embeddings",
    parameters=(),
)
_TALKING = (
    _priced("local/echo", "Repeats the last text of the user.", "0.0000001", "0.0000004"),
    _priced("local/story", "Tells a story, word by word.", "0.0000001", "0.0000004"),
    _priced("local/tools", "Calls the first tool offered, then uses its result.", "0.0000005", "0.0000015"),
    _priced("local/reasoning", "Thinks first, and signs what it thought.", "0.000001", "0.000005", "reasoning"),
    _priced("local/json", "Answers with JSON that fits the response format.", "0.0000002", "0.0000008"),
    _priced("local/slow", "Keeps silent for a while, then answers like echo.", "0.0000001", "0.0000004"),
    _priced("local/flaky", "Fails twice, then answers like echo.", "0.0000001", "0.0000004"),
)
_FAILING = (
    LocalModel("local/empty", "Answers with no text at all."),
    LocalModel("local/truncated", "Breaks off in the middle of the answer."),
    LocalModel("local/error-in-200", "Fails with status 200 and the error in the body."),
    LocalModel("local/error-mid-stream", "Fails in the middle of the answer."),
)
MODELS: Mapping[str, LocalModel] = {each.id: each for each in (*_TALKING, *_FAILING, EMBED)}
_OTHERS = MODELS["local/echo"]


def model_of(name: str) -> LocalModel:
    """The model of a name; for names of other authors, one that costs what `local/echo` costs."""
    return MODELS.get(name.partition(":")[0], _OTHERS)
