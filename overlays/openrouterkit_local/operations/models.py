"""The local models with their descriptions and prices."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

_DEFAULT_PARAMETERS = (
    "max_completion_tokens",
    "max_tokens",
    "response_format",
    "stop",
    "temperature",
    "tool_choice",
    "tools",
)


SEARCH_PRICE = Decimal("0.02")
"""The price of a web search in US dollars."""


@frozen
class LocalModel:
    """A model of the server.

    Attributes:
        id: The model name, such as `local/echo`.
        description: A sentence about its behaviour.
        prompt: The price of a prompt token in US dollars.
        completion: The price of a completion token in US dollars.
        inputs: The input modalities.
        output: The output modality.
        parameters: The names of the supported request parameters.
    """

    id: str
    description: str
    prompt: Decimal = Decimal(0)
    completion: Decimal = Decimal(0)
    inputs: tuple[str, ...] = ("text", "image", "file", "audio")
    output: str = "text"
    parameters: tuple[str, ...] = _DEFAULT_PARAMETERS

    @property
    def cache_read(self) -> Decimal:
        """The price of a prompt token that is read from the prompt cache."""
        return self.prompt / 10

    @property
    def cache_write(self) -> Decimal:
        """The price of a prompt token that is written to the prompt cache."""
        return self.prompt * 5 / 4


def _build_chat_model(name: str, description: str, prompt: str, completion: str, *more: str) -> LocalModel:
    return LocalModel(
        name, description, Decimal(prompt), Decimal(completion), parameters=tuple(sorted(_DEFAULT_PARAMETERS + more))
    )


_EMBED = LocalModel(
    "local/embed",
    "Generates vectors that are closer together the more words their texts share.",
    Decimal("0.00000002"),
    inputs=("text",),
    output="embeddings",
    parameters=(),
)
_CHAT_MODELS = (
    _build_chat_model("local/echo", "Repeats the text of the last user message.", "0.0000001", "0.0000004"),
    _build_chat_model("local/story", "Tells a story, word by word.", "0.0000001", "0.0000004"),
    _build_chat_model(
        "local/tools", "Calls the first tool in the request, then uses its result.", "0.0000005", "0.0000015"
    ),
    _build_chat_model("local/reasoning", "Replies with signed reasoning.", "0.000001", "0.000005", "reasoning"),
    _build_chat_model(
        "local/json", "Replies with JSON that is valid for the response format.", "0.0000002", "0.0000008"
    ),
    _build_chat_model(
        "local/slow", "Sends only keep-alives for a while, then replies like local/echo.", "0.0000001", "0.0000004"
    ),
    _build_chat_model("local/flaky", "Fails twice, then replies like local/echo.", "0.0000001", "0.0000004"),
)
_LIMITED_MODELS = (
    LocalModel(
        "local/no-schemas",
        "Rejects the response format json_schema with 400; otherwise like any other model.",
        Decimal("0.0000001"),
        Decimal("0.0000004"),
    ),
    LocalModel(
        "local/plain",
        "Rejects response formats with 400 and tools with 404; follows a JSON Schema in the instructions.",
        Decimal("0.0000001"),
        Decimal("0.0000004"),
        parameters=tuple(
            name for name in _DEFAULT_PARAMETERS if name not in {"response_format", "tools", "tool_choice"}
        ),
    ),
    LocalModel("local/refusal", "Refuses to answer."),
)
_FAILING_MODELS = (
    LocalModel("local/empty", "Replies with an empty text."),
    LocalModel("local/truncated", "Ends the response in the middle."),
    LocalModel("local/error-in-200", "Fails with status 200 and an error in the body."),
    LocalModel("local/error-mid-stream", "Fails in the middle of the response."),
)
MODELS: Mapping[str, LocalModel] = {
    each.id: each for each in (*_CHAT_MODELS, *_LIMITED_MODELS, *_FAILING_MODELS, _EMBED)
}
_FALLBACK = MODELS["local/echo"]


def find_model(name: str) -> LocalModel:
    """Return the local model with a name, without its variant such as `:free`; `local/echo` for unknown names."""
    return MODELS.get(name.partition(":")[0], _FALLBACK)
