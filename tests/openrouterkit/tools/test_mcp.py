"""Tools of MCP servers, in sync and async code, in this process and in another one."""

from __future__ import annotations

import base64
import subprocess
import sys
from pathlib import Path
from typing import Any

import anyio
import pytest

from openrouterkit import function_tool, user
from openrouterkit.errors import ConfigurationError, ConnectionFailedError, InvalidArgumentError, InvalidValueError
from openrouterkit.testing import Script, completion, tool_call
from openrouterkit.tools import RunnableTool, ToolError, build_output
from openrouterkit.tools.mcp import McpTool, connect_mcp, list_mcp_tools
from openrouterkit.tools.mcp_servers import McpServer
from openrouterkit.tools.mcp_tools import call_session

mcp = pytest.importorskip("mcp", reason="needs a newer anyio than the lowest version")
PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(20)).decode()
SERVER = '''
from mcp.server import MCPServer
from mcp.server.mcpserver import Image
from mcp.server.mcpserver.exceptions import ToolError
server = MCPServer("weather")

@server.tool()
def weather(city: str, days: int = 1) -> str:
    """Return the weather of a city."""
    if city == "Nowhere":
        raise ToolError("there is no such city")
    return f"{days} sunny days in {city}"

@server.tool(name="pictures.map", structured_output=False)
def show_map() -> list:
    """Return a map."""
    return ["the map:", Image(data=bytes.fromhex("89504e470d0a1a0a") + bytes(20), format="png")]

if __name__ == "__main__":
    server.run()
'''


@pytest.fixture
def server() -> Any:
    names: dict[str, Any] = {"__name__": "weather_server"}
    exec(compile(SERVER, "weather_server", "exec"), names)
    return names["server"]


def check_tools(tools: list[McpTool]) -> None:
    assert [each.name for each in tools] == ["weather", "pictures_map"]
    weather = tools[0]
    assert isinstance(weather, RunnableTool)
    assert (weather.description, weather.needs_answer) == ("Return the weather of a city.", False)
    assert weather.parameters["required"] == ["city"]
    assert weather.to_dict()["function"]["name"] == "weather"
    with pytest.raises(InvalidValueError, match="the arguments of weather do not fit: missing city"):
        weather.read_arguments("{}")


def test_sync_code_calls_the_tools_of_a_server(server: Any) -> None:
    with connect_mcp(server) as tools:
        check_tools(tools)
        weather, show_map = tools
        assert not weather.is_async
        assert weather.call(weather.read_arguments('{"city": "Rome", "days": 2}')) == "2 sunny days in Rome"
        output = build_output(show_map.call({}))
        assert [part["type"] for part in output] == ["text", "image_url"]  # type: ignore[index]  # a list of parts
        with pytest.raises(ToolError, match="there is no such city"):
            weather.call({"city": "Nowhere"})


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_async_code_calls_the_tools_of_a_server(server: Any, backend: str) -> None:
    async def main() -> None:
        async with connect_mcp(server) as tools:
            check_tools(tools)
            assert tools[0].is_async
            assert await tools[0].call({"city": "Rome"}) == "1 sunny days in Rome"
            with pytest.raises(ToolError, match="there is no such city"):
                await tools[0].call({"city": "Nowhere"})

    anyio.run(main, backend=backend)


def test_a_command_starts_a_server_in_another_process(tmp_path: Path) -> None:
    program = tmp_path / "weather_server.py"
    program.write_text(SERVER, encoding="utf-8")
    with connect_mcp([sys.executable, str(program)], only=["weather"], prefix="my_", timeout=9) as tools:
        (weather,) = tools
        assert (weather.name, weather.server_name, weather.timeout) == ("my_weather", "weather", 9)
        assert weather.call({"city": "Rome"}) == "1 sunny days in Rome"


def test_an_open_session_lists_its_tools(server: Any) -> None:
    async def main() -> None:
        async with mcp.Client(server) as client:
            for session in (client, client.session):
                tools = await list_mcp_tools(session, requires_approval=True)
                assert [each.requires_approval for each in tools] == [True, True]
                assert await tools[0].call({"city": "Oslo"}) == "1 sunny days in Oslo"
            with pytest.raises(ConfigurationError, match=r"has no tool 'clock'; its tools are: pictures\.map, weather"):
                await list_mcp_tools(client, only=["clock"])

    anyio.run(main)


