"""Renders a normal form: openapi-python-client parses it and names things, this project's templates write it down."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from copy import deepcopy
from pathlib import Path
from typing import Any

from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError, ParseError

from .document import Node, dump, operations_of
from .expressions import Names, class_name, dict_name, module_name
from .manifest import write_manifest, write_surface
from .names import AgreedNames
from .passes.media import EVENT_STREAM
from .problems import Problem, Report
from .views import Package, package_of, prose

HERE = Path(__file__).parent
HEADER = "# Generated from {source} by `{command}`: do not edit, change the contract or codegen/ instead.\n"
_PARSED_TYPES = ("text/", "application/json", "application/octet-stream")


def render(normal: Node, out: Path, report: Report, agreed: AgreedNames, source: str, command: str) -> None:
    """Write the package of a normal form to the folder `out`, whole or not at all.

    Raises:
        Problem: openapi-python-client cannot read the document.
    """
    with tempfile.TemporaryDirectory(dir=_existing_parent(out), prefix=".generating-") as scratch:
        folder = Path(scratch) / out.name
        project = _project(normal, folder, report)
        package = package_of(normal, agreed)
        _write(project, package, folder, HEADER.format(source=source, command=command), normal)
        _format(folder)
        write_surface(folder, package)
        write_manifest(folder, source)
        _swap(folder, out)


def _existing_parent(out: Path) -> Path:
    out.parent.mkdir(parents=True, exist_ok=True)
    return out.parent


def _project(normal: Node, folder: Path, report: Report) -> Project:
    config = Config.from_sources(
        ConfigFile(literal_enums=True, generate_all_tags=False, post_hooks=[]),
        MetaType.NONE,
        folder,
        "utf-8",
        True,
        folder,
    )
    parsed = GeneratorData.from_dict(_parseable(normal), config=config)
    if isinstance(parsed, GeneratorError):
        raise Problem("", f"openapi-python-client can read the document: {parsed.detail}", "mend the document")
    for error in parsed.errors:
        report.warn("/components/schemas", _told(error))
    for collection in parsed.endpoint_collections_by_tag.values():
        for error in collection.parse_errors:
            report.warn("/paths", _told(error))
    return Project(openapi=parsed, config=config, custom_template_path=HERE / "templates")


def _told(error: ParseError) -> str:
    return " ".join(f"{error.header} {error.detail or ''}".split())


def _parseable(normal: Node) -> Node:
    """The document as the parser can take it: event streams and media types it does not know are this project's own."""
    document = deepcopy(normal)
    for _, _, _, operation in operations_of(document):
        for part in (operation.get("requestBody") or {}, *operation["responses"].values()):
            for media_type in list(part.get("content") or {}):
                known = media_type.startswith(_PARSED_TYPES) or media_type.endswith("+json")
                if media_type == EVENT_STREAM or not known:
                    del part["content"][media_type]
        if not (operation.get("requestBody") or {}).get("content", True):
            del operation["requestBody"]
    return document


def _write(project: Project, package: Package, folder: Path, header: str, normal: Node) -> None:
    environment = project.env
    environment.filters.update(literal=repr, tuple_literal=lambda values: repr(tuple(values)), docstring=docstring)

    def put(path: str, template: str, **values: Any) -> None:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(header + environment.get_template(template).render(**values), encoding="utf-8")

    shutil.copytree(HERE / "runtime", folder / "_runtime", ignore=shutil.ignore_patterns("__pycache__"))
    for module in (folder / "_runtime").glob("*.py"):
        module.write_text(header + module.read_text(encoding="utf-8"), encoding="utf-8")
    info = normal.get("info", {})
    put(
        "__init__.py",
        "package_init.py.jinja",
        title=_line(info.get("title")),
        version=_line(info.get("version")),
        base_url=package.base_url,
    )
    for model in package.models:
        put(f"models/{model.module}.py", "model.py.jinja", model=model, imports=_imports(model.names, "."))
    for union in package.unions:
        put(f"models/{union.module}.py", "union.py.jinja", union=union, imports=_imports(union.names, "."))
    for enumeration in package.enumerations:
        put(f"models/{enumeration.module}.py", "enumeration.py.jinja", enumeration=enumeration)
    readers = ["Each", "Kinds", "Mapped", "Nested", "Shaped", "Tagged", "Union", "read_date", "read_datetime"]
    put("models/_unions.py", "unions.py.jinja", unions=package.unions, readers=readers)
    put("models/__init__.py", "models_init.py.jinja", exports=exports(package))
    for group in package.groups:
        imports = _imports(group.names, "..models.")
        put(f"operations/{group.name}.py", "operations.py.jinja", group=group, imports=imports)
        put(f"namespaces/{group.name}.py", "namespace.py.jinja", group=group, imports=imports)
    put(
        "operations/__init__.py",
        "groups_init.py.jinja",
        groups=package.groups,
        summary="Operations: what is sent, and how the answer is read.",
    )
    put(
        "namespaces/__init__.py",
        "groups_init.py.jinja",
        groups=package.groups,
        summary="Namespaces: the operations of a group as methods.",
    )
    (folder / "contract.json").write_text(dump(normal), encoding="utf-8")
    (folder / "py.typed").touch()


def docstring(text: str) -> str:
    """A docstring of this text, its quotes on a line of their own where there are several lines."""
    return f'"""{text}\n"""' if "\n" in text else f'"""{text}"""'


def _line(text: Any) -> str:
    return prose(" ".join(str(text or "").split()))


def exports(package: Package) -> dict[str, str]:
    """Every name of the models package, with the module that defines it."""
    found: dict[str, str] = {}
    for model in package.models:
        found[model.name] = model.module
        if model.dict_name:
            found[model.dict_name] = model.module
    for union in package.unions:
        found.update({union.name: union.module, union.function: union.module})
        if union.dict_name:
            found[union.dict_name] = union.module
    found.update({enumeration.name: enumeration.module for enumeration in package.enumerations})
    return dict(sorted(found.items()))


def _imports(names: Names, prefix: str) -> list[str]:
    lines = []
    for name in sorted(names.models):
        imported = [class_name(name), *([dict_name(name)] if name in names.dicts else [])]
        lines.append(f"from {prefix}{module_name(name)} import {', '.join(imported)}")
    return lines


def _format(folder: Path) -> None:
    # Imports that a module turned out not to need go first, then one layout for all.
    ruff = [sys.executable, "-m", "ruff"]
    options = ["--isolated", "--quiet", "--line-length", "120", "--target-version", "py311", "--no-cache"]
    select = ["--select", "F401,I001,PIE790,TC005", "--fix", "--exit-zero", "--unsafe-fixes"]
    for command in ([*ruff, "check", *options, *select, str(folder)], [*ruff, "format", *options, str(folder)]):
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
        if done.returncode != 0:
            raise Problem(
                "",
                f"what the templates write is Python: {(done.stderr or done.stdout).strip()[:2000]}",
                "report this, with the document",
            )


def _swap(folder: Path, out: Path) -> None:
    # The new tree is whole before the old one goes, and a crash between leaves the old one aside, not half of either.
    old = folder.with_name(f"{folder.name}.old")
    if out.exists():
        out.rename(old)
    folder.rename(out)
