"""The clients send operations of packages generated from other documents, with or without a copy of the runtime."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import anyio
import pytest
import workshop
from loopback import Loopback, http_response

from openrouterkit import AsyncOpenRouter, BadRequestResponseError, DecodeError, OpenRouter, TimedOutError

PET: dict[str, Any] = {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1"},
    "paths": {
        "/pets/{id}": {
            "get": {
                "operationId": "getPet",
                "tags": ["Pets"],
                "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
                "responses": {"200": {"description": "It.", "content": {"application/json": {"schema": PET}}}},
            }
        }
    },
}
REX = http_response({"name": "Rex"})


FLAGS: dict[str, tuple[str, ...]] = {"linked": (), "standalone": ("--standalone",)}


@pytest.fixture(scope="module", params=FLAGS)
def package(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[ModuleType]:
    """A package generated from the document: once importing the runtime, once with a copy of it."""
    with workshop.open_workshop(tmp_path_factory.mktemp("pets")) as place:
        yield place.load_package(DOCUMENT, *FLAGS[request.param])


def test_namespaces_of_another_package_accept_the_client(package: ModuleType) -> None:
    with Loopback(["request", REX]) as server, OpenRouter(base_url=server.url, api_key="k") as client:
        pet = package.namespaces.pets.Pets(client).get_pet(id="a/b")
    assert type(pet).__module__.startswith(package.__name__)
    assert pet.name == "Rex"
    assert server.requests[0].path.endswith("/pets/a%2Fb")


def test_namespaces_of_another_package_accept_the_async_client(package: ModuleType) -> None:
    async def get_name() -> Any:
        async with AsyncOpenRouter(base_url=server.url, api_key="k") as client:
            return (await package.namespaces.pets.AsyncPets(client).get_pet(id="1")).name

    with Loopback(["request", REX]) as server:
        assert anyio.run(get_name) == "Rex"


@pytest.mark.parametrize("kind", FLAGS)
def test_mypy_accepts_the_client_as_sender_of_another_package(tmp_path: Path, kind: str) -> None:
    with workshop.open_workshop(tmp_path) as place:
        name = place.generate(DOCUMENT, *FLAGS[kind])
    program = f"""
from typing import assert_type, cast
import {name}
from openrouterkit import OpenRouter

sender = cast({name}.Sender, OpenRouter())
assert_type(sender.send({name}.operations.pets.get_pet(id="1")).name, str)
assert_type({name}.namespaces.pets.Pets(sender).get_pet(id="1").name, str)
"""
    (tmp_path / "program.py").write_text(program, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", "", "program.py"]
    process = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (process.returncode, process.stdout) == (0, "Success: no issues found in 1 source file\n")


def test_timeout_of_a_method_of_another_package_applies(package: ModuleType) -> None:
    with Loopback(["request", 0.5, REX]) as server, OpenRouter(base_url=server.url, api_key="k", retries=0) as client:
        pets = package.namespaces.pets.Pets(client)
        with pytest.raises(TimedOutError):
            pets.get_pet(id="1", timeout=0.05)


@pytest.mark.parametrize(
    ("step", "error_type"),
    [
        (http_response({"error": {"code": 400, "message": "no"}}, 400), BadRequestResponseError),
        (http_response(b'{"name": "Re'), DecodeError),
        (http_response([{"name": "Rex"}]), DecodeError),
    ],
    ids=["error status", "truncated body", "array instead of object"],
)
def test_failures_with_another_package_raise_the_usual_errors(
    package: ModuleType, step: bytes, error_type: type[Exception]
) -> None:
    with Loopback(["request", step]) as server, OpenRouter(base_url=server.url, api_key="k") as client:
        with pytest.raises(error_type) as caught:
            client.send(package.operations.pets.get_pet(id="1"))
        assert len(caught.value.attempts) == 1  # type: ignore[attr-defined]  # all are OpenRouterErrors


def test_unset_timeout_of_another_package_is_that_of_the_client(package: ModuleType) -> None:
    server = Loopback(["request", 0.5, REX])
    with server, OpenRouter(base_url=server.url, api_key="k", retries=0, timeout=0.05) as client:
        operation = package.operations.pets.get_pet(id="1")
        with pytest.raises(TimedOutError):
            client.send(operation, timeout=package.UNSET)


def test_operation_id_of_chat_in_another_package_has_no_special_behavior(tmp_path: Path) -> None:
    get = {**DOCUMENT["paths"]["/pets/{id}"]["get"], "operationId": "sendChatCompletionRequest"}
    with workshop.open_workshop(tmp_path) as place:
        package = place.load_package({**DOCUMENT, "paths": {"/pets/{id}": {"get": get}}})
        with Loopback(["request", REX]) as server, OpenRouter(base_url=server.url, api_key="k") as client:
            pet = client.send(package.operations.pets.send_chat_completion_request(id="1"))
        assert type(pet).__module__.startswith(package.__name__)
