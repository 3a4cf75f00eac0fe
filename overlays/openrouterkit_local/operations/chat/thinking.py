"""Reasoning, and the signature by which it is known again."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from attrs import evolve

from ...exchange.problems import bad_request
from ..usage import tokens

if TYPE_CHECKING:
    from .reply import Reply
    from .turn import Turn


def signature_of(text: str) -> str:
    """The signature of a piece of reasoning: whoever changes the text, or leaves the signature out, is found out."""
    return f"local-{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"


def thoughtful(turn: Turn, reply: Reply) -> Reply:
    """A reply with reasoning before it, as far as the request wants any.

    Reasoning that was sent back is taken up again.

    Raises:
        ProblemError: 400, reasoning came back with a signature that does not fit it.
    """
    before = _sent_back(turn)
    settings = turn.request.get("reasoning") or {}
    if settings.get("enabled") is False or settings.get("effort") == "none":
        return reply
    said = turn.last_text or "nothing"
    again = f"Before, I thought: {before[-1]} Going on from there: " if before else ""
    reasoning = f"{again}The user says: {said} I shall answer that."
    if settings.get("max_tokens") is not None:
        reasoning = "".join(tokens(reasoning)[: max(settings["max_tokens"], 0)])
    hidden = bool(settings.get("exclude")) or turn.request.get("include_reasoning") is False
    return evolve(reply, reasoning=reasoning, signature=signature_of(reasoning), hidden=hidden)


def _sent_back(turn: Turn) -> list[str]:
    """The reasoning that came back in the conversation, verified."""
    found = []
    for index, message in enumerate(turn.messages):
        for place, block in enumerate(message.get("reasoning_details") or []):
            if block["type"] != "reasoning.text":
                continue
            text = block.get("text") or ""
            if block.get("signature") != signature_of(text):
                where = f"messages.{index}.reasoning_details.{place}.signature"
                raise bad_request(f"{where}: does not fit the text: send reasoning_details back unchanged")
            found.append(text)
    return found
