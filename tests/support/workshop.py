"""Packages generated and imported by tests: each is looked through, and nothing else may be written or run."""

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
FIRE = f"__import__('builtins').__setattr__('{CANARY}', 1)"
# Names that Python, the templates, the runtime or a file system have another use for, or that become one in Python.
ODD_NAMES = """
    class None True import self list str type print def __init__ __class__ __import__ _data _members to_dict fromDict
    Any any JsonModel UNSET Unset Mapping Typed TypedDict ClassVar ClassVarious Literal Groups Extra Async DECODERS
    TYPE_CHECKING annotations import_module ImportModule cached_property cast define owned Date datetime readDate
    overload builtins operations models namespaces send stream pages con NUL aux.py com1 lpt9 ReadPet Pet read_pet
    item1 item_1 PET Straße STRASSE strasse \ufb01 fi \u210c H \u0149 \u0390 日本語 Ünïcode u\u0308 ü e\u0301 é
    \u0130 \u0131 \u017f groups AsyncGroups decoders decode_date partial frozenset Behavior Responses named
    runtime _runtime openrouterkit_runtime stream_send
""".split()  # noqa: SIM905 - a list of words reads better without its quotes

STATEMENTS = (ast.Import, ast.ImportFrom, ast.ClassDef, ast.FunctionDef, ast.Assign, ast.AnnAssign)
NOWHERE = (
    *(ast.Lambda, ast.NamedExpr, ast.While, ast.For, ast.AsyncFor, ast.With, ast.AsyncWith, ast.Try, ast.Delete),
    *(ast.Global, ast.Nonlocal, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Yield, ast.Starred),
)
CALLED = re.compile(
    r"(LazyModels|_MODELS\.(load|names)|_MODULES\.get|Endpoint|Behavior|Body|Responses|Events|Pagination|TypedDict|TypeVar"
    r"|_[^.()]+\.with_name|partial|cast|owned|import_module|getattr|globals|locals|frozenset|list|AttributeError"
    r"|Nested|Each|Mapped|Tagged|Shaped|Kinds|Union|DECODERS\['[^']+'\]"
    r"|self\._build|self\._sender\.(send|stream|pages)|_stream\.__a?enter__"
    r"|_[^.()]+\.build|_[^.()]+\.build\((_arguments|locals\(\))(, body)?\)\.with_stream|_settings\.to_dict)"
)


def ref(name: str) -> dict[str, str]:
    """A reference to the named schema."""
    return {"$ref": "#/components/schemas/" + name.replace("~", "~0").replace("/", "~1").replace("%", "%25")}


NUMBERS = count(1)


