"""Loads the passes of a project, which change its document before those of the generator."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module

from .document import Node
from .problems import CodegenError, Report
from .project import Project

Pass = Callable[[Node, Report], None]
"""A pass: it receives the document and the report, and changes the document in place."""


def load_passes(project: Project) -> list[Pass]:
    """Return the passes of a project, in order. Their modules are found from the project's root, too.

    Raises:
        CodegenError: A module or a function does not exist, or is no function.
    """
    found = []
    for path in project.passes:
        module, _, name = path.partition(":")
        sys.path.insert(0, str(project.root))
        try:
            found.append(getattr(import_module(module), name))
        except (ImportError, AttributeError) as error:
            raise CodegenError(
                f"passes/{path}", f"cannot import the pass: {error}", "write `module:function`, such as passes:rename"
            ) from None
        finally:
            sys.path.remove(str(project.root))
        if not callable(found[-1]):
            raise CodegenError(f"passes/{path}", "the pass is not a function", "name a function(document, report)")
    return found
