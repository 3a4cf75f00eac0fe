"""Finds texts in everything that an exception shows: its data, its causes, and tracebacks with local variables."""

from __future__ import annotations

import pickle
import traceback
from pathlib import Path

_TESTS = str(Path(__file__).parent.parent)


def find_exceptions(error: BaseException) -> list[BaseException]:
    """Return an exception, its causes and contexts, and the exceptions in their arguments."""
    found: list[BaseException] = []
    pending: list[BaseException | None] = [error]
    while pending:
        link = pending.pop()
        if link is not None and not any(link is each for each in found):
            found.append(link)
            arguments = (part for part in link.args if isinstance(part, BaseException))
            pending += [link.__cause__, link.__context__, *arguments]
    return found


def collect_texts(error: BaseException) -> str:
    """Return everything that an exception shows, except the frames of the tests themselves."""
    texts = [pickle.dumps(error, protocol=0).decode("unicode_escape")]
    for link in find_exceptions(error):
        texts += [str(link), repr(link), repr(vars(link)), repr(link.args), repr(getattr(link, "__notes__", ""))]
        shown = traceback.TracebackException.from_exception(link, capture_locals=True)
        for frame in shown.stack:
            if not frame.filename.startswith(_TESTS):
                texts.append(f"{frame.filename}:{frame.lineno} {frame.name} {frame.locals}")
    return "\n".join(texts)


def assert_hidden(text: str, *secrets: str) -> None:
    """Assert that neither the beginning nor the end of any of the secrets is in a text."""
    for secret in secrets:
        for part in (secret[:10], secret[-8:]):
            found = [line for line in text.splitlines() if part in line]
            assert not found, f"{part} is in {found[0][:2000]}"
