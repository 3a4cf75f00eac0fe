"""Reads values from completions, and writes what to tell a model whose answer does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from openrouterkit_runtime import json

from .._errors.parse_errors import InvalidOutputError, ParseError, RefusalError, TruncatedError
from .._results.choices import is_call
from .._results.finish_reasons import find_defect, lacks_end
from .._results.usages import add_usages
from .._streaming.partial_json import PartialJson
from ..errors import DecodeError
from .json_answers import find_json_answers
from .steps import write_instructions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .steps import Method
    from .targets import Target


@frozen
class Reader:
    """Reads values of one type from completions.

    Attributes:
        target: The type.
        method: How the answers are requested.
        tool_name: The name of the forced tool; None for the other methods.
        repair: Whether small damage in an answer is repaired.
    """

    target: Target
    method: Method
    tool_name: str | None
    repair: bool

    def read(self, result: Any, results: Sequence[Any]) -> tuple[Any, tuple[str, ...]]:
        """Return the value in a completion, and what was repaired in its text.

        Args:
            result: The completion.
            results: All completions so far, for the error.

        Raises:
            RefusalError: The model refused to answer, or a filter removed the answer or its end.
            TruncatedError: The answer was cut off.
            DecodeError: The answer does not have the type.
        """
        choice = read_choice(result)
        text = self.find_text(result)
        refusal = choice["message"].get("refusal")
        has_refused = isinstance(refusal, str) and refusal.strip() != ""
        if has_refused and not text.strip():
            raise _build_refusal(refusal, results)
        defect = find_defect(result)
        try:
            return self.read_text(text, is_whole=defect is None)
        except DecodeError as error:
            if defect == "cut off":
                cause = "the stream has ended before the answer did; send the request again"
                if not lacks_end(result):
                    cause = "the answer was cut off before its end; raise max_tokens, or request less"
                message = f"{cause}; see .text"
                cut = build_parse_error(TruncatedError, message, text, results)
                cut.partial_value = self.read_partial(text)
                raise cut from error
            if has_refused:
                raise _build_refusal(refusal, results) from error
            if defect == "filtered":
                message = (
                    "a filter of the service removed the answer, or its end; change the prompt, or use another model"
                )
                raise build_parse_error(RefusalError, message, text, results) from error
            raise

    def read_text(self, text: str, *, is_whole: bool = True) -> tuple[Any, tuple[str, ...]]:
        """Return the value in a text, and what was repaired.

        Args:
            text: The text of an answer.
            is_whole: Whether it has its end. A text that was cut off is not repaired.

        Raises:
            DecodeError: The text does not have the type.
        """
        other, problem, likely_problem = None, None, None
        for answer in find_json_answers(text, repair=self.repair and is_whole):
            is_likely = not answer.repairs or self.target.is_likely(answer.value)
            try:
                value = self.target.read(answer.value)
            except DecodeError as error:
                problem = problem or error
                likely_problem = likely_problem or (error if is_likely else None)
                continue
            if is_likely:
                return value, answer.repairs
            other = other or (value, answer.repairs)
        if other is None:
            raise likely_problem or problem or DecodeError("the answer contains no JSON", text)
        return other

    def has_answer(self, result: Any) -> bool:
        """Return False if a completion is empty, or has only calls of tools of the caller, whose results are missing.

        Args:
            result: The completion.
        """
        names = {call.name for call in result.tool_calls if is_call(call.to_dict())}
        return has_choice(result) and (not names or self.tool_name in names)

    def find_text(self, result: Any) -> str:
        """Return the text of the value: the arguments of the forced tool, if it was called, or the text.

        Args:
            result: The completion.
        """
        for call in result.tool_calls if self.tool_name is not None else ():
            function = call.to_dict().get("function")
            if isinstance(function, dict) and function.get("name") == self.tool_name:
                arguments = function.get("arguments")
                return arguments if isinstance(arguments, str) else json.encode(arguments or {}).decode()
        text: str = result.text
        return text

    def read_partial(self, text: str, json: PartialJson | None = None) -> Any:
        """Return the beginning of a value as plain data; None if there is none.

        Args:
            text: The beginning of the text of the value.
            json: What was read of it before.
        """
        value = (json or PartialJson()).read(text, "{[" if self.target.is_wrapped else "{")
        return self.target.unwrap(value) if value or not self.target.is_wrapped else None

    def write_correction(self, result: Any, error: DecodeError) -> list[dict[str, Any]]:
        """Return the answer and the message that tells the model what is wrong with it, as plain JSON.

        Args:
            result: The completion.
            error: What is wrong.
        """
        message = read_choice(result)["message"]
        problem = f"Your answer does not fit: {error!s:.2000}."
        listed = message.pop("tool_calls", None)
        calls = [call for call in listed if is_call(call)] if isinstance(listed, list) else []
        if not calls:
            question = {"role": "user", "content": f"{problem} {write_instructions(self.target)}"}
            return [message, question] if message.get("content") else [question]  # services reject an empty message
        message["tool_calls"] = calls
        answers = []
        for number, call in enumerate(calls):
            content = "The call was not run."
            function = call.get("function")
            if function is not None:
                if function["name"] == self.tool_name:
                    content = f"{problem} Call {self.tool_name} again."
                arguments = function.get("arguments")
                if not _is_object(arguments):  # many providers reject a conversation with invalid JSON
                    content += f" The arguments were: {arguments!r:.2000}"
                    call["function"] = {**function, "arguments": "{}"}
            call["id"] = call.get("id") or f"call_{number}"
            answers.append({"role": "tool", "tool_call_id": call["id"], "content": content})
        return [message, *answers]


def _build_refusal(refusal: str, results: Sequence[Any]) -> RefusalError:
    reason = refusal.strip().rstrip(".;")
    message = f"the model refused to answer: {reason:.500}; change the prompt, or use another model"
    error: RefusalError = build_parse_error(RefusalError, message, refusal, results)
    return error


def read_choice(result: Any) -> dict[str, Any]:
    """Return a copy of the first choice of a completion as plain JSON, always with a message."""
    choices = result.to_dict().get("choices")
    choice = choices[0] if isinstance(choices, list) and choices and isinstance(choices[0], dict) else {}
    if not isinstance(choice.get("message"), dict):
        choice["message"] = {"role": "assistant", "content": None}
    return choice


def has_choice(result: Any) -> bool:
    """Return False for a completion without a message."""
    choices = result.to_dict().get("choices")
    return isinstance(choices, list) and bool(choices)


def _is_object(text: Any) -> bool:
    try:
        return isinstance(text, str) and isinstance(json.decode(text), dict)
    except json.DecodeError:
        return False


def build_parse_error(kind: type[Any], message: str, text: str, results: Sequence[Any]) -> Any:
    """Return an error about the last completion.

    Args:
        kind: The class of the error.
        message: Its text.
        text: The text of the answer.
        results: The completions of all answers.
    """
    error: ParseError = kind(message, text=text, results=results, usage=add_usages(results) if results else None)
    response = getattr(results[-1], "_response", None) if results else None
    if response is not None:
        error.generation_id, error.request_id = response.generation_id, response.request_id
        error.attempts = tuple(response.attempts)
    return error


def build_invalid_error(
    reader: Reader, text: str, results: Sequence[Any], errors: Sequence[DecodeError], more: str = ""
) -> InvalidOutputError:
    """Return the error for answers that do not have the type.

    Args:
        reader: The reader of the answers.
        text: The text of the last answer.
        results: The completions; () if only the text is known.
        errors: What is wrong with each answer.
        more: The end of the message.
    """
    if results and not has_choice(results[-1]):
        message = "the response has no choices, so it has no answer; send the request again, or use another model"
    elif results and not reader.has_answer(results[-1]):
        names = ", ".join(sorted({call.name for call in results[-1].tool_calls if call.name}))
        message = f"the model calls {names} in place of an answer; run tools with chat.run(), and then parse()"
    else:
        count = f"after {len(errors)} answers, " if len(errors) > 1 else ""
        message = f"{count}the answer does not have the requested type: {errors[-1]}"
    error: InvalidOutputError = build_parse_error(InvalidOutputError, message + more, text, results)
    error.errors = tuple(errors)
    return error
