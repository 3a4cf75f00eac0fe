"""Imports point one way, those for types and those inside functions counted.

runtime <- generated <- openrouterkit <- openrouterkit_local, and nobody imports codegen. Inside `openrouterkit` every
module imports only what stands before it in `ORDER`.
"""

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from places import ROOT

OVERLAYS = ROOT / "overlays"
CLIENT = OVERLAYS / "openrouterkit"
GENERATED = ROOT / "generated" / "openrouterkit_api"

# From the bottom to the top. The words before the colons only group the list.
ORDER = """
errors:       _version _flow.attempt errors
options:      _options.secret headers _options.validation timeouts retries
flow:         _flow.deadlines _flow.cancellation _flow.limits _log _flow.exchange flow middleware options
transport:    _transport.internals _transport.sockets _transport.watchdog _transport.decompression _transport.body
              _transport.clients _transport.request _transport.exceptions _transport.uploads _transport.shared
              _transport.sync_transport _transport.async_transport
requests:     _request.headers _request.urls _request.settings _request.build
failures:     _errors.redaction _errors.error_message _errors.retry_after _errors.error_body _errors.factory
attempts:     _streaming.reading _call.redirects _call.middleware_chain _call.attempts
results:      responses results
streams:      sse _streaming.merging _streaming.message_deltas accumulate _streaming.parser _streaming.event_stream
              _streaming.chat_stream streams
calls:        _call.decode _call.calls _call.raw pages
constructors: messages.media messages.content messages.constructors messages
              requests.keywords requests.function_tools requests.plugins requests.reasoning_options
              requests.response_formats requests.routing requests.server_tools requests.stop_conditions
              requests.tool_choices
groups:       oauth.pkce oauth.callback oauth.login oauth webhooks _call.clients namespaces.chat
              namespaces.generations namespaces.oauth
client:       client
"""
MODULES = [word for word in ORDER.split() if not word.endswith(":")]
PLACES = {name: place for place, name in enumerate(MODULES)}
# Without imports of their own: the folders of private modules, and the lazy fronts of the package and of the server.
FOLDERS = "_call _errors _flow _options _request _streaming _transport namespaces requests local"
UNORDERED = {"", *FOLDERS.split()}


def files_of(package: str) -> list[Path]:
    root = GENERATED if package == "openrouterkit_api" else OVERLAYS / package
    return sorted(root.rglob("*.py"))


def dotted(path: Path) -> str:
    """The absolute name of the module in a file."""
    root = GENERATED.parent if path.is_relative_to(GENERATED) else OVERLAYS
    return ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")


def name_in(folder: Path, path: Path) -> str:
    """The absolute name of a module in a package folder."""
    return ".".join(path.relative_to(folder.parent).with_suffix("").parts).removesuffix(".__init__")


def longest(name: str, modules: Mapping[str, Path]) -> str | None:
    """The module that an imported name is or comes from."""
    while name and name not in modules:
        name = name.rpartition(".")[0]
    return name or None


def imports_of(path: Path, name: str | None = None) -> Iterator[tuple[int, str]]:
    """What a file imports, wherever in the file, by absolute name, with the line; names in modules included."""
    name = name or dotted(path)
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            module = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)


def imported_module(name: str) -> str | None:
    """The module of `openrouterkit` that an imported name is or comes from, "" for the package itself."""
    if name.split(".", maxsplit=1)[0] != "openrouterkit":
        return None
    parts = name.split(".")[1:]
    while parts and not any((CLIENT / Path(*parts)).with_suffix(end).exists() for end in (".py", "")):
        parts.pop()
    return ".".join(parts)


FRONTS = (CLIENT / "__init__.py", CLIENT / "local" / "__init__.py", CLIENT / "local" / "__main__.py")
CLIENT_FILES = [path for path in files_of("openrouterkit") if path not in FRONTS]


def test_every_module_has_one_place_in_the_order():
    found = [dotted(path).removeprefix("openrouterkit").lstrip(".") for path in files_of("openrouterkit")]
    expected = Counter([*MODULES, *UNORDERED, "local.__main__"])
    assert Counter(found) == expected, "say in ORDER where a new module stands, and take out one that is gone"


