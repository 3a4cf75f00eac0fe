"""Reasoning, and the signatures that protect it from changes."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from attrs import evolve

from ...exchange.errors import build_bad_request
from ..usage import split_tokens

if TYPE_CHECKING:
    from .reply import Reply
    from .turn import Turn


_REASONING_MODEL = re.compile(r"deepseek-r1|reasoner|thinking|magistral", re.IGNORECASE)
_UNSIGNED_MODEL = re.compile(r"^deepseek|^qwen", re.IGNORECASE)


def sign(text: str) -> str:
    """Return the signature of a reasoning text, by which the server detects changed or unsigned reasoning."""
    return f"local-{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"


def add_reasoning(turn: Turn, reply: Reply) -> Reply:
    """Return a reply with reasoning, according to the `reasoning` member of the request.

    The reasoning refers to the last reasoning in the conversation, if the client sent it back.

    Raises:
        ServiceError: 400 if reasoning in the conversation does not match its signature.
    """
    is_signed = not _UNSIGNED_MODEL.search(turn.model)
    previous = _list_reasoning(turn, is_signed)
    settings = turn.body.get("reasoning") or {}
    switch = turn.body.get("thinking") or {}
    effort = settings.get("effort") or turn.body.get("reasoning_effort")
    if settings.get("enabled") is False or effort == "none" or switch.get("type") == "disabled":
        return reply
    question = turn.last_text or "nothing"
    prefix = f"Before, I thought: {previous[-1]} Going on from there: " if previous else ""
    reasoning = f"{prefix}The user says: {question} I shall answer that."
    if settings.get("max_tokens") is not None:
        reasoning = "".join(split_tokens(reasoning)[: max(settings["max_tokens"], 0)])
    hidden = bool(settings.get("exclude")) or turn.body.get("include_reasoning") is False
    signature = sign(reasoning) if is_signed else None
    # The API of DeepSeek itself, which has this parameter, names the member differently and has no details.
    member = "reasoning_content" if switch else "reasoning"
    return evolve(reply, reasoning=reasoning, signature=signature, hidden=hidden, reasoning_member=member)


def thinks(turn: Turn) -> bool:
    """Return True if the request wants reasoning, or the name of the model is that of one that always reasons."""
    wanted = ("reasoning", "reasoning_effort", "thinking")
    return any(turn.body.get(name) for name in wanted) or _REASONING_MODEL.search(turn.model) is not None


def _list_reasoning(turn: Turn, is_signed: bool) -> list[str]:
    """Return the reasoning texts in the conversation, after verifying their signatures."""
    texts = []
    for index, message in enumerate(turn.messages):
        for position, block in enumerate(message.get("reasoning_details") or []):
            if block["type"] != "reasoning.text":
                continue
            text = block.get("text") or ""
            if is_signed and block.get("signature") != sign(text):
                path = f"messages.{index}.reasoning_details.{position}.signature"
                raise build_bad_request(f"{path}: does not match the text; send reasoning_details back unchanged")
            texts.append(text)
    return texts
