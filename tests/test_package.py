"""The wheel: its contents, and what is imported before the first call."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from openrouterkit.local import LocalServer

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def run(code, *path):
    """Run code in a new interpreter, outside the checkout and with `path` prepended to sys.path; return its output."""
    code = f"import sys; sys.path[:0] = {[str(each) for each in path]!r}; {code}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd="/")
    return done.stdout.strip()


def test_the_wheel_contains_only_the_packages_their_types_and_the_contract(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    packages = {"openrouterkit", "openrouterkit_api", "openrouterkit_local", "openrouterkit_runtime"}
    assert tops == {*packages, "openrouterkit-0.1.0.dist-info"}
    assert {f"{name}/py.typed" for name in packages} <= set(names)
    assert "openrouterkit_api/contract.json" in names


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
        "from openrouterkit import content, messages, plugins, provider, user, RetryOptions, APIError",
    ],
)
def test_no_model_or_large_library_is_imported_before_the_first_call(code):
    output = run(f"{code}; import json; print(json.dumps(sorted(sys.modules)))")
    loaded = set(json.loads(output))
    large = {"httpx", "httpcore", "msgspec", "dateutil", "anyio", "asyncio", "ssl", "http", "email"}
    assert not loaded & large
    assert not [name for name in loaded if name.startswith("openrouterkit_api.models.")]
