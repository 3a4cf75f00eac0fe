"""Records of the constructors of a package: functions with the members of a model as keyword arguments."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import TextWrapper

from ..constructors import Constructors
from ..document import Node, get_reference_name, get_schemas
from ..problems import CodegenError
from .expressions import Names
from .identifiers import TAKEN_CLASSES, attribute_name, class_name, dict_name, group_name
from .prose import format_prose
from .records import Constructor, ConstructorModule, Member, Model

_WIDTH = 120


def build_modules(
    normal: Node, models: list[Model], sent: frozenset[str], table: Constructors
) -> list[ConstructorModule]:
    """Return the modules of constructors in a table.

    Args:
        normal: The document in normal form.
        models: The records of its models.
        sent: The schemas that have typed dicts.
        table: The rows; see `codegen.constructors`.

    Raises:
        CodegenError: The document lacks the model or the member of a row, or the name of a row is invalid or in use.
    """
    by_class = {model.name: model for model in models}
    found = []
    for name, rows in table.items():
        module = ConstructorModule(name, [], Names(sent))
        for function, row in rows.items():
            constructor = _build_constructor(normal, by_class, f"constructors/{name}/{function}", function, row)
            used = {schema for schema in get_schemas(normal) if class_name(schema) in constructor.models}
            module.names.models |= used | constructor.settings.names.models
            module.constructors.append(constructor)
        _check_names(module)
        found.append(module)
    return found


def _build_constructor(
    normal: Node, by_class: Mapping[str, Model], place: str, function: str, row: Mapping[str, str]
) -> Constructor:
    model = _find_model(normal, by_class, row["model"])
    if model is None:
        raise CodegenError(
            place,
            f"the model {row['model']!r} is not an object schema of the document",
            "correct the model of the row, or remove the row",
        )
    if "settings" not in row:
        return Constructor(function, _build_docstring(row["docstring"], model), model, model, None)
    inside = next((member for member in model.members if member.wire == row["settings"]), None)
    schema = get_schemas(normal)[row["model"]]["properties"].get(row["settings"])
    settings = _find_model(normal, by_class, get_reference_name(schema))
    if inside is None or settings is None:
        raise CodegenError(
            f"{place}/settings",
            f"{row['settings']!r} is not a member of {row['model']} that is an object",
            "correct the settings of the row, or remove them",
        )
    if any(member.required and member.default is None for member in model.members if member is not inside):
        raise CodegenError(
            f"{place}/settings",
            f"{row['model']} has required members besides {row['settings']!r}",
            "remove the settings of the row: its keywords are then the members of the model",
        )
    return Constructor(function, _build_docstring(row["docstring"], settings), model, settings, inside)


def _find_model(normal: Node, by_class: Mapping[str, Model], schema: str | None) -> Model | None:
    return by_class.get(class_name(schema)) if schema is not None and schema in get_schemas(normal) else None


def _check_names(module: ConstructorModule) -> None:
    """Check that the module, its functions and their keywords have valid names that do not shadow each other.

    Raises:
        CodegenError: A name is invalid or in use.
    """
    place = f"constructors/{module.name}"
    if group_name(module.name) != module.name:
        raise CodegenError(
            place, "the name of the module is not valid in Python and on every file system", "rename the module"
        )
    taken = {"annotations", *module.words, *TAKEN_CLASSES}
    taken |= {word for schema in module.names.models for word in (class_name(schema), dict_name(schema))}
    for constructor in module.constructors:
        here = f"{place}/{constructor.name}"
        if attribute_name(constructor.name, frozenset()) != constructor.name:
            raise CodegenError(
                here, "the name of a constructor must be a Python name in lower case", "rename the constructor"
            )
        if constructor.name in taken:
            raise CodegenError(here, "the types of the module already use this name", "rename the constructor")
        for keyword in constructor.keywords:
            # A member and a class can have the same name if its letters have no case.
            if keyword.name in constructor.models:
                problem = f"the keyword {keyword.name} has the name of a class that the function uses"
                raise CodegenError(here, problem, "remove the row")


def _build_docstring(text: str, settings: Model) -> str:
    """Return the docstring with its quotes and indentation: the text of the row, then a section `Args`."""
    paragraphs = [each for each in format_prose(text).split("\n\n") if each]
    lines = _wrap('"""' + paragraphs[0], "    ") if paragraphs else ['    """']
    for paragraph in paragraphs[1:]:
        lines += ["", *_wrap(paragraph, "    ")]
    described = [line for member in settings.ordered if member.default is None for line in _format_argument(member)]
    if described:
        lines += ["", "    Args:", *described]
    return "\n".join([*lines, '    """']) if len(lines) > 1 else f'{lines[0]}"""'


def _format_argument(member: Member) -> list[str]:
    description = " ".join(member.description.split())
    return _wrap(f"{member.name}: {description}", "        ", "    ") if description else []


def _wrap(text: str, indent: str, hanging: str = "") -> list[str]:
    return TextWrapper(
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent + hanging,
        break_long_words=False,
        break_on_hyphens=False,
    ).wrap(text)