def test_clients_send_the_tools_of_a_server(server: Any) -> None:
    script = Script(["Hello"])
    with connect_mcp(server) as tools, script.client() as client:
        client.chat.send(model="a/b", messages=[user("Hi")], tools=tools)
        assert script.requests[0].json["tools"] == [each.to_dict() for each in tools]


def test_a_run_calls_the_tools_of_a_server_beside_functions(server: Any) -> None:
    @function_tool
    def double(number: int) -> int:
        return number * 2

    calls = [("weather", {"city": "Rome"}), ("weather", {"city": "Nowhere"}), ("double", {"number": 4})]
    steps = [completion(tool_calls=[tool_call(name, arguments) for name, arguments in calls]), "Done"]
    with connect_mcp(server) as tools, Script(steps).client() as client:
        run = client.chat.run(model="a/b", messages=[user("Hi")], tools=[*tools, double])
    outputs = [message["content"] for message in run.messages if message["role"] == "tool"]
    assert outputs[0] == "1 sunny days in Rome"
    assert "there is no such city" in outputs[1]
    assert outputs[2] == "8"


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mcp", None)
    with pytest.raises(ConfigurationError, match="pip install 'openrouterkit\\[mcp\\]'"), connect_mcp("http://local"):
        pass


ERRORS = [ValueError("mine"), ConnectionFailedError("mine"), KeyboardInterrupt(), SystemExit(3)]


def ids(error: BaseException) -> str:
    return type(error).__name__


@pytest.mark.parametrize("error", ERRORS, ids=ids)
def test_an_exception_of_the_block_arrives_unchanged_in_sync_code(server: Any, error: BaseException) -> None:
    with pytest.raises(type(error)) as caught, connect_mcp(server):
        raise error
    assert caught.value is error


@pytest.mark.parametrize("error", ERRORS, ids=ids)
def test_an_exception_of_the_block_arrives_unchanged_in_async_code(server: Any, error: BaseException) -> None:
    caught: list[BaseException] = []

    async def main() -> None:
        try:
            async with connect_mcp(server):
                raise error
        except BaseException as arrived:  # the event loop would end with some of them
            caught.append(arrived)

    anyio.run(main)
    assert caught == [error]


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_block_is_cancelled_with_its_task(server: Any, backend: str) -> None:
    async def main() -> None:
        with anyio.move_on_after(0.2) as scope:
            async with connect_mcp(server):
                await anyio.sleep_forever()
        assert scope.cancelled_caught
        with pytest.raises(TimeoutError), anyio.fail_after(0.2):
            async with connect_mcp(server):
                await anyio.sleep_forever()

    anyio.run(main, backend=backend)


def connect(backend: str, *arguments: Any, **settings: Any) -> None:
    """Open a connection and leave it, in sync code or on an event loop."""

    async def main() -> None:
        async with connect_mcp(*arguments, **settings):
            pass

    if backend == "sync":
        with connect_mcp(*arguments, **settings):
            pass
    else:
        anyio.run(main, backend=backend)


@pytest.mark.parametrize("backend", ["sync", "asyncio", "trio"])
def test_a_failed_connection_names_the_server_and_what_to_check(backend: str) -> None:
    program = [sys.executable, "-c", "raise SystemExit(3)"]
    with pytest.raises(ConnectionFailedError, match=r"the MCP server .* -c \.\.\.: .*; check that the command runs"):
        connect(backend, program)
    with pytest.raises(ConnectionFailedError, match=r"the MCP server no-such-command: .*; check that the command runs"):
        connect(backend, ["no-such-command"])
    with pytest.raises(
        ConnectionFailedError, match=r"the MCP server http://127.0.0.1:9/mcp: .*; check that the server"
    ):
        connect(backend, "http://127.0.0.1:9/mcp")


@pytest.mark.parametrize("backend", ["sync", "asyncio", "trio"])
def test_a_connection_reports_names_that_the_server_does_not_have(server: Any, backend: str) -> None:
    with pytest.raises(ConfigurationError, match=r"has no tool 'clock'; its tools are: pictures\.map, weather"):
        connect(backend, server, only=["clock"])


def test_a_server_is_a_url_or_a_command() -> None:
    with pytest.raises(InvalidArgumentError, match=r'or a command as a list, such as \["python", "server.py"\]; got'):
        connect_mcp("python server.py")
    with pytest.raises(InvalidArgumentError, match=r"a command as a list of texts, .* got \[\]"):
        connect_mcp([])


