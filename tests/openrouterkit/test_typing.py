"""Wrong calls that mypy and pyright report."""

import pytest
from checkers import run_mypy, run_pyright

PRELUDE = """
from openrouterkit import OpenRouter, plugins, provider, reasoning, server_tools, user
client = OpenRouter()
"""
REJECTED = {
    "client.chat.send(modle='m', messages=[user('Hello')])": "Unexpected keyword argument",
    "client.chat.stream(model='m', messages=[user('Hello')], temprature=1)": "Unexpected keyword argument",
    "client.models.list(srot='newest')": "Unexpected keyword argument",
    "provider(sorted='price')": "Unexpected keyword argument",
    "reasoning(efort='low')": "Unexpected keyword argument",
    "provider(order=1)": 'Argument "order" to "provider" has incompatible type "int"',
    "plugins.web(max_result=3)": 'Unexpected keyword argument "max_result" for "web"',
    "plugins.web(max_results='three')": 'Argument "max_results" to "web" has incompatible type "str"',
    "plugins.web(id='web')": 'Unexpected keyword argument "id" for "web"',
    "server_tools.web_search(max_result=3)": 'Unexpected keyword argument "max_result" for "web_search"',
    "server_tools.bash(sleep_after_seconds='60')": 'Argument "sleep_after_seconds" to "bash" has incompatible type',
    "client.chat.send(model='m', messages=[user('Hello')], temperature='hot')": 'Argument "temperature" to "send"',
    "client.chat.send(model='m')": 'Missing named argument "messages" for "send" of "Chat"',
    "client.chat.send(mesages=[user('Hello')])": 'Unexpected keyword argument "mesages" for "send" of "Chat"',
    "client.chat.send(messages=[{'role': 'usr', 'content': 'Hello'}])": 'expected "str": "ValueTypedAny"',
    "client.chat.stream(messages=[user('Hello')], provider={'sorts': 'price'})": 'expected "str": "ValueTypedAny"',
    "client.models.list(ofset=3)": 'Unexpected keyword argument "ofset" for "list" of "Models"',
    "client.chat.send(model='m', messages=[user('Hello')]).txt": 'has no attribute "txt"',
    "client.chat.send(model='m', messages=[user('Hello')], options={'retries': 0})": 'Argument "options" to "send"',
    "from openrouterkit import OpenRuoter": 'Module "openrouterkit" has no attribute "OpenRuoter"',
    "from openrouterkit.runs import Rnu": 'Module "openrouterkit.runs" has no attribute "Rnu"',
    "from openrouterkit.parsing import Prased": 'Module "openrouterkit.parsing" has no attribute "Prased"',
    "from openrouterkit.middleware import Bugdet": 'Module "openrouterkit.middleware" has no attribute "Bugdet"',
    "from openrouterkit.conversations import TokenLimt": 'has no attribute "TokenLimt"',
    "from openrouterkit.messages import usre": 'Module "openrouterkit.messages" has no attribute "usre"',
    "from openrouterkit.mistral import Misrtal": 'Module "openrouterkit.mistral" has no attribute "Misrtal"',
    "from openrouterkit.local import LocalSrever": 'Module "openrouterkit.local" has no attribute "LocalSrever"',
}
REJECTED_BY_PYRIGHT = {
    "client.chat.send(model='m')": 'Argument missing for parameter "messages"',
    "client.chat.send(messages=[], mesages=[])": 'No parameter named "mesages"',
    "client.chat.send(messages=[{'role': 'usr', 'content': 'Hello'}])": 'to parameter "messages"',
    "client.chat.stream(messages=[user('Hello')], provider={'sorts': 'price'})": 'to parameter "provider"',
    "client.models.list(ofset=3)": 'No parameter named "ofset"',
    "plugins.web(max_result=3)": 'No parameter named "max_result"',
    "plugins.web(max_results='three')": 'to parameter "max_results" of type "int"',
    "server_tools.web_search(max_result=3)": 'No parameter named "max_result"',
    "provider(sorted='price')": 'No parameter named "sorted"',
}


@pytest.fixture(scope="module")
def mypy_lines(tmp_path_factory):
    module = tmp_path_factory.mktemp("mypy") / "rejected.py"
    module.write_text(PRELUDE + "\n".join(REJECTED) + "\n")
    return run_mypy(module).splitlines()


@pytest.mark.parametrize(("number", "call"), list(enumerate(REJECTED)), ids=list(REJECTED))
def test_mypy_rejects_each_invalid_call(number, call, mypy_lines):
    line = number + PRELUDE.count("\n") + 1
    errors = [text for text in mypy_lines if f"rejected.py:{line}:" in text and ": error:" in text]
    assert any(REJECTED[call] in text for text in errors), errors


@pytest.fixture(scope="module")
def pyright_errors(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pyright")
    (folder / "rejected.py").write_text(PRELUDE + "\n".join(REJECTED_BY_PYRIGHT) + "\n")
    return run_pyright(folder)["generalDiagnostics"]


@pytest.mark.parametrize(("number", "call"), list(enumerate(REJECTED_BY_PYRIGHT)), ids=list(REJECTED_BY_PYRIGHT))
def test_pyright_rejects_each_invalid_call(number, call, pyright_errors):
    line = number + PRELUDE.count("\n")
    errors = [each["message"] for each in pyright_errors if each["range"]["start"]["line"] == line]
    assert any(REJECTED_BY_PYRIGHT[call] in text for text in errors), pyright_errors
