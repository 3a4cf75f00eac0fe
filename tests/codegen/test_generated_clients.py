"""The clients of a generated package call a real server: credentials, servers, retries, pages and streams."""

from __future__ import annotations

import asyncio
import base64
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from checkers import run_mypy, run_pyright
from file_store import AUTH, SPEC, file, open_package
from leaks import assert_hidden, collect_texts
from loading import find_loaded_modules
from loopback import END, STREAM_HEAD, Loopback, Received, event, http_response, piece
from places import ROOT

from codegen.__main__ import main
from openrouterkit import Client, Service
from openrouterkit.client import Server
from openrouterkit.errors import ConfigurationError

LIMITED = http_response({"message": "too fast"}, 429, retry_after="0")
PAGES = [http_response({"files": [file("a"), file("b")], "next": "2"}), http_response({"files": [file("c")]})]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with open_package(tmp_path_factory.mktemp("clients")) as folder:
        yield folder


@pytest.fixture
def files_api(package: Path) -> Any:
    return __import__("files_api")


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest, files_api: Any) -> Callable[..., Any]:
    """A function that makes one call with a new client of the package, sync or async."""
    kinds: dict[str, Callable[..., Any]] = {"sync": call_sync, "async": call_async}
    return lambda *arguments, **options: kinds[request.param](files_api, *arguments, **options)


def call_sync(package: Any, group: str, method: str, *, client: dict[str, Any], **arguments: Any) -> Any:
    with package.Client(**client) as made:
        found = getattr(getattr(made, group), method)(**arguments)
        if method == "watch":
            with found:
                return list(found)
        return list(found) if method == "list" else found


def call_async(package: Any, group: str, method: str, *, client: dict[str, Any], **arguments: Any) -> Any:
    async def run() -> Any:
        async with package.AsyncClient(**client) as made:
            found = getattr(getattr(made, group), method)(**arguments)
            if method == "watch":
                async with found:
                    return [each async for each in found]
            return [each async for each in found] if method == "list" else await found

    return asyncio.run(run())


def get_login(request: Received) -> str:
    return base64.b64decode(request.headers["authorization"].removeprefix("Basic ")).decode()


def test_each_operation_sends_the_credentials_that_its_description_declares(call: Any) -> None:
    deleted = b"HTTP/1.1 204 X\r\n\r\n"
    with Loopback([http_response(file())], [deleted]) as server:
        client = {"base_url": server.url, "auth": AUTH}
        assert call("files", "get", id="a", client=client).size == 7
        assert call("files", "delete", id="a", client=client) is None
    first, second = server.requests
    assert (first.headers["x-files-key"], "authorization" in first.headers) == ("file-key-123456", False)
    assert (get_login(second), "x-files-key" in second.headers) == ("ada:open-sesame-1", False)
    assert first.headers["user-agent"] == "files_api/2.1"


