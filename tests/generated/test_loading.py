"""When modules are imported, and the generated package used with httpx instead of a client."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import httpx
import pytest
from loading import find_loaded_modules

from openrouterkit_api import models, operations


def find_models(modules: set[str]) -> set[str]:
    """Return the names of the modules that define models."""
    prefix = "openrouterkit_api.models."
    return {name.removeprefix(prefix) for name in modules if name.startswith(prefix)}


class TestLoading:
    def test_importing_the_package_imports_no_other_package(self) -> None:
        loaded = find_loaded_modules("import openrouterkit_api")
        assert loaded & {"attr", "attrs", "msgspec", "httpx", "dateutil", "typing_extensions"} == set()
        assert [name for name in loaded if name.startswith("openrouterkit_api")] == ["openrouterkit_api"]

    def test_creating_an_operation_imports_no_model(self) -> None:
        code = "from openrouterkit_api import operations\noperations.chat.send(model='m', messages=[])"
        assert find_models(find_loaded_modules(code)) == set()

    def test_decoding_a_message_imports_message_models_only(self) -> None:
        code = "from openrouterkit_api import models\nmodels.read_chat_messages({'role': 'user', 'content': 'hi'})"
        only = {"_unions", "chat_messages", "chat_user_message"}
        others = {"chat_assistant_message", "chat_developer_message", "chat_system_message", "chat_tool_message"}
        assert find_models(find_loaded_modules(code)) <= only | others

    def test_a_response_imports_models_as_its_attributes_are_read(self) -> None:
        read = (
            "operation.read(200, {'content-type': 'application/json'}, b'{\"choices\": [], \"usage\": {\"cost\": 1}}')"
        )
        code = "from openrouterkit_api import operations\noperation = operations.chat.send(model='m', messages=[])\n"
        assert find_models(find_loaded_modules(f"{code}{read}")) == {"chat_result"}
        assert find_models(find_loaded_modules(f"{code}{read}.usage.cost")) == {"chat_result", "chat_usage"}

    def test_every_listed_name_can_be_imported(self) -> None:
        assert "ChatRequest" in dir(models)
        assert all(getattr(models, name) is not None for name in models.__all__)
        assert {"chat", "models", "oauth"} <= set(operations.__all__)

    @pytest.mark.parametrize(
        ("package", "message"),
        [(models, "the contract has no model 'Nonsense'"), (operations, "no attribute 'Nonsense'")],
    )
    def test_a_missing_name_raises_attribute_error(self, package: Any, message: str) -> None:
        with pytest.raises(AttributeError, match=message):
            package.Nonsense  # noqa: B018 - the access raises


class Service(BaseHTTPRequestHandler):
    """A server whose responses contain the path, headers and body of the request."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        seen = {"path": self.path, "headers": {name.lower(): value for name, value in self.headers.items()}}
        response = {"id": "gen-1", "choices": [], "seen": seen, "sent": json.loads(body or b"null")}
        text = json.dumps(response).encode()
        status = 529 if "fail" in self.path else 200
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    do_GET = do_POST  # noqa: N815 - http.server requires this name

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name in http.server
        """Log nothing."""


@pytest.fixture
def base_url() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Service)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/api/v1/"
    server.shutdown()
    thread.join()
    server.server_close()


class TestWithHttpx:
    def test_httpx_sends_an_operation_which_decodes_the_response(self, base_url: str) -> None:
        operation = operations.chat.send(
            model="m", messages=[models.ChatUserMessage(content="ü")], x_open_router_cache=True
        )
        response = httpx.request(**operation.httpx_arguments(base_url, "sk-test"))
        result = operation.read(response.status_code, response.headers, response.content)
        assert type(result) is models.ChatResult
        assert result["sent"] == {"model": "m", "messages": [{"role": "user", "content": "ü"}]}
        assert result["seen"]["path"] == "/api/v1/chat/completions"
        headers = result["seen"]["headers"]
        expected = ("Bearer sk-test", "application/json", "application/json", "true")
        names = ("authorization", "content-type", "accept", "x-openrouter-cache")
        assert tuple(headers[name] for name in names) == expected

    def test_query_and_path_parameters_are_received_unchanged(self, base_url: str) -> None:
        listing = operations.models.list(q="a&b c", limit=2, extra_query={"x": [1, 2]})
        seen = httpx.request(**listing.httpx_arguments(base_url)).json()["seen"]
        assert seen["path"] == "/api/v1/models?limit=2&q=a%26b+c&x=1&x=2"
        assert "authorization" not in seen["headers"]
        single = operations.models.get(author="open ai", slug="x:free/../y")
        assert (
            httpx.request(**single.httpx_arguments(base_url)).json()["seen"]["path"]
            == "/api/v1/model/open%20ai/x%3Afree%2F..%2Fy"
        )

    def test_an_error_response_is_decoded_too(self, base_url: str) -> None:
        operation = operations.chat.send(model="m", messages=[])
        response = httpx.request(**operation.httpx_arguments(f"{base_url}fail"))
        assert type(operation.read(response.status_code, response.headers, response.content)).__name__ == (
            "ProviderOverloadedResponse"
        )
