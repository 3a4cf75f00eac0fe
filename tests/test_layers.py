"""Imports point one way, those for types and those inside functions counted.

runtime <- generated <- openrouterkit <- openrouterkit_local, and nobody imports codegen. Inside `openrouterkit` every
module imports only what stands before it in `ORDER`.
"""

import ast
import re
import sys
from collections import Counter
from pathlib import Path

import pytest
from imports import PACKAGES, imports_of, module_of, modules_of
from places import ROOT

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
              requests.function_tools requests.plugins requests.reasoning_options
              requests.response_formats requests.routing requests.server_tools requests.stop_conditions
              requests.tool_choices
groups:       oauth.pkce oauth.callback oauth.login oauth webhooks _call.clients namespaces.chat
              namespaces.generations namespaces.models namespaces.oauth
client:       client
"""
MODULES = [word for word in ORDER.split() if not word.endswith(":")]
PLACES = {name: place for place, name in enumerate(MODULES)}
# Without imports of their own: the folders of private modules, and the lazy fronts of the package and of the server.
FOLDERS = "_call _errors _flow _options _request _streaming _transport namespaces requests local"
UNORDERED = {"", *FOLDERS.split()}


CLIENT = modules_of("openrouterkit")
FRONTS = ("openrouterkit", "openrouterkit.local", "openrouterkit.local.__main__")
PARTS = [(name, path) for name, path in CLIENT.items() if name not in FRONTS]
IDS = [name for name, _ in PARTS]


def test_every_module_has_one_place_in_the_order():
    found = [name.removeprefix("openrouterkit").lstrip(".") for name in CLIENT]
    expected = Counter([*MODULES, *UNORDERED, "local.__main__"])
    assert Counter(found) == expected, "say in ORDER where a new module stands, and take out one that is gone"


@pytest.mark.parametrize(("name", "path"), PARTS, ids=IDS)
def test_a_module_imports_only_what_stands_before_it(name: str, path: Path):
    name = name.removeprefix("openrouterkit.")
    for line, imported in imports_of(f"openrouterkit.{name}", path):
        found = module_of(imported, CLIENT)
        if found is not None:
            module = found.removeprefix("openrouterkit.")
            assert module in PLACES, f"{path.name}:{line} imports {imported}: import the module that defines it"
            assert name not in UNORDERED, f"{path.name}:{line}: this module imports nothing"
            assert PLACES[module] < PLACES[name], (
                f"{path.name}:{line} imports {imported}, which stands after {name} in ORDER: "
                f"move what both need down, or pass it in from above"
            )


@pytest.mark.parametrize(("name", "path"), PARTS, ids=IDS)
def test_httpx_and_what_lies_below_it_are_imported_by_the_transport_alone(name: str, path: Path):
    if path.parent.name == "_transport":
        return
    for line, imported in imports_of(name, path):
        top = imported.split(".")[0]
        assert top not in ("httpx", "httpcore", "h11"), f"{path.name}:{line} imports {imported}: do it in _transport"


def test_private_parts_of_other_libraries_are_used_in_one_module():
    private = re.compile(r"_getframe\b|_network_stream\b|native_token\b|\b(?:httpcore|httpx|anyio)\._|\[.timeout.\]\[")
    for path in [*CLIENT.values(), *modules_of("openrouterkit_local").values()]:
        used = private.findall(path.read_text(encoding="utf-8"))
        assert not used or path.name == "internals.py", f"{path.name} uses {used}: do it in _transport/internals.py"


@pytest.mark.parametrize("package", [package for package in PACKAGES if package != "codegen"])
def test_nothing_that_is_shipped_imports_codegen(package: str):
    for name, path in modules_of(package).items():
        for line, imported in imports_of(name, path):
            assert imported.split(".")[0] != "codegen", f"{path.name}:{line}: do it in a pass or template"


@pytest.mark.parametrize("package", [package for package in PACKAGES if package != "openrouterkit_api"])
def test_no_modules_import_each_other_in_a_circle(package: str):
    modules = modules_of(package)
    imports = {
        name: {module_of(imported, modules) for _, imported in imports_of(name, path)} - {None, name}
        for name, path in modules.items()
    }
    while leaves := [name for name, imported in imports.items() if not imported & imports.keys()]:
        for name in leaves:
            del imports[name]
    assert not imports, "these import each other: move what both need into a module below them"


def test_the_server_uses_public_modules_of_the_client_and_only_its_front_imports_the_server():
    for name, path in modules_of("openrouterkit_local").items():
        for line, imported in imports_of(name, path):
            private = imported.startswith("openrouterkit._")
            assert not private, f"{path.name}:{line} imports {imported}, which is private"
    for name, path in PARTS:
        assert not [each for _, each in imports_of(name, path) if each.startswith("openrouterkit_local")], path.name


def test_generated_code_imports_only_itself_its_runtime_and_the_standard_library():
    # typing_extensions is for type checkers, which have it built in.
    allowed = {"openrouterkit_api", "openrouterkit_runtime", "typing_extensions", *sys.stdlib_module_names}
    for name, path in modules_of("openrouterkit_api").items():
        for line, imported in imports_of(name, path):
            assert imported.split(".")[0] in allowed, f"{path.name}:{line} imports {imported}: it does no I/O"


def test_no_folder_holds_more_than_twenty_modules():
    folders = Counter(path.parent for name in ("overlays", "codegen") for path in (ROOT / name).rglob("*.py"))
    crowded = {str(folder.relative_to(ROOT)): count for folder, count in folders.items() if count > 20}
    assert not crowded, "group what belongs together in a folder"


def test_no_module_has_a_name_that_says_nothing():
    banned = {"utils", "helpers", "common", "base", "core", "misc"}
    names = [path for folder in ("codegen", "overlays", "generated") for path in (ROOT / folder).rglob("*.py")]
    assert not [path for path in names if path.stem in banned], "call a module by the one thing it holds"


def test_no_module_has_the_name_of_a_public_function():
    public = [path for name, path in PARTS if "._" not in name]
    functions = {
        node.name
        for path in public
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    }
    assert not functions & {path.stem for _, path in PARTS}, "importing such a module would hide the function"
