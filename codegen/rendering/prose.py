"""Text of the document as text of Python source: docstrings and literals."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, Any

from ..upstream import escape_docstring

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .records import OperationRecord, Webhook

_WIDTH = 100
# Bidirectional control characters, which change the order in which an editor shows code, and the byte order mark.
_DIRECTIONS = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF])
_COMMON_ARGUMENTS = (
    ("extra_headers", "Additional HTTP headers; each replaces the header of the same name."),
    ("extra_query", "Additional query parameters; each replaces the parameter of the same name."),
    ("extra_body", "Additional members of the request body; each replaces the member of the same name."),
    (
        "timeout",
        "Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no limit.",
    ),
    ("options", "Settings for this call, such as retries, in place of the client's."),
)
_WHILE_STREAMING = " on entry or during iteration,"
_BARE_QUOTE = re.compile(r'(?<!\\)(?:\\\\)*"$')  # an unescaped quote at the end would join the closing quotes


def format_prose(text: Any) -> str:
    """Return a description with folded lines that is safe inside a docstring, "" if there is none."""
    visible = str(text or "").translate(_DIRECTIONS).encode("utf-8", "replace").decode("utf-8")
    safe = escape_docstring("\n".join(visible.splitlines())).strip()
    fold = textwrap.TextWrapper(_WIDTH, break_long_words=False, break_on_hyphens=False).fill
    folded = "\n\n".join(filter(None, map(fold, safe.split("\n\n"))))
    return folded[:-1] + '\\"' if _BARE_QUOTE.search(folded) else folded


def fold_prose(text: str) -> str:
    """Return a text that is safe inside a docstring with folded lines."""
    return textwrap.fill(text, _WIDTH, break_long_words=False, break_on_hyphens=False)


def build_method_docstring(operation: OperationRecord, *, asynchronous: bool) -> str:
    """Return the docstring of a method: its purpose, arguments, result and exceptions."""
    arguments = [(each.name, each.description) for each in operation.arguments if each.description]
    if operation.switch_name and operation.names[1:]:
        arguments.append((operation.switch_name, f"Leave unset; use `{operation.stream_method}` for an event stream."))
    result, example, when = operation.result_description, "", ""
    if operation.page_item is not None:
        result, example = _describe_pages(operation, asynchronous=asynchronous)
        when = " during iteration,"
    elif operation.streams_only:
        result, example = _describe_stream(operation, operation.method, asynchronous=asynchronous)
        when = _WHILE_STREAMING
    optional = any(not operation.is_required(each) for each in operation.arguments)
    parts = [
        f"{operation.title}.",
        operation.description,
        "Arguments that are omitted (`UNSET`) are not sent." if optional else "",
        example,
        format_section("Args", [*arguments, *_COMMON_ARGUMENTS]),
        format_section("Returns", [("", result)] if result else []),
        format_section("Raises", _list_exceptions(operation, when)),
    ]
    return "\n\n".join(filter(None, parts))


def build_stream_docstring(operation: OperationRecord, *, asynchronous: bool) -> str:
    """Return the docstring of the method that returns the event stream of an operation with other responses."""
    result, example = _describe_stream(operation, str(operation.stream_method), asynchronous=asynchronous)
    parts = [
        f"{operation.title}, as an event stream.",
        f"See `{operation.method}` for the arguments.",
        example,
        format_section("Returns", [("", result)]),
        format_section("Raises", _list_exceptions(operation, _WHILE_STREAMING)),
    ]
    return "\n\n".join(filter(None, parts))


def build_webhook_docstring(webhook: Webhook) -> str:
    """Return the docstring of a function that reads the body of a webhook."""
    body = "The body of the request, unchanged. Check its signature first, if the service signs its webhooks."
    parts = [
        f"Return the body of the webhook `{format_line(webhook.name)}`.",
        webhook.description,
        format_section("Args", [("body", body)]),
        format_section("Raises", [("DecodeError", "The body is not JSON.")]),
    ]
    return "\n\n".join(filter(None, parts))


def _describe_pages(operation: OperationRecord, *, asynchronous: bool) -> tuple[str, str]:
    """Return what a method with pages returns, and an example."""
    iterable, prefix = ("An asynchronous iterable", "async ") if asynchronous else ("An iterable", "")
    result = f"{iterable} over the items of all pages, which requests each page when it is needed. "
    result += "Its method `pages()` iterates over the pages."
    lines = [f"{prefix}for item in client.{operation.group}.{operation.method}():", "    print(item)"]
    return result, "\n    ".join(["Example:", *lines])


def _describe_stream(operation: OperationRecord, method: str, *, asynchronous: bool) -> tuple[str, str]:
    """Return what a method with an event stream returns, and an example."""
    manager, prefix = ("an asynchronous context manager", "async ") if asynchronous else ("a context manager", "")
    result = f"The event stream: {manager} that sends the request on entry and closes the response on exit. "
    result += "Iterate over it for the events."
    lines = [
        f"{prefix}with client.{operation.group}.{method}(...) as stream:",
        f"    {prefix}for event in stream:",
        "        print(event)",
    ]
    return result, "\n    ".join(["Example:", *lines])


def _list_exceptions(operation: OperationRecord, when: str) -> list[tuple[str, str]]:
    """Return the exceptions of a method with their causes; `when` is when the client raises its own exception."""
    exceptions = [("TypeError", "A required argument is missing, or an argument has the wrong type.")]
    if operation.path_params:
        exceptions.append(("ValueError", "A path parameter is empty, `.` or `..`."))
    statuses = f" ({', '.join(operation.error_statuses)})" if operation.error_statuses else ""
    cause = f"The call failed, or the service responded with an error{statuses}."
    exceptions.append(("Exception", f"{cause} Raised{when} as an exception of the client."))
    return exceptions


def format_section(title: str, entries: Iterable[tuple[str, str]]) -> str:
    """Return a section of a docstring, "" without entries."""
    lines = [_format_entry(name, text) for name, text in entries]
    return "\n".join([f"{title}:", *lines]) if lines else ""


def _format_entry(name: str, text: str) -> str:
    words = " ".join(text.split())
    folded = textwrap.TextWrapper(_WIDTH, break_long_words=False, break_on_hyphens=False)
    folded.initial_indent, folded.subsequent_indent = " " * 4, " " * (8 if name else 4)
    return folded.fill(f"{name}: {words}" if name else words)


def format_line(text: Any) -> str:
    """Return a description as one line without a full stop at its end."""
    return " ".join(format_prose(" ".join(str(text or "").split()).removesuffix(".")).split())


def format_words(words: Sequence[str]) -> str:
    """Return a literal of space-separated words: on one line if there are few, else as a block of lines."""
    text = " ".join(words)
    if len(words) < 5:
        return repr(text)
    return '"""\n' + textwrap.indent(textwrap.fill(text, _WIDTH, break_long_words=False), " " * 12) + '\n        """'


def format_docstring(text: str) -> str:
    """Return the text between triple quotes; if it has several lines, the closing quotes are on a line of their own."""
    return f'"""{text}\n"""' if "\n" in text else f'"""{text}"""'