def test_credentials_and_the_url_are_read_from_variables_with_the_name_of_the_service(
    call: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Loopback([http_response(file())], [b"HTTP/1.1 204 X\r\n\r\n"]) as server:
        monkeypatch.setenv("FILE_STORE_BASE_URL", server.url)
        monkeypatch.setenv("FILE_STORE_KEY", "from-the-environment")
        monkeypatch.setenv("FILE_STORE_ADMIN", "bob:secret:with:colons")
        call("files", "get", id="a", client={})
        call("files", "delete", id="a", client={})
    assert server.requests[0].headers["x-files-key"] == "from-the-environment"
    assert get_login(server.requests[1]) == "bob:secret:with:colons"


def test_a_limited_request_is_retried_and_the_last_error_has_the_hint_of_the_description(
    call: Any, files_api: Any
) -> None:
    with Loopback([LIMITED], [http_response(file("b"))]) as server:
        assert call("files", "get", id="b", client={"base_url": server.url, "auth": AUTH}).name == "b"
    assert len(server.requests) == 2
    with Loopback([LIMITED]) as server, pytest.raises(files_api.TooManyRequestsResponseError) as caught:
        call("files", "get", id="b", client={"base_url": server.url, "auth": AUTH, "retries": 1})
    assert len(server.requests) == 2
    assert str(caught.value) == "too fast (429): More than 10 requests per second. Buy a larger store"


def test_a_rejected_key_is_not_retried_and_the_error_names_the_variables(call: Any, files_api: Any) -> None:
    rejected = http_response({"error": "who are you?"}, 401)
    with Loopback([rejected]) as server, pytest.raises(files_api.UnauthorizedResponseError) as caught:
        call("files", "get", id="a", client={"base_url": server.url, "auth": AUTH})
    assert len(server.requests) == 1
    assert str(caught.value).startswith("who are you? (401): The key is not one of this store.")
    assert str(caught.value).endswith("pass auth= or set FILE_STORE_KEY or FILE_STORE_ADMIN")


def test_all_pages_are_read(call: Any) -> None:
    with Loopback(*([each] for each in PAGES)) as server:
        found = call("files", "list", client={"base_url": server.url, "auth": AUTH})
    assert [each.name for each in found] == ["a", "b", "c"]
    assert [request.path.partition("?")[2] for request in server.requests] == ["", "cursor=2"]


def test_a_stream_is_read(call: Any) -> None:
    events = [piece(event(file(name))) for name in "ab"]
    with Loopback([STREAM_HEAD, *events, END]) as server:
        found = call("files", "watch", id="a", client={"base_url": server.url, "auth": AUTH})
    assert [each.name for each in found] == ["a", "b"]


def test_a_group_with_the_name_of_a_method_of_clients_has_an_underscore(call: Any, files_api: Any) -> None:
    with Loopback([b"HTTP/1.1 204 X\r\n\r\n"]) as server:
        call("request_", "space", client={"base_url": server.url, "auth": AUTH})
    assert server.requests[0].path.endswith("/space")
    assert files_api.Client.request is Client.request


@pytest.mark.parametrize(
    ("arguments", "url"),
    [
        ({}, "https://eu.files.example/v2"),
        ({"server": "production"}, "https://eu.files.example/v2"),
        ({"region": "us"}, "https://us.files.example/v2"),
        ({"server": "production", "region": "us"}, "https://us.files.example/v2"),
        ({"server": "staging"}, "https://staging.files.example/v2"),
        ({"base_url": "https://b.example"}, "https://b.example"),
    ],
)
def test_the_arguments_of_a_client_choose_its_server(files_api: Any, arguments: dict[str, str], url: str) -> None:
    for kind in (files_api.Client, files_api.AsyncClient):
        assert repr(kind(**arguments)) == f"{kind.__name__}(base_url={url!r})"


def test_a_chosen_server_comes_before_the_environment(files_api: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FILE_STORE_BASE_URL", "https://environment.example")
    assert "environment.example" in repr(files_api.Client())
    assert "staging.files.example" in repr(files_api.Client(server="staging"))
    assert "us.files.example" in repr(files_api.Client(region="us"))
    url = files_api.SERVERS["production"].build_url(region="us")
    assert "us.files.example" in repr(files_api.Client().with_options(base_url=url))


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({"server": "stagin"}, "File Store has no server 'stagin': use 'production' or 'staging'"),
        ({"region": "moon"}, "region must be 'eu' or 'us', not 'moon'"),
        (
            {"server": "staging", "region": "us"},
            "the server https://staging.files.example/v2 has no variable 'region': it has none at all",
        ),
        (
            {"server": "staging", "base_url": "https://b.example"},
            "base_url cannot be combined with server: pass only one",
        ),
        ({"region": "us", "base_url": "https://b.example"}, "base_url cannot be combined with region: pass only one"),
    ],
)
def test_an_invalid_choice_of_a_server_is_rejected(files_api: Any, arguments: dict[str, str], problem: str) -> None:
    for kind in (files_api.Client, files_api.AsyncClient):
        with pytest.raises(ConfigurationError) as caught:
            kind(**arguments)
        assert problem in str(caught.value)


@pytest.mark.parametrize("mistake", [{"server": "moon"}, {"retries": "often"}, {"unknown": 1}, {"region": "moon"}])
def test_tracebacks_of_invalid_settings_do_not_show_the_credentials(files_api: Any, mistake: dict[str, Any]) -> None:
    secrets = "key-0123456789abc", "password-0123456789", "header-0123456789", "proxy-0123456789"
    options: dict[str, Any] = {"auth": {"key": secrets[0], "admin": ("ada", secrets[1])}, **mistake}
    options |= {"headers": {"Authorization": secrets[2]}, "proxy": f"http://ada:{secrets[3]}@proxy.example"}
    for kind in (files_api.Client, files_api.AsyncClient):
        with pytest.raises((ConfigurationError, TypeError)) as caught:
            kind(**options)
        assert_hidden(collect_texts(caught.value), *secrets)


def test_a_server_accepts_any_value_of_a_variable_without_values() -> None:
    server = Server("https://{host}.example/{path}", {"host": "a", "path": "b"})
    assert server.build_url(host="x") == "https://x.example/b"


def test_a_client_without_a_url_of_its_own_explains_what_to_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = yaml.safe_load(SPEC.read_text(encoding="utf-8"))
    document["servers"] = [{"url": "/v2"}]
    (tmp_path / "spec.json").write_text(json.dumps(document), encoding="utf-8")
    assert main(["generate", str(tmp_path / "spec.json"), str(tmp_path / "path_api")]) == 0
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ConfigurationError) as caught:
        __import__("path_api").Client()
    assert str(caught.value) == (
        "File Store has no URL of its own, only the path /v2: pass base_url='https://.../v2', "
        "or set FILE_STORE_BASE_URL"
    )
    with pytest.raises(ConfigurationError, match="no URL of its own, only the path /v2: pass base_url"):
        Client(Service("Files", base_url="/v2"))


