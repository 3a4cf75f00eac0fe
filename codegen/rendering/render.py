"""Writing the package of a normal form: openapi-python-client checks it, and templates render its records."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jinja2

from ..behaviors import Behaviors, check_operation_ids
from ..constructors import Constructors
from ..document import Node, build_pointer, dump, iter_operations, walk
from ..manifest import write_manifest
from ..names import ServiceNames
from ..problems import CodegenError
from ..upstream import build_environment, find_invalid_part
from .client import ClientRecord, build_client
from .client_docstring import build_client_docstring
from .expressions import Names, find_names, qualify_builtins
from .identifiers import class_name, dict_name
from .layout import format_modules
from .package import build_package, find_exports, group_exports, list_public_names
from .prose import (
    build_method_docstring,
    build_stream_docstring,
    build_webhook_docstring,
    format_docstring,
    format_line,
    format_words,
)
from .records import DECODERS, ENUMERATIONS, Package

HERE = Path(__file__).parent
HEADER = (
    "# Generated from {source} by `{command}`: do not edit; change its document, or how it is generated, instead.\n"
)
RUNTIME = "openrouterkit_runtime"
"""The package that generated packages import, or contain a copy of."""


def render(
    normal: Node,
    out: Path,
    source: str,
    command: str,
    behaviors: Behaviors | None = None,
    constructors: Constructors | None = None,
    *,
    standalone: bool = False,
    tables: Path | None = None,
    service: ServiceNames | None = None,
) -> None:
    """Write the package of a normal form to the folder `out`. If anything fails, the folder is left unchanged.

    Args:
        normal: The document in normal form.
        out: The package's folder.
        source: The file that the package is generated from, for the headers of its modules and its MANIFEST.
        command: The command that generates it again.
        behaviors: What clients add to the responses of its operations.
        constructors: The functions that build models from keyword arguments.
        standalone: Copy the runtime to `_runtime` in the package instead of importing it.
        tables: The folder with the tables of a contract, for the MANIFEST.
        service: The names of the client, in client.py; None for no client. A standalone package has none, either.

    Raises:
        CodegenError: The parser of openapi-python-client rejects the document, `behaviors` names an operation that is
            not in the document, `constructors` has a row that does not fit the document, `out` is not a valid package
            folder, or the runtime to be copied is not installed.
    """
    behaviors = behaviors or {}
    check_operation_ids(normal, behaviors)
    _check_out(out)
    home = next(parent for parent in out.parents if parent.is_dir())
    with tempfile.TemporaryDirectory(dir=home, prefix=".generating-") as scratch:
        folder = Path(scratch) / out.name
        _check_document(normal)
        package = build_package(normal, behaviors, constructors)
        header = HEADER.format(source=source, command=command)
        runtime = _find_runtime() if standalone else None
        client = None if service is None or standalone else build_client(normal, out.name, service)
        _write(build_environment(folder, HERE / "templates"), package, folder, header, normal, runtime, client)
        format_modules(folder)
        (folder / "SURFACE").write_text("\n".join(list_public_names(package, client)) + "\n", encoding="utf-8")
        write_manifest(folder, source, runtime, tables)
        _swap(folder, out)


def _find_runtime() -> Path:
    """Return the folder of the installed runtime.

    Raises:
        CodegenError: It is not installed.
    """
    found = find_spec(RUNTIME)
    if found is None or found.origin is None:
        raise CodegenError("", f"cannot copy {RUNTIME}: it is not installed", "install this project: pip install -e .")
    return Path(found.origin).parent


def _check_out(out: Path) -> None:
    if not out.name.isidentifier():
        raise CodegenError(
            str(out), "the name of the package folder is not a valid Python name", "use letters, digits and _"
        )
    if out.is_file() or (out.is_dir() and any(out.iterdir()) and not (out / "MANIFEST").is_file()):
        raise CodegenError(
            str(out), "the folder exists and is not a generated package: it has no MANIFEST", "pass another folder"
        )


def _check_document(normal: Node) -> None:
    problem = find_invalid_part(_make_readable(normal))
    if problem is not None:
        why = " ".join(problem.split())
        raise CodegenError(
            _find_pointer(problem, normal),
            f"openapi-python-client cannot read the document: {why}",
            "correct this part",
        )


def _find_pointer(detail: str, document: Node) -> str:
    """Return the pointer to the deepest place of the document that a message of the parser names by dotted keys."""
    rest = next((text for text in detail.splitlines()[1:] if text and text[0] != " "), "")
    target: Any = document
    steps: list[str] = []
    while isinstance(target, dict):
        step = max((key for key in target if f"{rest}.".startswith(f"{key}.")), key=len, default=None)
        if step is None:
            break
        steps.append(step)
        target, rest = target[step], rest[len(step) + 1 :]
    return build_pointer(*steps)


def _make_readable(normal: Node) -> Node:
    """Return the document with what the parser requires: descriptions of responses, scalar constants, valid Unicode."""
    document: Node = json.loads(json.dumps(normal, ensure_ascii=False).encode("utf-8", "replace"))
    document["openapi"] = "3.1.0"  # the parser does not accept the short form `3.1`
    document["info"] = {"title": "", "version": "", **document.get("info", {})}
    for _, schema in walk(document):
        if isinstance(schema.get("const"), dict | list):
            del schema["const"]
    for _, _, _, operation in iter_operations(document):
        for response in operation["responses"].values():
            response.setdefault("description", "")
    return document


def _write(
    environment: jinja2.Environment,
    package: Package,
    folder: Path,
    header: str,
    normal: Node,
    runtime: Path | None,
    client: ClientRecord | None,
) -> None:
    """Render all modules of the package into the folder, with a copy of the runtime if `runtime` is its folder."""
    environment.filters.update(
        literal=repr,
        tuple_literal=_format_tuple,
        security_literal=_format_security,
        docstring=format_docstring,
        line=format_line,
        words=format_words,
        qualify_builtins=qualify_builtins,
        client_docstring=build_client_docstring,
        method_docstring=build_method_docstring,
        stream_docstring=build_stream_docstring,
        webhook_docstring=build_webhook_docstring,
    )

    def put(path: str, template: str, **values: Any) -> None:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        values["runtime"] = RUNTIME if runtime is None else "." * len(Path(path).parts) + "_runtime"
        target.write_text(header + environment.get_template(template).render(**values), encoding="utf-8")

    if runtime is not None:
        shutil.copytree(runtime, folder / "_runtime", ignore=shutil.ignore_patterns("__pycache__"))
        for module in (folder / "_runtime").glob("*.py"):
            module.write_text(header + module.read_text(encoding="utf-8"), encoding="utf-8")
    put("_decoders.py", "decoders.py.jinja")
    put("security.py", "security.py.jinja", schemes=package.schemes, security=package.security)
    described = _describe_package(normal, package)
    put("__init__.py", "package_init.py.jinja", package=folder.name, client=client, **described)
    if client is not None:
        put("client.py", "client.py.jinja", client=client, **described)
    places = find_exports(package)
    for model in package.models:
        put(
            f"models/{model.module}.py", "model.py.jinja", model=model, imports=_build_imports(model.names, ".", places)
        )
    for union in package.unions:
        now, later = _split_imports(union.names, f"{union.annotation} | {union.argument}", places)
        put(f"models/{union.module}.py", "union.py.jinja", union=union, imports=now, quoted=later)
    if package.enumerations:
        put(f"models/{ENUMERATIONS}.py", "enumerations.py.jinja", enumerations=package.enumerations)
    put("models/_unions.py", "unions.py.jinja", unions=package.unions, decoders=DECODERS)
    modules = group_exports(package)
    put("models/__init__.py", "models_init.py.jinja", modules=modules)
    put("models/__init__.pyi", "models_init.pyi.jinja", modules=modules)
    for group in package.groups:
        imports = _build_imports(group.names, "..models.", places)
        put(f"operations/{group.name}.py", "operations.py.jinja", group=group, imports=imports)
        put(f"namespaces/{group.name}.py", "namespace.py.jinja", group=group, imports=imports)
    summary = "Operations: functions that describe requests and how their responses are decoded."
    put("operations/__init__.py", "groups_init.py.jinja", groups=package.groups, summary=summary)
    clients = [group for group in package.groups if group.variables("")]
    imports = [each for group in clients for each in _build_imports(group.names, ".models.", places)]
    put("groups.py", "groups.py.jinja", groups=package.groups, imports=imports)
    summary = "Namespaces: classes with one method per operation of a group."
    put("namespaces/__init__.py", "groups_init.py.jinja", groups=package.groups, summary=summary)
    _write_constructors(put, package, places)
    if package.webhooks.functions:
        imports = _build_imports(package.webhooks.names, ".models.", places)
        put("webhooks.py", "webhooks.py.jinja", webhooks=package.webhooks, imports=imports)
    (folder / "contract.json").write_bytes(dump(normal))
    (folder / "py.typed").touch()


def _write_constructors(put: Callable[..., None], package: Package, places: Mapping[str, str]) -> None:
    for module in package.constructors:
        imports = _build_imports(module.names, "..models.", places)
        put(f"constructors/{module.name}.py", "constructors.py.jinja", module=module, imports=imports)
    if package.constructors:
        summary = "Constructors: functions that build models from keyword arguments."
        put("constructors/__init__.py", "groups_init.py.jinja", groups=package.constructors, summary=summary)


def _describe_package(normal: Node, package: Package) -> dict[str, Any]:
    info = normal.get("info") or {}
    found = [(f"{group.name}.{each.method}", each) for group in package.groups for each in group.operations]
    plain = [name for name, each in found if each.page_item is None and not each.streams_only]  # async code awaits it
    examples = [*plain, *(name for name, _ in found)]
    return {
        "title": format_line(info.get("title")) or "A service",
        "version": format_line(info.get("version")),
        "base_url": package.base_url,
        "example": next(iter(examples), "group.function"),
        "constructors": bool(package.constructors),
        "webhooks": bool(package.webhooks.functions),
    }


def _format_tuple(values: list[Any]) -> str:
    return repr(tuple(values))


def _format_security(alternatives: list[list[str]] | None) -> str:
    return repr(None if alternatives is None else tuple(map(tuple, alternatives)))


def _build_imports(names: Names, prefix: str, places: Mapping[str, str]) -> list[str]:
    return [_build_import(names, name, prefix, places) for name in sorted(names.models)]


def _build_import(names: Names, name: str, prefix: str, places: Mapping[str, str]) -> str:
    imported = [class_name(name), *([dict_name(name)] if name in names.dicts else [])]
    return f"from {prefix}{places[class_name(name)]} import {', '.join(imported)}"


def _split_imports(names: Names, text: str, places: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Return the imports that are needed at run time, and those that only type checkers need."""
    run = find_names(text)
    now: list[str] = []
    for name in sorted(names.models):
        if class_name(name) in run:
            now.append(f"from .{places[class_name(name)]} import {class_name(name)}")
        if name in names.dicts and dict_name(name) in run:  # the package builds typed dicts of models on first use
            now.append(f"from . import {dict_name(name)}")
    later = [name for name in names.models if not {class_name(name), dict_name(name)} & run]
    return now, [_build_import(names, name, ".", places) for name in sorted(later)]


def _swap(folder: Path, out: Path) -> None:
    """Replace the package `out` by `folder`; if that fails, restore the old package."""
    out.parent.mkdir(parents=True, exist_ok=True)
    old = folder.with_name(f"{folder.name}.old")
    if out.exists():
        out.rename(old)
    try:
        folder.rename(out)
    except OSError:
        if old.exists():
            old.rename(out)
        raise
