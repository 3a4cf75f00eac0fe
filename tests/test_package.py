"""The wheel: its contents, and what is imported before the first call."""

import importlib
import json
import pkgutil
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from environments import build_wheel, make_environment
from projects import PROJECTS

from codegen.__main__ import main
from codegen.project import read_projects
from openrouterkit.local import LocalServer

ROOT = Path(__file__).parent.parent


EXAMPLE = ROOT / "examples" / "acme_overlay"
PRIVATE = ("contracts", "editable")  # the tables of our contracts; the name of codegen in a checkout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return build_wheel(ROOT, tmp_path_factory.mktemp("wheel"))


def run(code, *path):
    """Run code in a new interpreter, outside the checkout and with `path` prepended to sys.path; return its output."""
    code = f"import sys; sys.path[:0] = {[str(each) for each in path]!r}; {code}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd="/")
    return done.stdout.strip()


def test_the_wheel_contains_only_the_packages_their_types_and_the_contract(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    generated = [each.package.name for each in PROJECTS]
    packages = {"openrouterkit", "openrouterkit_codegen", "openrouterkit_local", "openrouterkit_runtime", *generated}
    assert tops == {*packages, "openrouterkit-0.1.0.dist-info"}
    assert not [name for name in names if name.startswith(tuple(f"openrouterkit_codegen/{each}/" for each in PRIVATE))]
    assert {f"{name}/py.typed" for name in packages} <= set(names)
    assert {f"{name}/contract.json" for name in generated} <= set(names)


def test_the_sdist_contains_everything_that_the_packages_are_generated_from(tmp_path):
    command = [sys.executable, "-m", "build", "--sdist", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(built) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    for project in PROJECTS:
        needed = [project.contract, project.package / "MANIFEST", *project.tables.glob("*.toml")]
        assert {path.relative_to(ROOT).as_posix() for path in needed} <= names
    assert "pyproject.toml" in names


def test_every_generated_package_is_type_checked():
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    for project in PROJECTS:
        folder = project.package.relative_to(ROOT).as_posix()
        assert folder in tools["mypy"]["files"]
        assert folder in tools["basedpyright"]["include"]


def test_the_wheel_streams_from_a_server_without_the_checkout(wheel, tmp_path):
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = (
        "import openrouterkit; assert openrouterkit.__file__.startswith(sys.path[0]); "
        "client = openrouterkit.OpenRouter(api_key='k', base_url={url!r}); "
        "stream = client.chat.stream(model='local/story', messages=[openrouterkit.user('A story')]); "
        "print(stream.read_all().text); client.close()"
    )
    with LocalServer() as server:
        assert run(code.format(url=server.base_url), tmp_path).startswith("Once, on a machine")


@pytest.mark.parametrize(
    "code",
    [
        "import openrouterkit",
        "import openrouterkit; openrouterkit.OpenRouter(api_key='k').chat",
        "import openrouterkit; openrouterkit.AsyncOpenRouter(api_key='k').models",
        "from openrouterkit.mistral import Mistral; Mistral(api_key='k').chat",
        "from openrouterkit import content, messages, plugins, provider, user, RetryOptions, APIError",
    ],
)
def test_no_model_or_large_library_is_imported_before_the_first_call(code):
    output = run(f"{code}; import json; print(json.dumps(sorted(sys.modules)))")
    loaded = set(json.loads(output))
    large = {"httpx", "httpcore", "msgspec", "dateutil", "anyio", "asyncio", "ssl", "http", "email"}
    assert not loaded & large
    assert not [name for name in loaded if re.match(r"openrouterkit_\w*api\.models\.", name)]
    assert "mistral" in code or not [name for name in loaded if name.startswith("openrouterkit_mistral_api")]


def test_the_example_package_passes_its_tests_beside_the_wheel_in_an_empty_environment(wheel, tmp_path):
    environment = make_environment(tmp_path, "openrouterkit", "pytest")
    environment.install(wheel, build_wheel(EXAMPLE, tmp_path))
    shutil.copytree(EXAMPLE / "tests", tmp_path / "tests")
    shutil.copyfile(EXAMPLE / "pyproject.toml", tmp_path / "pyproject.toml")
    command = ["-I", "-m", "pytest", "-p", "no:cacheprovider", "--import-mode=importlib"]
    done = environment.run("python", *command)
    assert re.search(r"=+ \d+ passed in ", done.stdout), done.stdout + done.stderr


def test_the_wheel_with_its_extra_generates_checks_and_imports_a_package_in_an_empty_environment(wheel, tmp_path):
    environment = make_environment(tmp_path, "openrouterkit", "openrouterkit[codegen]")
    environment.install(f"{wheel}[codegen]")
    shutil.copyfile(EXAMPLE / "acme.yaml", tmp_path / "acme.yaml")
    rows = '[tool.openrouterkit.contracts.acme]\ndocument = "acme.yaml"\npackage = "acme_api"\n'
    (tmp_path / "pyproject.toml").write_text(rows, encoding="utf-8")
    for command in ("generate", "check", "pin"):
        done = environment.run("openrouterkit", command)
        assert done.returncode == 0, done.stderr
    # The same bytes as in a checkout, with the same hash of the generator.
    assert main(["generate", "--contract", "acme"], read_projects(tmp_path)[0]) == 0
    assert environment.run("openrouterkit", "check").returncode == 0
    assert (
        environment.run("python", "-c", "import acme_api; print(acme_api.operations.__name__)").stdout
        == "acme_api.operations\n"
    )


def test_the_wheel_without_the_extra_says_how_to_install_it(wheel, tmp_path):
    environment = make_environment(tmp_path, "openrouterkit")
    environment.install(wheel)
    assert environment.run("openrouterkit", "--help").returncode == 0
    done = environment.run("openrouterkit", "generate")
    assert done.returncode == 2
    assert done.stderr.endswith("is not installed\n  fix: pip install 'openrouterkit[codegen]'\n")


@pytest.mark.parametrize("package", ["openrouterkit", "openrouterkit_local", "openrouterkit_runtime", "codegen"])
def test_every_module_can_be_imported_also_those_that_only_declare_types(package):
    found = pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}.")
    modules = [module.name for module in found if not module.name.endswith("__main__")]
    assert modules
    assert [importlib.import_module(name).__name__ for name in modules] == modules