def test_a_tool_says_that_its_connection_is_closed(server: Any) -> None:
    with connect_mcp(server) as tools:
        weather = tools[0]
    with pytest.raises(ConfigurationError, match="is closed; call its tools inside the block of connect_mcp"):
        weather.call({"city": "Rome"})


ODD = '''
import os, sys, time
from mcp.server import MCPServer
server = MCPServer("odd")
print("loading the models", file=sys.stderr, flush=True)

@server.tool()
def die() -> str:
    """End the server."""
    print("no space left", file=sys.stderr, flush=True)
    os._exit(3)

@server.tool()
async def wait() -> str:
    """Wait for ever."""
    import anyio
    print("waiting", file=sys.stderr, flush=True)
    await anyio.sleep_forever()

@server.tool()
def add(a: int, b: int) -> int:
    """Add."""
    return a + b

server.run()
'''


@pytest.fixture
def odd(tmp_path: Path) -> list[str]:
    program = tmp_path / "odd_server.py"
    program.write_text(ODD, encoding="utf-8")
    return [sys.executable, str(program)]


def run_steps(backend: str, server: Any, *calls: tuple[str, dict[str, Any]], **settings: Any) -> list[Any]:
    """Return the outputs of a run in which each turn has one of the calls."""
    script = Script([*(tool_call(name, arguments) for name, arguments in calls), "Done"])
    request: Any = {"model": "a/b", "messages": [user("Hi")]}

    async def main() -> Any:
        async with connect_mcp(server, **settings) as tools, script.async_client() as client:
            return await client.chat.run(**request, tools=tools)

    if backend == "sync":
        with connect_mcp(server, **settings) as tools, script.client() as client:
            run = client.chat.run(**request, tools=tools)
    else:
        run = anyio.run(main, backend=backend)
    assert run.text == "Done"
    return [output.output for turn in run.turns for output in turn.outputs]


@pytest.mark.parametrize("backend", ["sync", "asyncio", "trio"])
def test_a_run_goes_on_when_a_server_ends_during_a_call(odd: list[str], backend: str) -> None:
    outputs = run_steps(backend, odd, ("add", {"a": 1, "b": 2}), ("die", {}), ("add", {"a": 1, "b": 2}))
    assert outputs[0] == "3"
    for output in outputs[1:]:
        assert "ConnectionFailedError: lost the connection to the MCP server" in output
        assert output.endswith("check that the server still runs")


@pytest.mark.parametrize("backend", ["sync", "asyncio", "trio"])
def test_a_server_answers_further_calls_after_one_that_took_too_long(odd: list[str], backend: str) -> None:
    outputs = run_steps(backend, odd, ("wait", {}), ("add", {"a": 1, "b": 2}), timeout=2)
    assert "it did not finish within 2 s" in outputs[0]
    assert outputs[1] == "3"


def test_a_call_ends_with_its_timeout(odd: list[str]) -> None:
    with connect_mcp(odd, only=["wait"], timeout=0.3) as tools, pytest.raises(TimeoutError, match=r"within 0\.3 s"):
        tools[0].call({})


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_call_is_cancelled_alone(odd: list[str], backend: str) -> None:
    async def main() -> None:
        async with connect_mcp(odd, only=["wait", "add"]) as tools:
            calls = {each.name: each.call for each in tools}
            with anyio.move_on_after(0.5) as scope:
                await calls["wait"]({})
            assert scope.cancelled_caught
            assert await calls["add"]({"a": 1, "b": 2}) == "3"

    anyio.run(main, backend=backend)


