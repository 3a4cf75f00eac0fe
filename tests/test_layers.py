"""Imports point one way: codegen -> nothing at run time, generated -> its own runtime, overlays downwards by level."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OVERLAYS = ROOT / "overlays" / "openrouterkit"
GENERATED = ROOT / "generated" / "openrouterkit_api"

LEVELS = {
    name: level
    for level, names in {
        0: "errors options sse retries timeouts flow secret masking waits headers urls reasons diagnosis watchdog "
        "decompression",
        1: "messages content media response_formats routing thinking plugins tool_choices function_tools server_tools "
        "stop_conditions keywords accumulate assembly growth results responses",
        2: "policy redirects failures states streams chat_streams pages middleware connections wire transport "
        "translation bodies uploads settings calls",
        3: "oauth webhooks",
        4: "client namespaces",
        5: "local",
    }.items()
    for name in names.split()
}


def imported(path: Path, package: str) -> Iterator[tuple[int, str]]:
    """Each module that a file imports, wherever in the file, by its absolute name, with the line."""
    root = OVERLAYS if package == "openrouterkit" else GENERATED
    parts = [package, *path.relative_to(root).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = parts[: len(parts) - node.level + 1] if node.level else []
            module = ".".join([*start, *([node.module] if node.module else [])])
            yield node.lineno, module
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names if node.module is None)


def level_of(module: str) -> int:
    """The level of a module of the overlays by its dotted name."""
    name = module.split(".")[1]
    assert name in LEVELS, f"{name} has no level: say in tests/test_layers.py where it belongs"
    return LEVELS[name]


@pytest.mark.parametrize("path", sorted(OVERLAYS.rglob("*.py")), ids=lambda path: str(path.relative_to(OVERLAYS)))
def test_an_overlay_imports_only_what_is_on_its_level_or_below(path):
    name = path.relative_to(OVERLAYS).with_suffix("").parts[0]
    if name == "__init__":
        return
    for line, module in imported(path, "openrouterkit"):
        if module.startswith("openrouterkit.") and module.split(".")[1] != name:
            assert level_of(module) <= level_of(f"openrouterkit.{name}"), (
                f"{path.name}:{line} imports {module}, which is on a higher level: move what both need down, "
                f"or pass it in from above"
            )


@pytest.mark.parametrize("path", sorted(OVERLAYS.rglob("*.py")), ids=lambda path: str(path.relative_to(OVERLAYS)))
def test_an_overlay_knows_nothing_of_codegen(path):
    found = [f"{path.name}:{line}" for line, module in imported(path, "openrouterkit") if module.startswith("codegen")]
    assert not found, f"{found} import codegen, which is not in the wheel: do it at generation, as a pass or a template"


def test_generated_code_imports_only_itself_attrs_msgspec_dateutil_and_the_standard_library():
    import sys

    allowed = {"attrs", "msgspec", "dateutil", "openrouterkit_api", "openrouterkit_runtime", *sys.stdlib_module_names}
    for path in sorted(GENERATED.rglob("*.py")):
        for line, module in imported(path, "openrouterkit_api"):
            assert module.split(".")[0] in allowed, f"{path.name}:{line} imports {module}: generated code does no I/O"


def test_no_module_has_a_name_that_says_nothing():
    banned = {"utils", "helpers", "common", "base", "core", "misc"}
    names = [path for folder in ("codegen", "overlays", "generated") for path in (ROOT / folder).rglob("*.py")]
    assert not [path for path in names if path.stem in banned], "call a module by the one thing it holds"
