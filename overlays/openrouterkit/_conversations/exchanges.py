"""`Exchange`: one request or run of a conversation, and what it adds to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from .._results.completions import read_text
from .._results.usages import read_usage
from .._runs.assistant_messages import read_message
from .._runs.calls.open_calls import ends_with_answer
from .._runs.failed_runs import read_run
from ..middleware.outcomes import Usage

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from types import TracebackType

    from .._runs.results import Run

__all__ = ["Exchange"]


@define(eq=False)
class Exchange:
    """One request or run of a conversation, from its beginning to its answer.

    A conversation changes only when an answer is complete: a failed request, or a stream that was closed early, leaves
    its messages as they were, so that the same message can be sent again. A run that fails adds the answers that were
    complete, because its tools have run; one that has stopped before its first answer adds nothing.

    Attributes:
        history: The conversation.
        added: The messages that the request adds.
        sent: The messages of the request.
        parameters: The other parameters of the request.
        position: The number of messages before it.
        before: The run that is resumed; None for others.
        own: The names of the arguments that are not those of the conversation.
    """

    history: Any  # a Requests, which imports this module
    added: list[dict[str, Any]]
    sent: list[dict[str, Any]]
    parameters: dict[str, Any]
    position: int
    before: Run[Any] | None = None
    own: AbstractSet[str] = frozenset()
    _is_done: bool = field(default=False, init=False)

    @property
    def request(self) -> dict[str, Any]:
        """The keyword arguments of `chat.send` and `chat.run`."""
        return {**self.parameters, "messages": self.sent}

    def __enter__(self) -> Self:
        self.begin()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.fail(error)

    def begin(self) -> None:
        """Begin the exchange.

        Raises:
            ConfigurationError: Another one is in progress.
        """
        self.history._claim(self)  # noqa: SLF001 - of this package

    def complete(self, result: Any, answer: dict[str, Any] | None = None, usage: Usage | None = None) -> None:
        """Add the messages and the answer.

        Args:
            result: The completion.
            answer: The message of the model. Defaults to that of the completion.
            usage: What the exchange has used. Defaults to what the completion reports.
        """
        if answer is None:
            answer = read_message(result)
            answer.setdefault("role", "assistant")
        author = find_author(result, self.parameters.get("model"))
        self._finish([*self.added, answer], [author], read_usage(result) if usage is None else usage)

    def complete_parsed(self, parsed: Any) -> None:
        """Add the messages and an answer that is a value.

        Args:
            parsed: The value, a `Parsed`.
        """
        # The call of a forced tool has no result, and the caller does not know the tool.
        answer = {"role": "assistant", "content": parsed.text} if parsed.method == "tool" else None
        self.complete(parsed.result, answer, parsed.usage)

    def complete_partial(self, result: Any) -> None:
        """Add the messages and the text of an answer that was interrupted, if there is any.

        Args:
            result: The completion so far; None if there is none.
        """
        answer = {} if result is None else read_message(result)
        answer.pop("tool_calls", None)  # they may be cut off
        if read_text(answer.get("content")):  # services reject an answer of nothing but thoughts
            self.complete(result, {"role": "assistant", **answer})
        else:
            self.fail(usage=read_usage(result))

    def complete_run(self, run: Run[Any]) -> None:
        """Add the messages of a run, as far as it has come.

        Args:
            run: The run.
        """
        if self._is_done:  # a stream that was read to its end, and is read again
            return
        if not run.turns:  # its time was over before the first answer
            self.fail(usage=run.add_usages_since(self.before))
            return
        new = run.messages[len(self.sent) :]
        turns = run.turns[0 if self.before is None else len(self.before.turns) :]
        model = run.parameters.get("model")
        # A turn whose answer was added when the run paused is not among the new messages.
        used = run.add_usages_since(self.before)
        self._finish([*self.added, *new], [find_author(turn.result, model) for turn in turns], used)
        if not ends_with_answer(run.messages):
            # What the conversation has set is set by it again, in case it was changed.
            own = run.keep_settings(self.own)
            self.history._keep_run(own, [], count_answered(run.messages))  # noqa: SLF001 - of this package

    def fail(self, error: BaseException | None = None, usage: Usage | None = None) -> None:
        """End the exchange, and add what was used and the answers of a run so far, unless it is complete.

        Args:
            error: The error that has ended it.
            usage: What was used. Defaults to what the error reports.
        """
        run = read_run(error)
        if run is not None and run.turns:
            self.complete_run(run)
        elif not self._is_done and (error is not None or usage is not None):
            self._is_done = True
            if run is not None:
                usage = run.add_usages_since(self.before)
            self.history.add_usage(usage or _read_error_usage(error))
        self.history._release(self)  # noqa: SLF001 - of this package

    def _finish(self, messages: list[dict[str, Any]], models: list[str | None], usage: Usage) -> None:
        if not self._is_done:
            self._is_done = True
            self.history.open_run = None
            if self.before is not None:
                outputs = {output.tool_call_id for turn in self.before.turns[-1:] for output in turn.outputs}
                self.history._drop_results(outputs)  # noqa: SLF001 - of this package; the new messages contain them
            self.history._add_answers(messages, models)  # noqa: SLF001 - of this package
            self.history.add_usage(usage)
        self.history._release(self)  # noqa: SLF001 - of this package


def count_answered(messages: list[dict[str, Any]]) -> int:
    """Return the number of messages up to the last that is not the result of a tool."""
    count = len(messages)
    while count and messages[count - 1].get("role") == "tool":
        count -= 1
    return count


def _read_error_usage(error: BaseException | None) -> Usage:
    """Return what a failed request has used, as far as it was reported."""
    usage = getattr(error, "usage", None)  # of answers that could not be parsed
    if isinstance(usage, Usage):
        return usage
    partial = getattr(error, "partial", None)
    return read_usage(partial) if hasattr(partial, "to_dict") else Usage()


def find_author(result: Any, model: str | None) -> str | None:
    """Return the model that wrote an answer.

    Args:
        result: The completion.
        model: The model that was called. The name in the response may be one of the provider, without an author.
    """
    reported = result.to_dict().get("model")
    if isinstance(reported, str) and ("/" in reported or not model or "/" not in model):
        return reported
    return model
