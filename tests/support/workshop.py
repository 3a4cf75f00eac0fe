"""Generating and importing packages in tests.

Every package is checked: it contains only the statements of the templates, and nothing else is written or run.
"""

from __future__ import annotations

import ast
import builtins
import importlib
import json
import pkgutil
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Any

from codegen.__main__ import main

CANARY = "hostile_text_was_run"
PAYLOAD = f"__import__('builtins').__setattr__('{CANARY}', 1)"
# Names that Python, the templates, the runtime or a file system reserve, and names that Python normalizes.
ODD_NAMES = """
    class None True import self list str type print def __init__ __class__ __import__ _data _members to_dict fromDict
    Any any JsonModel UNSET Unset Mapping Typed TypedDict ClassVar ClassVarious Literal Groups Extra Async DECODERS
    TYPE_CHECKING annotations import_module ImportModule cached_property cast define owned Date datetime readDate
    overload builtins operations models namespaces send stream pages con NUL aux.py com1 lpt9 ReadPet Pet read_pet
    item1 item_1 PET Straße STRASSE strasse \ufb01 fi \u210c H \u0149 \u0390 日本語 Ünïcode u\u0308 ü e\u0301 é
    \u0130 \u0131 \u017f groups AsyncGroups decoders decode_date partial frozenset Behavior Responses named
    runtime _runtime openrouterkit_runtime stream_send client Client AsyncClient SERVICE SERVERS Server errors
""".split()  # noqa: SIM905 - a list of words is easier to read without quotes

ALLOWED_STATEMENTS = (ast.Import, ast.ImportFrom, ast.ClassDef, ast.FunctionDef, ast.Assign, ast.AnnAssign)
ALLOWED_DELETE = "del _arguments, extra_headers"  # hides them from tracebacks with local variables
FORBIDDEN_NODES = (
    *(ast.Lambda, ast.NamedExpr, ast.While, ast.For, ast.AsyncFor, ast.With, ast.AsyncWith, ast.Try, ast.Delete),
    *(ast.Global, ast.Nonlocal, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Yield, ast.Starred),
)
ALLOWED_CALLS = re.compile(
    r"(LazyModels|_MODELS\.(load|names)|_MODULES\.get|Endpoint|Behavior|Body|Responses|Events|Pagination|SecurityScheme|TypedDict|TypeVar"
    r"|_[^.()]+\.with_name|partial|cast|owned|import_module|getattr|globals|locals|frozenset|list|AttributeError"
    r"|Nested|Each|Mapped|Tagged|Shaped|Kinds|Union|decode_decimal|DECODERS\['[^']+'\]"
    r"|Service|Server|__name__\.rpartition|choose_server|super|super\(\)\.__init__"
    r"|self\._build|self\._sender\.(send|stream|pages)|_stream\.__a?enter__"
    r"|_[^.()]+\.build|_[^.()]+\.build\((_arguments|locals\(\))(, body)?(, sender=self\._sender)?\)\.with_stream"
    r"|_settings\.to_dict)"
)


def ref(name: str) -> dict[str, str]:
    """Return a reference to the named schema."""
    return {"$ref": "#/components/schemas/" + name.replace("~", "~0").replace("/", "~1").replace("%", "%25")}


def make_document_of_thing(properties: dict[str, Any]) -> dict[str, Any]:
    """Return a document with one operation, whose response is a Thing."""
    content = {"application/json": {"schema": ref("Thing")}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {
            "/thing": {"get": {"operationId": "get", "responses": {"200": {"description": "", "content": content}}}}
        },
        "components": {"schemas": {"Thing": {"type": "object", "properties": properties}}},
    }


PACKAGE_NUMBERS = count(1)