class Workshop:
    """A folder that packages are generated in and imported from."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def generate(self, document: Any, *flags: str) -> str | None:
        """The name of the package, or None where the document is refused; nothing else is written."""
        name = f"made_{next(NUMBERS)}"
        spec = self.folder / "spec.json"
        spec.write_text(json.dumps(document), encoding="utf-8")
        before = set(self.folder.iterdir())
        made = main(["generate", str(spec), str(self.folder / name), *flags]) == 0
        written = set(self.folder.iterdir()) - before - {self.folder / "__pycache__"}
        assert written == ({self.folder / name} if made else set())
        return name if made else None

    def package(self, document: Any, *flags: str) -> ModuleType:
        """The package of a document, every module of it looked through and imported."""
        name = self.generate(document, *flags)
        assert name is not None, "the document is refused"
        look_through(self.folder / name)
        package = importlib.import_module(name)
        for module in pkgutil.walk_packages(package.__path__, f"{name}."):
            importlib.import_module(module.name)
        assert not hasattr(builtins, CANARY)
        return package


@contextmanager
def opened(folder: Path) -> Iterator[Workshop]:
    """A workshop in a folder; what was imported from there is forgotten at the end."""
    sys.path.insert(0, str(folder))
    yield Workshop(folder)
    sys.path.remove(str(folder))
    for module in [each for each in sys.modules if each.startswith("made_")]:
        del sys.modules[module]


def look_through(folder: Path) -> None:
    """Hold every file of a package against what the templates write."""
    namespaces = [ast.parse(path.read_bytes()).body for path in (folder / "namespaces").glob("*.py")]
    groups = {node.name for body in namespaces for node in body if isinstance(node, ast.ClassDef)}
    models = {name for path in (folder / "models").glob("*.py") for name in classes_of(path)}
    for path in folder.rglob("*"):
        assert path.stem.isidentifier()
        assert path.suffix in ("", ".py", ".pyi", ".json", ".typed")
        assert len(path.name.encode()) < 150
        if path.suffix in (".py", ".pyi") and path.parent.name != "_runtime":
            module = ast.parse(path.read_bytes())
            look_through_module(module, models if path.parent.name == "constructors" else groups)
            if path.parent.name == "constructors" and path.stem != "__init__":
                look_through_constructors(module)
    assert set(json.loads((folder / "contract.json").read_bytes())) >= {"openapi", "components"}
    for line in (folder / "SURFACE").read_text(encoding="utf-8").split("\n")[:-1]:
        assert all(map(str.isidentifier, re.split(r"[.(]", line.removesuffix(")")))), line
    for line in (folder / "MANIFEST").read_text(encoding="utf-8").split("\n")[3:-1]:
        assert (folder / line.partition("  ")[2]).is_file()


def classes_of(path: Path) -> list[str]:
    """The classes that a module defines."""
    return [node.name for node in ast.parse(path.read_bytes()).body if isinstance(node, ast.ClassDef)]


def look_through_constructors(module: ast.Module) -> None:
    """Hold each function of the module against its template: imports, then calls of the classes, with keywords only."""
    functions = [node for node in module.body if isinstance(node, ast.FunctionDef)]
    assert functions
    for function in functions:
        stated = function.args
        assert not any((stated.args, stated.vararg, stated.kwarg, function.decorator_list))
        assert {ast.unparse(each) for each in stated.kw_defaults if each is not None} <= {"UNSET"}
        docstring, *statements = function.body
        assert isinstance(docstring, ast.Expr)
        assert ast.get_docstring(function) is not None
        kinds = [type(each) for each in statements]
        nested = [ast.ImportFrom, ast.ImportFrom, ast.Assign, ast.Return]
        assert kinds in ([ast.ImportFrom, ast.Return], nested), ast.unparse(function)
        for call in (inner for each in statements for inner in ast.walk(each) if isinstance(inner, ast.Call)):
            assert not call.args
            assert all(each.arg is not None for each in call.keywords)


def look_through_module(module: ast.Module, classes: set[str]) -> None:
    for node in module.body:
        text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        hidden = isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "not TYPE_CHECKING")
        assert text or hidden or isinstance(node, STATEMENTS), ast.unparse(node)
    bound = [name for node in module.body for name in names_bound_by(node)]
    assert len(bound) == len(set(bound)), sorted(name for name in bound if bound.count(name) > 1)
    for inner in ast.walk(module):
        assert not isinstance(inner, NOWHERE), ast.unparse(inner)
        if isinstance(inner, ast.Call):
            called = ast.unparse(inner.func)
            assert called in classes or CALLED.fullmatch(called), called
            for quoted in inner.args[1].values if called == "TypedDict" and isinstance(inner.args[1], ast.Dict) else ():
                assert isinstance(quoted, ast.Constant)
                look_through_module(ast.parse(f"X = {quoted.value}"), classes)


def names_bound_by(node: ast.stmt) -> list[str]:
    """The names that a statement of a module gives to something, each overloaded function once."""
    if isinstance(node, ast.ImportFrom | ast.Import):
        return [alias.asname or alias.name for alias in node.names]
    if isinstance(node, ast.If):
        return [name for inner in node.body for name in names_bound_by(inner)]
    if isinstance(node, ast.ClassDef):
        return [node.name]
    overloaded = isinstance(node, ast.FunctionDef) and any(
        ast.unparse(each) == "overload" for each in node.decorator_list
    )
    return [node.name] if isinstance(node, ast.FunctionDef) and not overloaded else []


def endpoint_of(module: Any, call: Any) -> Any:
    """What a function of a generated module describes."""
    return getattr(module, f"_{call.__name__.upper()}")
