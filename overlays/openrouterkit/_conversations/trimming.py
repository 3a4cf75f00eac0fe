"""`TokenLimit`: the newest messages that fit into a number of tokens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from ..errors import InvalidArgumentError
from ..messages.token_estimates import estimate_tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["TokenLimit", "TrimmingRule"]

TrimmingRule: TypeAlias = Callable[[list[dict[str, Any]]], list[dict[str, Any]]]
"""A function that returns the messages to send, from all messages of a conversation as plain JSON."""


class TokenLimit:
    """A rule that keeps the newest messages of a conversation, up to a number of tokens.

        conversation = Conversation(client, model="openai/gpt-4o-mini", trim=TokenLimit(8000))

    Kept are all system and developer messages, and the newest exchanges: a message of the user with all answers, tool
    calls and results after it. If the newest exchange alone is too long, its oldest answers are left out, each together
    with its tool results. The message of the user and the messages after the last answer are always kept, even if they
    are longer than the limit.

    Args:
        tokens: The number of tokens.
        count: A function that returns the tokens of a message, a dict, such as one that uses the tokenizer of the
            model. Defaults to an estimate, `openrouterkit.messages.estimate_tokens`.

    Raises:
        InvalidArgumentError: An argument is invalid.
    """

    def __init__(self, tokens: int, *, count: Callable[[dict[str, Any]], float] = estimate_tokens) -> None:
        if isinstance(tokens, bool) or not isinstance(tokens, int) or tokens < 1:
            raise InvalidArgumentError(f"tokens must be a positive int, not {tokens!r:.100}")
        if not callable(count):
            raise InvalidArgumentError(f"count must be a function of a message, not {count!r:.100}")
        self.tokens = tokens
        self._count = count

    def __repr__(self) -> str:
        return f"TokenLimit({self.tokens})"

    def __call__(self, messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return the messages that are sent.

        Args:
            messages: All messages, in order.
        """
        costs = {id(message): self._count(message) for message in messages}
        fixed = [message for message in messages if message.get("role") in ("system", "developer")]
        left = self.tokens - sum(costs[id(message)] for message in fixed)
        steps = _split([message for message in messages if message.get("role") not in ("system", "developer")])
        kept = {id(message) for message in fixed}
        exchanges = _join(steps)
        for number, exchange in enumerate(reversed(exchanges)):
            size = _sum(costs, exchange)
            if size > left:
                if number == 0:
                    kept |= _keep_newest(exchange, costs, left)
                break
            left -= size
            kept |= {id(message) for step in exchange for message in step}
        return [message for message in messages if id(message) in kept]


_Steps = list[list[dict[str, Any]]]


def _split(messages: Iterable[dict[str, Any]]) -> _Steps:
    """Return the messages as steps, which are not separated: an answer with its tool results, or one message."""
    steps: _Steps = []
    for message in messages:
        if message.get("role") == "tool" and steps:
            steps[-1].append(message)
        else:
            steps.append([message])
    return steps


def _join(steps: _Steps) -> list[_Steps]:
    """Return the steps as exchanges: each begins with messages of the user, and ends with the answers to them."""
    exchanges: list[_Steps] = []
    for step in steps:
        is_answer = step[0].get("role") in ("assistant", "tool")
        if exchanges and (is_answer or not any(map(_is_answer, exchanges[-1]))):
            exchanges[-1].append(step)
        else:
            exchanges.append([step])
    return exchanges


def _is_answer(step: list[dict[str, Any]]) -> bool:
    return step[0].get("role") in ("assistant", "tool")


def _sum(costs: dict[int, float], steps: _Steps) -> float:
    return sum(costs[id(message)] for step in steps for message in step)


def _keep_newest(exchange: _Steps, costs: dict[int, float], left: float) -> set[int]:
    """Return the ids of the messages of an exchange that are kept though it is too long."""
    required = [step for step in exchange[:-1] if not _is_answer(step)] + exchange[-1:]
    left -= _sum(costs, required)
    for step in reversed([step for step in exchange[:-1] if _is_answer(step)]):
        left -= _sum(costs, [step])
        if left < 0:
            break
        required.append(step)
    return {id(message) for step in required for message in step}