def test_what_a_server_writes_to_standard_error_is_not_printed_but_in_its_error(
    odd: list[str], capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG", "openrouterkit.mcp")
    with connect_mcp(odd, only=["die"]) as tools, pytest.raises(ConnectionFailedError) as caught:
        tools[0].call({})
    assert caught.value.__notes__ == [
        "the end of what the MCP server wrote to standard error:\nloading the models\nno space left"
    ]
    assert "no space left" not in str(caught.value), "which models read"
    assert [record.getMessage().rpartition(": ")[2] for record in caplog.records if record.name.endswith(".mcp")] == [
        "loading the models",
        "no space left",
    ]
    program = "import sys; sys.exit('the key is missing')"
    with (
        pytest.raises(ConnectionFailedError, match=r"it wrote to standard error:\nthe key is missing$"),
        connect_mcp([sys.executable, "-c", program]),
    ):
        pass
    assert capfd.readouterr().err == ""


def test_a_file_receives_the_standard_error_of_a_server(odd: list[str], tmp_path: Path) -> None:
    path = tmp_path / "server.log"
    with path.open("w", encoding="utf-8") as file, connect_mcp(odd, stderr=file):
        pass
    assert path.read_text(encoding="utf-8").splitlines()[0] == "loading the models"


WEB = '''
import sys
import uvicorn
from mcp.server import MCPServer
server = MCPServer("web")

@server.tool()
def add(a: int, b: int) -> int:
    """Add."""
    return a + b

inner = server.streamable_http_app()

async def app(scope, receive, send):
    headers = dict(scope.get("headers", ()))
    if scope["type"] == "http" and headers.get(b"x-acme-key") != b"secret-12345":
        await send({"type": "http.response.start", "status": 401, "headers": []})
        await send({"type": "http.response.body", "body": b""})
    else:
        await inner(scope, receive, send)

class Server(uvicorn.Server):
    async def startup(self, sockets=None):
        await super().startup(sockets)
        print(self.servers[0].sockets[0].getsockname()[1], flush=True)

Server(uvicorn.Config(app, port=0, log_level="error")).run()
'''


@pytest.fixture
def web(tmp_path: Path) -> Any:
    """The URL of a server that requires a header, and its process."""
    program = tmp_path / "web_server.py"
    program.write_text(WEB, encoding="utf-8")
    with subprocess.Popen([sys.executable, str(program)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield f"http://127.0.0.1:{int(process.stdout.readline())}/mcp", process
        process.kill()


@pytest.mark.parametrize("backend", ["sync", "asyncio", "trio"])
def test_a_server_at_a_url_receives_the_headers(web: Any, backend: str) -> None:
    url, process = web
    headers = {"X-Acme-Key": "secret-12345"}
    assert run_steps(backend, url, ("add", {"a": 1, "b": 2}), headers=headers) == ["3"]
    with pytest.raises(ConnectionFailedError, match="cannot connect to the MCP server http://127") as caught:
        connect(backend, url, headers={"X-Acme-Key": "another-67890"})
    assert "another-67890" not in str(caught.value)

    with connect_mcp(url, headers=headers) as tools:
        process.kill()
        process.wait()
        with pytest.raises(ConnectionFailedError, match="check that the server still runs"):
            tools[0].call({"a": 1, "b": 2})
        with pytest.raises(ConnectionFailedError, match="check that the server still runs"):
            tools[0].call({"a": 1, "b": 2})


def test_settings_that_a_server_does_not_have_are_rejected(odd: list[str]) -> None:
    with pytest.raises(InvalidArgumentError, match="accepts headers for a URL only"):
        connect_mcp(odd, headers={})
    with pytest.raises(InvalidArgumentError, match="accepts stderr for a command only"):
        connect_mcp("http://127.0.0.1:9/mcp", stderr=sys.stderr)


def test_a_call_that_a_server_rejects_is_an_error_for_the_model() -> None:
    class Session:
        async def call_tool(self, name: str, arguments: Any) -> Any:
            raise mcp.MCPError(-32602, "unknown tool")

    with pytest.raises(ToolError, match="the server rejects the call of clock: unknown tool"):
        anyio.run(call_session, Session(), "clock", {})


@pytest.mark.parametrize(("limits", "stopped_by"), [({}, "repeated calls"), ({"repeat_limit": None}, "answer")])
def test_a_connection_can_let_its_tools_be_called_again_and_again(server: Any, limits: Any, stopped_by: str) -> None:
    steps = [*[tool_call("weather", {"city": "Rome"})] * 6, "Done"]
    with connect_mcp(server, **limits) as tools, Script(steps).client() as client:
        run = client.chat.run(model="a/b", messages=[user("Hi")], tools=tools, final_turn=False)
    assert run.stopped_by == stopped_by


@pytest.mark.parametrize("words", [["--key=SECRET"], ["TOKEN=SECRET", "-c"], ["SECRET"]])
def test_messages_name_no_arguments_of_the_command(tmp_path: Path, words: list[str]) -> None:
    assert McpServer(["env", *words]).name == "env ..."
    program = tmp_path / "server.py"
    program.touch()
    assert McpServer(["python", str(program)]).name == f"python {program}"
    assert McpServer(["python", str(program), *words]).name == f"python {program} ..."
    assert McpServer(["python", "-c", *words]).name == "python -c ..."
