"""`read_answer`: the value in an answer of a model that was requested by another method than `parse`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar, overload

from ..errors import DecodeError
from .readers import Reader, build_invalid_error
from .targets import build_target

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")


class Completion(Protocol):
    """A completion of any service."""

    @property
    def text(self) -> str:
        """The text of the answer."""
        ...

    @property
    def tool_calls(self) -> Sequence[Any]:
        """The tool calls of the answer."""
        ...

    def to_dict(self) -> dict[str, Any]:
        """Return the completion as plain JSON."""
        ...


@overload
def read_answer(kind: type[T], answer: str | Completion, *, repair: bool = True) -> T: ...
@overload
def read_answer(kind: Any, answer: str | Completion, *, repair: bool = True) -> Any: ...
def read_answer(kind: Any, answer: str | Completion, *, repair: bool = True) -> Any:
    """Return the value in an answer of a model, with the repairs and errors of `chat.parse`.

        result = client.chat.send(model="openai/gpt-4o-mini", messages=messages, response_format=City)
        city = read_answer(City, result)

    A value that is not an object may be alone, or the member `value` of an object, as `chat.parse` requests it.

    Args:
        kind: The type; see `schemas.schema_of`.
        answer: The completion, or only the text of the answer. A completion also shows that the model refused to
            answer, or that the answer was cut off.
        repair: Whether JSON is also found inside other text, and small damage of it is repaired. The latter needs the
            extra `tools`.

    Raises:
        RefusalError: The model refused to answer.
        TruncatedError: The answer was cut off, for example at `max_tokens`.
        InvalidOutputError: The answer is no JSON, or does not have the type.
        InvalidArgumentError: The type has no JSON Schema.
    """
    target = build_target(kind, strict=False)
    reader = Reader(target, "json_schema", None, repair)
    if isinstance(answer, str):
        try:
            return reader.read_text(answer)[0]
        except DecodeError as error:
            raise build_invalid_error(reader, answer, (), [error]) from error
    try:
        return reader.read(answer, [answer])[0]
    except DecodeError as error:
        raise build_invalid_error(reader, reader.find_text(answer), [answer], [error]) from error