def test_a_package_inside_another_package_has_its_client(package: Path, tmp_path: Path) -> None:
    import shutil

    shutil.copytree(package, tmp_path / "company" / "files")
    program = "from company.files import Client\nprint(Client(server='staging').service.own_schemes.keys())"
    environment = {"PYTHONPATH": f"{tmp_path}:{ROOT / 'overlays'}:{ROOT / 'generated'}"}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == "dict_keys(['key', 'admin'])\n"


def test_a_package_imports_its_client_only_when_a_name_of_it_is_used(package: Path) -> None:
    add = f"import sys\nsys.path.insert(0, {str(package.parent)!r})\nimport files_api\n"
    use = "from files_api import operations, models, namespaces, Groups, BASE_URL\n"
    use += "dir(files_api)\noperations.files.get(id='a')\nmodels.File(name='a', size=1)\nnamespaces.files"
    loaded = find_loaded_modules(add + use)
    assert not [name for name in loaded if name.split(".")[0] in ("openrouterkit", "httpx")]
    assert "files_api.client" not in loaded
    for name in ("Client", "AsyncClient", "SERVICE", "SERVERS", "APIError", "RetryOptions", "client"):
        loaded = find_loaded_modules(f"{add}files_api.{name}")
        assert {"files_api.client", "openrouterkit.client"} <= loaded
        assert not {"files_api.models.file", "httpx"} & loaded, name


def test_only_the_client_of_a_package_imports_openrouterkit(package: Path) -> None:
    importing = [
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py*")
        if path.suffix in (".py", ".pyi")
        and any(f"{word} openrouterkit{end}" in path.read_text() for word in ("from", "import") for end in (" ", "."))
    ]
    assert importing == ["client.py"]


@pytest.mark.parametrize("flag", ["--standalone", "client = false"])
def test_a_package_without_a_client_does_not_mention_one(tmp_path: Path, flag: str) -> None:
    arguments = ["generate", str(SPEC), str(tmp_path / "files_api"), "--standalone"]
    if flag != "--standalone":
        row = f'[tool.openrouterkit.contracts.files]\ndocument = "files.yaml"\npackage = "files_api"\n{flag}\n'
        (tmp_path / "pyproject.toml").write_text(row, encoding="utf-8")
        (tmp_path / "files.yaml").write_bytes(SPEC.read_bytes())
        arguments = ["generate"]
    program = "import sys\nfrom codegen.__main__ import main\nsys.exit(main(sys.argv[1:]))"
    environment = {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    folder = tmp_path / "files_api"
    assert not (folder / "client.py").exists()
    assert "Client" not in (folder / "SURFACE").read_text(encoding="utf-8").splitlines()
    assert "Client" not in (folder / "__init__.py").read_text(encoding="utf-8")


CHECKED = """
from typing import assert_type

import files_api
from files_api import AsyncClient, Client, RequestOptions, TooManyRequestsResponseError
from files_api.models import File

with Client(server="staging", timeout=3, auth={"key": "k"}) as client:
    for each in client.files.list():
        assert_type(each, File)
    assert_type(client.files.get(id="a", options=RequestOptions(retries=None)), File)
    assert_type(client.with_options(timeout=3), Client)
    with client.files.watch(id="a") as stream:
        for change in stream:
            assert_type(change, File)


async def read() -> None:
    async with AsyncClient(region="us") as client:
        async for each in client.files.list():
            assert_type(each, File)
        assert_type(await client.files.get(id="a"), File)


assert_type(TooManyRequestsResponseError().status_code, int)
assert_type(files_api.SERVERS["staging"].build_url(), str)
Client(server="moon")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Client(regoin="eu")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
"""


def test_type_checkers_infer_what_the_client_returns(package: Path, tmp_path: Path) -> None:
    import shutil

    shutil.copytree(package, tmp_path / "files_api")
    (tmp_path / "program.py").write_text(CHECKED, encoding="utf-8")
    output = run_mypy(tmp_path)
    assert "no issues found in" in output, output
    report = run_pyright(tmp_path)
    assert [f"{each['file']}: {each['message']}" for each in report["generalDiagnostics"]] == []


def test_type_checkers_accept_the_client_of_servers_without_variables(tmp_path: Path) -> None:
    servers = [{"url": "https://pets.example"}, {"url": "https://test.pets.example"}]
    operation = {"operationId": "listPets", "tags": ["Pets"], "responses": {"204": {"description": "Done."}}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Pets", "version": "1"},
        "servers": servers,
        "paths": {"/pets": {"get": operation}},
    }
    (tmp_path / "pets.json").write_text(json.dumps(document), encoding="utf-8")
    assert main(["generate", str(tmp_path / "pets.json"), str(tmp_path / "pets_api")]) == 0
    output = run_mypy(tmp_path)
    assert "no issues found in" in output, output
