"""Descriptions in docstrings: what a class or function is for, and what its members or parameters mean."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from ..errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__: list[str] = []

# A heading or a field of one of the common styles: Google, numpy, reStructuredText, Epydoc.
_SECTIONS = re.compile(
    r"^\s*(?:(?:Args|Arguments|Parameters|Params|Attributes|Members|Returns?|Raises|Yields?|Examples?|Notes?)\s*(?::|\n\s*-{3,})"
    r"|[:@](?:param|parameter|arg|attr|ivar|var|cvar|type|returns?|raises|rtype)\b)",
    re.MULTILINE | re.IGNORECASE,
)


@frozen
class Docstring:
    """The parts of a docstring.

    Attributes:
        text: The description, without the sections; "" if there is none.
        members: Name of a member or parameter -> its description.
    """

    text: str = ""
    members: Mapping[str, str] = field(factory=dict)


def read_docstring(documented: Any) -> Docstring:
    """Return the parts of the docstring of a class or function, without those that Python generates.

    Args:
        documented: The class or function.

    Raises:
        ConfigurationError: The docstring has sections, and the extra `tools` is not installed.
    """
    import inspect

    # Only its own docstring: that of a base class describes another type.
    text = vars(documented).get("__doc__") if isinstance(documented, type) else getattr(documented, "__doc__", None)
    if not isinstance(text, str) or _is_generated(documented, text):
        return Docstring()
    return parse_docstring(inspect.cleandoc(text))


def _is_generated(documented: Any, text: str) -> bool:
    """Return True for the signature that dataclasses, named tuples and structs have as their docstring."""
    name = getattr(documented, "__name__", "")
    return isinstance(documented, type) and (text.startswith(f"{name}(") or text == "An enumeration.")


@lru_cache(maxsize=512)
def parse_docstring(text: str) -> Docstring:
    """Return the parts of a docstring, in the style of Google, numpy, reStructuredText or Epydoc.

    Args:
        text: The docstring without indentation.

    Raises:
        ConfigurationError: The docstring has sections, and the extra `tools` is not installed.
    """
    if _SECTIONS.search(text) is None:
        return Docstring(text.strip())
    try:
        from docstring_parser import parse
    except ImportError:
        raise ConfigurationError(
            "a docstring with descriptions of parameters or members needs docstring-parser, which is not installed; "
            "run pip install 'openrouterkit[tools]', or pass the descriptions as Annotated[..., \"...\"]"
        ) from None
    parsed = parse(text)
    members = {each.arg_name.lstrip("*"): _join(each.description) for each in parsed.params if each.description}
    return Docstring("\n\n".join(filter(None, (parsed.short_description, parsed.long_description))).strip(), members)


def _join(text: str) -> str:
    """Return a description in one line, as its lines were only broken for the width of the source."""
    return " ".join(text.split())
