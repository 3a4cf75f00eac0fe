"""The document's prose, as it can stand in Python source."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, Any

from openapi_python_client.strings import safe_for_docstring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .records import OperationRecord

_WIDTH = 100
# Marks that change the direction in which an editor shows what follows, be it code; and the mark of the byte order.
_DIRECTIONS = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF])
_EXTRAS = (
    ("extra_headers, extra_query, extra_body", "Merged over what the other arguments give."),
    (
        "timeout",
        "Seconds for connect, read, write and pool each, or limits of the client's own kind; None for no limit.",
    ),
    ("options", "Options of the client for this call."),
)
_BARE_QUOTE = re.compile(r'(?<!\\)(?:\\\\)*"$')  # at the end it would meet the closing quotes


def prose(text: Any) -> str:
    """A description, safe inside a docstring, its lines folded; "" where there is none."""
    shown = str(text or "").translate(_DIRECTIONS).encode("utf-8", "replace").decode("utf-8")
    safe = str(safe_for_docstring("\n".join(shown.splitlines()))).strip()
    fold = textwrap.TextWrapper(_WIDTH, break_long_words=False, break_on_hyphens=False).fill
    folded = "\n\n".join(filter(None, map(fold, safe.split("\n\n"))))
    return folded[:-1] + '\\"' if _BARE_QUOTE.search(folded) else folded


def method_docstring(operation: OperationRecord) -> str:
    """The docstring of a method: what it does, and its arguments."""
    parts = [f"{operation.title}.", operation.description]
    described = [(each.name, each.description) for each in operation.arguments if each.description]
    if operation.switch_name and operation.names[1:]:
        described.append((operation.switch_name, f"Not needed: for an event stream call `{operation.stream_method}`."))
    parts.append("\n".join(["Args:", *(_argument(name, text) for name, text in [*described, *_EXTRAS])]))
    return "\n\n".join(filter(None, parts))


def _argument(name: str, text: str) -> str:
    words = " ".join(text.split())
    folded = textwrap.TextWrapper(_WIDTH, break_long_words=False, break_on_hyphens=False)
    folded.initial_indent, folded.subsequent_indent = " " * 4, " " * 8
    return folded.fill(f"{name}: {words}")


def line(text: Any) -> str:
    """The same on one line, without a full stop at its end."""
    return " ".join(prose(" ".join(str(text or "").split()).removesuffix(".")).split())


def block(words: Sequence[str]) -> str:
    """A literal of the words: one line for the few of a model, a block of lines for more."""
    text = " ".join(words)
    if len(words) < 5:
        return repr(text)
    return '"""\n' + textwrap.indent(textwrap.fill(text, _WIDTH, break_long_words=False), " " * 12) + '\n        """'


def docstring(text: str) -> str:
    """A docstring of this text, its quotes on a line of their own where there are several lines."""
    return f'"""{text}\n"""' if "\n" in text else f'"""{text}"""'
