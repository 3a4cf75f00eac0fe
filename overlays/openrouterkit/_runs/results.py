"""`Run`, the result of a run, which can be saved and resumed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Self, cast, overload

from attrs import define, evolve, field, frozen

from .._results.type_defaults import TypeDefaults
from .._results.usages import add_usages
from ..errors import ParseError
from .calls.open_calls import ends_with_answer
from .saved_state import decode_run, encode_run

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from typing_extensions import TypeVar

    from ..middleware.outcomes import Usage
    from ..results import ChatCompletion
    from .records import PendingCall, RepeatedCall, Turn

    T = TypeVar("T")
    R_co = TypeVar("R_co", covariant=True, default=ChatCompletion)
    T_co = TypeVar("T_co", covariant=True, default=Any)
else:
    from typing import TypeVar

    R_co = TypeVar("R_co", covariant=True)
    T_co = TypeVar("T_co", covariant=True)


@define(eq=False, repr=False)
class Unsaved:
    """What a run keeps for `chat.resume` and `run.value`, but not in its JSON: code, and what may contain keys.

    A copy in another process has neither parameters nor settings.

    Attributes:
        request: Parameters of its requests that are not saved, such as `timeout` and `options`.
        settings: The settings of the run, such as its tools and hooks.
        response_type: The type of the answer; None for none.
        values: The value of the answer, once it was read; [] before.
    """

    request: dict[str, Any] = field(factory=dict)
    response_type: Any = None
    values: list[Any] = field(factory=list)
    settings: dict[str, Any] = field(factory=dict)

    def __reduce__(self) -> tuple[Any, ...]:
        return Unsaved, ({}, self.response_type, self.values)

    def __deepcopy__(self, memo: dict[int, Any]) -> Unsaved:
        return self


@frozen(repr=False)
class Run(TypeDefaults, Generic[R_co, T_co]):
    """A run of the tool loop: what `chat.run` and `chat.resume` return.

        run = client.chat.run(model="a/b", messages=[user("Weather in Rome?")], tools=[weather])
        print(run.text, run.cost, run.stopped_by)
        run = client.chat.run(model="a/b", messages=[*run.messages, user("And in Oslo?")], tools=[weather])

    Its types are `Run[C, T]`: that of the completions, and that of `value`.

    Attributes:
        id: The id of the run, which a resumed run keeps.
        messages: The whole conversation, as plain JSON, ready to continue. That of a paused run ends with the tool
            calls of the model, and the outputs of those that have run.
        turns: The turns, in order.
        stopped_by: Why the run has stopped: "answer" if the model has answered. If this answer is not whole: "cut off"
            at its limit of tokens, "filtered" by a content filter, "refused", or "empty" without text and media.
            "approval" or "answer needed" if tool calls wait for a decision. At a limit: "max_steps" and the names of
            other conditions, "max_seconds", "repeated calls". "error" in `error.run`, "closed" for a stream that was
            closed.
        pending: The tool calls that wait for a decision.
        repeated: The tool calls that the model has made again and again.
        parameters: The other parameters of the requests, as plain JSON.
        tool_names: The names of its tools, except server tools.
        interrupted_usages: What answers have used that ended early, such as by `max_seconds` or an error, as far as the
            service had reported it. `usage` contains them.
    """

    id: str
    messages: list[dict[str, Any]]
    turns: tuple[Turn[R_co], ...]
    stopped_by: str
    pending: tuple[PendingCall, ...] = ()
    repeated: tuple[RepeatedCall, ...] = ()
    parameters: dict[str, Any] = field(factory=dict)
    tool_names: tuple[str, ...] = ()
    interrupted_usages: tuple[Usage, ...] = ()
    _unsaved: Unsaved = field(factory=Unsaved, eq=False, alias="unsaved")

    def __repr__(self) -> str:
        turns = f"{len(self.turns)} turn{'' if len(self.turns) == 1 else 's'}"
        parts = [f"stopped by {self.stopped_by!r} after {turns}"]
        if self.cost is not None:
            parts.append(f"{self.cost:.6g} dollars")
        if self.pending:
            parts.append("pending: " + ", ".join(call.name for call in self.pending))
        if self.text:
            parts.append(repr(self.text if len(self.text) <= 80 else f"{self.text[:80]}..."))
        return f"<Run {'; '.join(parts)}>"

    @property
    def value(self) -> T_co:
        """The answer as a value of the `response_type` of the run; None if it has none.

        Raises:
            ParseError: The run has stopped before the model answered, or the answer does not have the type.
        """
        unsaved = self._unsaved
        if unsaved.response_type is None:
            return cast("T_co", None)
        if not unsaved.values:
            if not self.turns or self.turns[-1].tool_calls:
                raise ParseError(
                    f"the run has no value, because it has stopped before the model answered: {self.stopped_by}; "
                    f"chat.resume() continues it",
                    results=self.results,
                    usage=self.usage,
                )
            from .._parsing.final_answers import FinalAnswer

            unsaved.values.append(FinalAnswer(unsaved.response_type, corrections=0).read(self.results)[0])
        return cast("T_co", unsaved.values[0])

    @property
    def text(self) -> str:
        """The text of the last answer; "" if it has none."""
        result: Any = self.turns[-1].result if self.turns else None
        return "" if result is None else str(result.text)

    @property
    def message(self) -> dict[str, Any] | None:
        """The last message of the model, as plain JSON; None without a turn."""
        answers = (message for message in reversed(self.messages) if message.get("role") == "assistant")
        return next(answers, None) if self.turns else None

    @property
    def result(self) -> R_co | None:
        """The last completion; None without a turn."""
        return self.turns[-1].result if self.turns else None

    @property
    def results(self) -> list[R_co]:
        """The completions of all turns."""
        return [turn.result for turn in self.turns]

    @property
    def finish_reason(self) -> str | None:
        """Why the last answer ended, such as "stop" or "length"; None if it is not reported."""
        return self.turns[-1].finish_reason if self.turns else None

    @property
    def usage(self) -> Usage:
        """The tokens and the cost of all turns, and of answers that ended early, added up."""
        return self.add_usages_since(None)

    @property
    def cost(self) -> float | None:
        """The cost of all turns, and of answers that ended early, in US dollars; None if the service reports none."""
        return self.usage.cost

    def add_usages_since(self, before: Run[Any, Any] | None) -> Usage:
        """Return what the run has used since an earlier state of it.

        Args:
            before: The run before it was resumed; None for all that it has used.
        """
        turns, interrupted = (0, 0) if before is None else (len(before.turns), len(before.interrupted_usages))
        return sum(self.interrupted_usages[interrupted:], add_usages(turn.result for turn in self.turns[turns:]))

    @property
    def has_reached_limit(self) -> bool:
        """True if a condition or `max_seconds` has stopped the run before it had an answer."""
        return not (self.is_paused or self.stopped_by in ("error", "closed") or ends_with_answer(self.messages))

    @property
    def kept_names(self) -> frozenset[str]:
        """The names of the arguments that are not saved, and that `resume` repeats in this process."""
        return frozenset({*self._unsaved.request, *self._unsaved.settings})

    def keep_settings(self, names: AbstractSet[str]) -> Self:
        """Return a copy that keeps only these of the arguments that are not saved.

        Args:
            names: The names of arguments, such as "tools" and "options".
        """
        unsaved = self._unsaved
        request = {name: value for name, value in unsaved.request.items() if name in names}
        settings = {name: value for name, value in unsaved.settings.items() if name in names}
        return evolve(self, unsaved=evolve(unsaved, request=request, settings=settings))

    @property
    def is_paused(self) -> bool:
        """True if tool calls wait for a decision."""
        return bool(self.pending)

    def to_json(self) -> str:
        """Return the run as JSON text, to be resumed later or in another process; see `from_json`.

        It contains the whole conversation, and the parameters of the requests, with `extra_body`. It contains no code
        and no keys: the tools and other settings, `timeout`, `options`, `extra_headers`, `extra_query` and
        `response_type` are left out.
        """
        return encode_run(self)

    @overload
    @classmethod
    def from_json(cls, text: str | bytes, *, result: type[Any] | None = None) -> Run[Any]: ...
    @overload
    @classmethod
    def from_json(
        cls, text: str | bytes, *, response_type: type[T], result: type[Any] | None = None
    ) -> Run[Any, T]: ...
    @overload
    @classmethod
    def from_json(cls, text: str | bytes, *, response_type: Any, result: type[Any] | None = None) -> Run[Any]: ...
    @classmethod
    def from_json(cls, text: str | bytes, *, response_type: Any = None, result: type[Any] | None = None) -> Run[Any]:
        """Return the run that `to_json` wrote.

        Its completions have no `response`. Accept only text that your own program has stored: who can change it can
        change what the run does next.

        Args:
            text: The JSON text.
            response_type: The type of the answer, for `value`, and for `chat.resume`.
            result: The class of the completions. Defaults to `ChatCompletion`, which has the members of any service.

        Raises:
            InvalidArgumentError: The text is not that of a run, or of a version that this one does not know.
        """
        run: Run[Any] = evolve(decode_run(cls, text, result), unsaved=Unsaved(response_type=response_type))
        return run