class Workshop:
    """A folder in which packages are generated and from which they are imported."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def generate(self, document: Any, *flags: str) -> str | None:
        """Generate a package and return its name, None if the document is rejected. Nothing else may be written."""
        name = f"made_{next(PACKAGE_NUMBERS)}"
        spec = self.folder / "spec.json"
        spec.write_text(json.dumps(document), encoding="utf-8")
        before = set(self.folder.iterdir())
        generated = main(["generate", str(spec), str(self.folder / name), *flags]) == 0
        written = set(self.folder.iterdir()) - before - {self.folder / "__pycache__"}
        assert written == ({self.folder / name} if generated else set())
        return name if generated else None

    def load_package(self, document: Any, *flags: str) -> ModuleType:
        """Generate a package, check it, and import all of its modules."""
        name = self.generate(document, *flags)
        assert name is not None, "the document was rejected"
        check_package(self.folder / name)
        package = importlib.import_module(name)
        for module in pkgutil.walk_packages(package.__path__, f"{name}."):
            importlib.import_module(module.name)
        assert not hasattr(builtins, CANARY)
        return package


@contextmanager
def open_workshop(folder: Path) -> Iterator[Workshop]:
    """Return a workshop in a folder; at the end its packages are removed from `sys.modules`."""
    sys.path.insert(0, str(folder))
    yield Workshop(folder)
    sys.path.remove(str(folder))
    for module in [each for each in sys.modules if each.startswith("made_")]:
        del sys.modules[module]


def check_package(folder: Path) -> None:
    """Check every file of a package against the templates."""
    namespaces = [ast.parse(path.read_bytes()).body for path in (folder / "namespaces").glob("*.py")]
    groups = {node.name for body in namespaces for node in body if isinstance(node, ast.ClassDef)}
    models = {name for path in (folder / "models").glob("*.py") for name in find_classes(path)}
    for path in folder.rglob("*"):
        assert path.stem.isidentifier()
        assert path.suffix in ("", ".py", ".pyi", ".json", ".typed")
        assert len(path.name.encode()) < 150
        if path.suffix in (".py", ".pyi") and path.parent.name != "_runtime":
            module = ast.parse(path.read_bytes())
            check_module(module, models if path.parent.name == "constructors" else groups)
            if path.parent.name == "constructors" and path.stem != "__init__":
                check_constructors(module)
    assert set(json.loads((folder / "contract.json").read_bytes())) >= {"openapi", "components"}
    for line in (folder / "SURFACE").read_text(encoding="utf-8").split("\n")[:-1]:
        assert all(map(str.isidentifier, re.split(r"[.(]", line.removesuffix(")")))), line
    for line in (folder / "MANIFEST").read_text(encoding="utf-8").split("\n")[3:-1]:
        assert (folder / line.partition("  ")[2]).is_file()


def find_classes(path: Path) -> list[str]:
    """Return the classes that a module defines."""
    return [node.name for node in ast.parse(path.read_bytes()).body if isinstance(node, ast.ClassDef)]


def check_constructors(module: ast.Module) -> None:
    """Check each function of the module against its template: imports, then classes created with keywords only."""
    functions = [node for node in module.body if isinstance(node, ast.FunctionDef)]
    assert functions
    for function in functions:
        arguments = function.args
        assert not any((arguments.args, arguments.vararg, arguments.kwarg, function.decorator_list))
        assert {ast.unparse(each) for each in arguments.kw_defaults if each is not None} <= {"UNSET"}
        docstring, *statements = function.body
        assert isinstance(docstring, ast.Expr)
        assert ast.get_docstring(function) is not None
        kinds = [type(each) for each in statements]
        nested = [ast.ImportFrom, ast.ImportFrom, ast.Assign, ast.Return]
        assert kinds in ([ast.ImportFrom, ast.Return], nested), ast.unparse(function)
        for call in (inner for each in statements for inner in ast.walk(each) if isinstance(inner, ast.Call)):
            assert not call.args
            assert all(each.arg is not None for each in call.keywords)


def check_module(module: ast.Module, classes: set[str]) -> None:
    """Check that a module contains only allowed statements and calls, and binds every name once."""
    for node in module.body:
        text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        hidden = isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "not TYPE_CHECKING")
        assert text or hidden or isinstance(node, ALLOWED_STATEMENTS), ast.unparse(node)
    bound = [name for node in module.body for name in find_bound_names(node)]
    assert len(bound) == len(set(bound)), sorted(name for name in bound if bound.count(name) > 1)
    for inner in ast.walk(module):
        assert not isinstance(inner, FORBIDDEN_NODES) or ast.unparse(inner) == ALLOWED_DELETE, ast.unparse(inner)
        if isinstance(inner, ast.Call):
            called = ast.unparse(inner.func)
            assert called in classes or ALLOWED_CALLS.fullmatch(called), called
            for quoted in inner.args[1].values if called == "TypedDict" and isinstance(inner.args[1], ast.Dict) else ():
                assert isinstance(quoted, ast.Constant)
                check_module(ast.parse(f"X = {quoted.value}"), classes)


def find_bound_names(node: ast.stmt) -> list[str]:
    """Return the names that a statement of a module binds; overloads do not count."""
    if isinstance(node, ast.ImportFrom | ast.Import):
        return [alias.asname or alias.name for alias in node.names]
    if isinstance(node, ast.If):
        return [name for inner in node.body for name in find_bound_names(inner)]
    if isinstance(node, ast.ClassDef):
        return [node.name]
    overloaded = isinstance(node, ast.FunctionDef) and any(
        ast.unparse(each) == "overload" for each in node.decorator_list
    )
    return [node.name] if isinstance(node, ast.FunctionDef) and not overloaded else []


def get_endpoint(module: Any, function: Any) -> Any:
    """Return the endpoint of a function in a generated module."""
    return getattr(module, f"_{function.__name__.upper()}")
