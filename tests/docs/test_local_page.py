"""docs/local.md is correct: its program runs, its tests pass, and its table lists all models."""

import ast
import inspect
import json
import re

import attrs
import httpx
import pytest
from places import ROOT

from openrouterkit.local import LocalServer
from openrouterkit_local.command import main
from openrouterkit_local.operations.models import MODELS
from openrouterkit_local.settings import Settings

PAGE = (ROOT / "docs" / "local.md").read_text(encoding="utf-8")
PROGRAM, TESTS = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_the_program_of_the_page_runs(capsys):
    exec(compile(PROGRAM, "docs/local.md", "exec"), {"__name__": "page"})
    assert capsys.readouterr().out.startswith("Paris. ")


@pytest.mark.parametrize("name", re.findall(r"^def (test_\w+)", TESTS, re.MULTILINE))
def test_the_tests_of_the_page_pass(name, openrouterkit_server, monkeypatch):
    namespace = {"__name__": "page"}
    exec(compile(TESTS, "docs/local.md", "exec"), namespace)
    namespace[name](openrouterkit_server, monkeypatch)


def test_the_table_lists_all_models():
    assert set(MODELS) <= set(re.findall(r"^\| `(local/[a-z0-9-]+)`", PAGE, re.MULTILINE))


def test_the_table_of_arguments_lists_all_arguments_with_their_defaults():
    rows = re.findall(r"^\| `(\w+)` \| (?:`([^`]+)`|the shipped contract) \|", PAGE, re.MULTILINE)
    listed = {name: ast.literal_eval(default or "None") for name, default in rows}
    parameters = inspect.signature(LocalServer).parameters.values()
    assert listed == {parameter.name: parameter.default for parameter in parameters}


def test_the_arguments_that_the_page_names_can_be_changed_while_the_server_is_running():
    names = re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)
    changeable = names[names.index("pace") : names.index("rate_window") + 1]
    assert "from `pace` to `rate_window` can be changed" in PAGE
    assert changeable == [each.name for each in attrs.fields(Settings)]


def test_the_command_has_the_options_of_the_page(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    options = set(re.findall(r"--[a-z][a-z-]+", PAGE))
    assert {"--pace", "--rate-limit", "--port"} <= options <= set(re.findall(r"--[a-z-]+", capsys.readouterr().out))


def test_the_curl_command_of_the_page_gets_a_stream(openrouterkit_server):
    (body,) = re.findall(r"^ +-d '(.*)'$", PAGE, re.MULTILINE)
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    response = httpx.post(f"{openrouterkit_server.base_url}/chat/completions", content=body, headers=headers)
    assert response.text.endswith("data: [DONE]\n\n")


def test_an_invalid_request_gets_the_response_of_the_page(openrouterkit_server):
    (shown,) = (json.loads(each) for each in re.findall(r"^```json\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
    body = {"messages": [{"role": "usr", "content": "x"}]}
    response = httpx.post(f"{openrouterkit_server.base_url}/chat/completions", json=body).json()
    (issue,) = response["error"]["metadata"]["issues"]
    assert response["error"]["message"] == f"{issue['path']}: {issue['message']}"
    issue["message"] = "..."
    assert response == shown


def test_the_environment_for_other_clients_contains_the_port_of_the_command():
    assert re.findall(r"--port (\d+)", PAGE) == re.findall(r"OPENAI_BASE_URL=http://127.0.0.1:(\d+)/api/v1", PAGE)
