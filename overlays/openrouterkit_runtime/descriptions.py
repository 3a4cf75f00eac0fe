"""The descriptions of a model's members, which its source has as docstrings below their annotations."""

from __future__ import annotations

import ast
import inspect
from functools import cache
from textwrap import dedent
from typing import Any


@cache
def member_descriptions(model: Any) -> dict[str, str]:
    """The description of each member of a model class, by attribute name; {} where the source is not there."""
    try:
        (definition,) = ast.parse(dedent(inspect.getsource(model))).body
    except (OSError, TypeError, SyntaxError):
        return {}
    if not isinstance(definition, ast.ClassDef):
        return {}
    found: dict[str, str] = {}
    for statement, below in zip(definition.body, definition.body[1:], strict=False):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            text = below.value if isinstance(below, ast.Expr) else None
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                found[statement.target.id] = inspect.cleandoc(text.value)
    return found
