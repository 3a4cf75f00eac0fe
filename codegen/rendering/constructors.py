"""The constructors of a package as records: functions with the members of a model as keywords."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import TextWrapper

from ..constructors import Constructors
from ..document import Node, referent, schemas_of
from ..problems import CodegenError
from .expressions import Names
from .identifiers import TAKEN_CLASSES, attribute_name, class_name, dict_name, group_name
from .prose import prose
from .records import Constructor, ConstructorModule, Member, Model

_WIDTH = 120


def modules_of(normal: Node, models: list[Model], sent: frozenset[str], table: Constructors) -> list[ConstructorModule]:
    """The modules of constructors that a table lists, with the types of their keywords.

    Args:
        normal: the document in normal form.
        models: the records of its models.
        sent: the schemas that have typed dicts.
        table: the rows, see `codegen.constructors`.

    Raises:
        CodegenError: a row has a model or a member that the document lacks, or a name that is taken.
    """
    by_class = {model.name: model for model in models}
    found = []
    for name, rows in table.items():
        module = ConstructorModule(name, [], Names(sent))
        for function, row in rows.items():
            constructor = _constructor(normal, by_class, f"constructors/{name}/{function}", function, row)
            used = {schema for schema in schemas_of(normal) if class_name(schema) in constructor.models}
            module.names.models |= used | constructor.settings.names.models
            module.constructors.append(constructor)
        _check_names(module)
        found.append(module)
    return found


def _constructor(
    normal: Node, by_class: Mapping[str, Model], place: str, function: str, row: Mapping[str, str]
) -> Constructor:
    model = _model(normal, by_class, row["model"])
    if model is None:
        raise CodegenError(
            place,
            f"every constructor makes an object of the document, {row['model']!r} is none",
            "fix the model of the row, or remove the row",
        )
    if "settings" not in row:
        return Constructor(function, _docstring(row["docstring"], model), model, model, None)
    inside = next((member for member in model.members if member.wire == row["settings"]), None)
    schema = schemas_of(normal)[row["model"]]["properties"].get(row["settings"])
    settings = _model(normal, by_class, referent(schema))
    if inside is None or settings is None:
        raise CodegenError(
            f"{place}/settings",
            f"settings is a member of {row['model']} that is an object, {row['settings']!r} is none",
            "fix the settings of the row, or remove them",
        )
    if any(member.required and member.default is None for member in model.members if member is not inside):
        raise CodegenError(
            f"{place}/settings",
            f"{row['model']} requires nothing but its settings",
            "remove the settings of the row: its keywords are then the members of the model",
        )
    return Constructor(function, _docstring(row["docstring"], settings), model, settings, inside)


def _model(normal: Node, by_class: Mapping[str, Model], schema: str | None) -> Model | None:
    return by_class.get(class_name(schema)) if schema is not None and schema in schemas_of(normal) else None


def _check_names(module: ConstructorModule) -> None:
    place = f"constructors/{module.name}"
    if group_name(module.name) != module.name:
        raise CodegenError(place, "the name of a module is one that Python and every file system take", "rename it")
    taken = {"annotations", *module.words, *TAKEN_CLASSES}
    taken |= {word for schema in module.names.models for word in (class_name(schema), dict_name(schema))}
    for constructor in module.constructors:
        here = f"{place}/{constructor.name}"
        if attribute_name(constructor.name, frozenset()) != constructor.name:
            raise CodegenError(here, "the name of a constructor is a Python name in lower case", "rename it")
        if constructor.name in taken:
            raise CodegenError(here, "no constructor has a name that the types of its module need", "rename it")
        for keyword in constructor.keywords:
            # Only letters without case can make a member and a class one name.
            if keyword.name in constructor.models:
                rule = f"no keyword has the name of a class that the function calls: {keyword.name}"
                raise CodegenError(here, rule, "remove the row")


def _docstring(text: str, settings: Model) -> str:
    """The docstring, quotes and indentation included: the text of the row, and a line for each described keyword."""
    paragraphs = [each for each in prose(text).split("\n\n") if each]
    lines = _wrapped('"""' + paragraphs[0], "    ") if paragraphs else ['    """']
    for paragraph in paragraphs[1:]:
        lines += ["", *_wrapped(paragraph, "    ")]
    described = [line for member in settings.ordered if member.default is None for line in _argument_lines(member)]
    if described:
        lines += ["", "    Args:", *described]
    return "\n".join([*lines, '    """']) if len(lines) > 1 else f'{lines[0]}"""'


def _argument_lines(member: Member) -> list[str]:
    description = " ".join(member.description.split())
    return _wrapped(f"{member.name}: {description}", "        ", "    ") if description else []


def _wrapped(text: str, indent: str, hanging: str = "") -> list[str]:
    return TextWrapper(
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent + hanging,
        break_long_words=False,
        break_on_hyphens=False,
    ).wrap(text)