@pytest.mark.parametrize("path", CLIENT_FILES, ids=dotted)
def test_a_module_imports_only_what_stands_before_it(path: Path):
    name = dotted(path).removeprefix("openrouterkit.")
    for line, imported in imports_of(path):
        module = imported_module(imported)
        if module is not None:
            assert module in PLACES, f"{path.name}:{line} imports {imported}: import the module that defines it"
            assert name not in UNORDERED, f"{path.name}:{line}: this module imports nothing"
            assert PLACES[module] < PLACES[name], (
                f"{path.name}:{line} imports {imported}, which stands after {name} in ORDER: "
                f"move what both need down, or pass it in from above"
            )


@pytest.mark.parametrize("path", CLIENT_FILES, ids=dotted)
def test_httpx_and_what_lies_below_it_are_imported_by_the_transport_alone(path: Path):
    if path.parent.name == "_transport":
        return
    for line, imported in imports_of(path):
        top = imported.split(".")[0]
        assert top not in ("httpx", "httpcore", "h11"), f"{path.name}:{line} imports {imported}: do it in _transport"


def test_private_parts_of_other_libraries_are_used_in_one_module():
    private = re.compile(r"_getframe\b|_network_stream\b|native_token\b|\b(?:httpcore|httpx|anyio)\._|\[.timeout.\]\[")
    for path in [*files_of("openrouterkit"), *files_of("openrouterkit_local")]:
        text = path.read_text(encoding="utf-8")
        used = private.findall(text)
        assert not used or path.name == "internals.py", f"{path.name} uses {used}: do it in _transport/internals.py"


@pytest.mark.parametrize("package", ["openrouterkit", "openrouterkit_local", "openrouterkit_api"])
def test_nothing_that_is_shipped_imports_codegen(package: str):
    for path in files_of(package):
        for line, imported in imports_of(path):
            assert imported.split(".")[0] != "codegen", (
                f"{path.name}:{line}: do it at generation, as a pass or template"
            )


@pytest.mark.parametrize("root", ["overlays/openrouterkit", "overlays/openrouterkit_local", "codegen"])
def test_no_modules_import_each_other_in_a_circle(root: str):
    folder = ROOT / root
    modules = {name_in(folder, path): path for path in folder.rglob("*.py")}
    imports = {
        name: {module for _, each in imports_of(path, name) if (module := longest(each, modules)) not in (None, name)}
        for name, path in modules.items()
    }
    while leaves := [name for name, imported in imports.items() if not imported & imports.keys()]:
        for name in leaves:
            del imports[name]
    assert not imports, "these import each other: move what both need into a module below them"


def test_the_server_uses_public_modules_of_the_client_and_only_its_front_imports_the_server():
    for path in files_of("openrouterkit_local"):
        for line, imported in imports_of(path):
            module = imported_module(imported) or ""
            assert not module.startswith("_"), f"{path.name}:{line} imports {imported}, which is private"
    for path in CLIENT_FILES:
        assert not [name for _, name in imports_of(path) if name.startswith("openrouterkit_local")], path.name


def test_generated_code_imports_only_itself_its_runtime_and_the_standard_library():
    allowed = {"attrs", "msgspec", "dateutil", "openrouterkit_api", "openrouterkit_runtime", *sys.stdlib_module_names}
    for path in files_of("openrouterkit_api"):
        for line, imported in imports_of(path):
            assert imported.split(".")[0] in allowed, (
                f"{path.name}:{line} imports {imported}: generated code does no I/O"
            )


def test_no_folder_holds_more_than_twenty_modules():
    folders = Counter(path.parent for name in ("overlays", "codegen") for path in (ROOT / name).rglob("*.py"))
    crowded = {str(folder.relative_to(ROOT)): count for folder, count in folders.items() if count > 20}
    assert not crowded, "group what belongs together in a folder"


def test_no_module_has_a_name_that_says_nothing():
    banned = {"utils", "helpers", "common", "base", "core", "misc"}
    names = [path for folder in ("codegen", "overlays", "generated") for path in (ROOT / folder).rglob("*.py")]
    assert not [path for path in names if path.stem in banned], "call a module by the one thing it holds"


def test_no_module_has_the_name_of_a_public_function():
    public = [path for path in CLIENT_FILES if "._" not in dotted(path)]
    functions = {
        node.name
        for path in public
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    }
    assert not functions & {path.stem for path in CLIENT_FILES}, "importing such a module would hide the function"
