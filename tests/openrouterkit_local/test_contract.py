"""The embedded server and the contract: every operation is there, every request is checked, every answer fits."""

import copy
import json

import httpx
import pytest
from contract import NORMAL, parameter_values

from openrouterkit import APIError, NotFoundResponseError, OpenRouter
from openrouterkit.local import LocalServer
from openrouterkit.sse import Decoder
from openrouterkit_local.contract.description import Contract, shipped
from openrouterkit_local.contract.validation import Checker

CHECKER = Checker(NORMAL)
OPERATIONS = {operation.id: operation for operation in shipped().operations}


def bodies(operation):
    """The example bodies of an operation; one None where it takes no body."""
    content = (operation.body or {}).get("content", {}).get("application/json", {})
    return [each["value"] for each in content.get("examples", {}).values()] or [None]


CALLS = [(operation, body) for operation in OPERATIONS.values() for body in bodies(operation)]


def text(value):
    """A parameter's value as it stands in a request."""
    return value if isinstance(value, str) else json.dumps(value)


def send(http, operation, body, **query):
    path = operation.path.format(**parameter_values(operation.stated, "path")).lstrip("/")
    asked = {name: text(value) for name, value in parameter_values(operation.stated, "query").items()}
    headers = {name: text(value) for name, value in parameter_values(operation.stated, "header").items()}
    asked.pop("use_rss", None)
    params = {**asked, **query}
    return http.request(operation.method, path, params=params, headers=headers, json=body, timeout=10)


@pytest.fixture
def http(openrouterkit_server):
    with httpx.Client(base_url=openrouterkit_server.base_url) as made:
        yield made


@pytest.mark.parametrize(("operation", "body"), CALLS, ids=lambda each: getattr(each, "id", None))
def test_every_example_request_is_answered_with_what_the_contract_states(http, operation, body):
    if body is not None:
        body = {**body, "models": ["local/echo"], "model": "local/echo"} if "models" in body else body
    response = send(http, operation, body)
    stated = operation.stated["responses"][str(response.status_code)]
    assert response.status_code < 400 or response.status_code == 410
    media_type = response.headers.get("content-type", "")
    if not stated.get("content"):
        assert (response.content, media_type) == (b"", "")
        return
    media = stated["content"][media_type]
    if media_type == "text/event-stream":
        found = [json.loads(event.data_bytes) for event in Decoder().feed(response.content)[:-1]]
        assert found
        assert [problem for each in found for problem in CHECKER.problems(media["itemSchema"], each)] == []
    else:
        assert CHECKER.problems(media["schema"], response.json()) == []


@pytest.mark.parametrize("operation", [each for each in OPERATIONS.values() if each.paging], ids=lambda each: each.id)
def test_every_list_ends_when_it_is_read_page_after_page(http, operation):
    first = send(http, operation, None, offset=0, limit=100, q="", supported_parameters="", output_modalities="all")
    items = first.json()["data"]
    rest = send(http, operation, None, offset=len(items), limit=100, q="", output_modalities="all")
    assert (bool(items), rest.json()["data"]) == (True, [])


def test_an_operation_that_the_server_has_never_heard_of_is_answered_from_its_example_or_its_schema():
    document = copy.deepcopy(NORMAL)
    call = {"stream_switch": None, "sentinel": None, "paging": None}
    schema = {"type": "object", "properties": {"at": {"type": "string", "format": "date"}}, "required": ["at"]}
    document["paths"]["/moons/{name}"] = {
        "get": {
            "operationId": "getMoon",
            "x-call": call,
            "parameters": [{"name": "name", "in": "path", "required": True, "schema": {"type": "string"}}],
            "responses": {"200": {"content": {"application/json": {"schema": schema}}}},
        }
    }
    picture = {"application/octet-stream": {"schema": {"type": "string"}, "example": "bytes"}}
    document["paths"]["/moons/picture"] = {
        "get": {"operationId": "getPicture", "x-call": call, "responses": {"203": {"content": picture}}}
    }
    with LocalServer(contract=document) as server:
        assert httpx.get(f"{server.base_url}/moons/io").json() == {"at": "2026-08-20"}
        answer = httpx.get(f"{server.base_url}/moons/picture")
        assert (answer.status_code, answer.headers["content-type"]) == (203, "application/octet-stream")
        assert answer.content == b"bytes"


@pytest.mark.parametrize(
    ("method", "path", "status", "message"),
    [
        ("GET", "/no/such/path", 404, "There is nothing at /api/v1/no/such/path: the contract states no such path"),
        ("GET", "/chat/completions", 405, "/api/v1/chat/completions takes POST, not GET"),
        ("DELETE", "/models/user", 405, "/api/v1/models/user takes GET, not DELETE"),
    ],
)
def test_what_the_contract_does_not_state_is_refused_in_the_shape_of_the_service(http, method, path, status, message):
    response = http.request(method, path.lstrip("/"))
    error = response.json()["error"]
    assert (response.status_code, error["code"], error["message"]) == (status, status, message)
    assert response.headers.get("allow") == (message.split()[2].rstrip(",") if status == 405 else None)


def test_a_path_outside_of_the_base_path_is_told_where_to_go(openrouterkit_server):
    response = httpx.get(openrouterkit_server.base_url.removesuffix("/api/v1") + "/models")
    assert response.json()["error"]["message"] == "There is nothing at /models: every path begins with /api/v1"


def test_path_values_come_decoded_and_a_slash_in_one_does_not_end_it():
    (operation,) = [each for each in shipped().operations if each.id == "getModel"]
    assert operation.fits(["model", "a%2Fb", "c%20d"]) == {"author": "a/b", "slug": "c d"}
    assert operation.fits(["model", "a", "b", "c"]) is None


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("limit=many", 'limit: must be an integer, not "many"'),
        ("limit=1.5", 'limit: must be an integer, not "1.5"'),
        ("limit=0", "limit: must be at least 1, not 0"),
        ("offset=-1", "offset: must be at least 0, not -1"),
        ("limit=0&offset=x", 'offset: must be an integer or null, not "x"; limit: must be at least 1, not 0'),
    ],
)
def test_a_parameter_that_does_not_fit_is_named(http, query, message):
    response = http.get(f"models?{query}")
    assert (response.status_code, response.json()["error"]["message"]) == (400, message)


@pytest.mark.parametrize("query", ["sort=by-colour", "category=gardening", "unheard=of", "offset=", "min_price=0.5"])
def test_words_outside_of_an_enumeration_and_parameters_not_stated_are_taken(http, query):
    assert http.get(f"models?{query}").status_code == 200


def test_a_header_that_does_not_fit_is_named_in_any_case(http):
    body = {"messages": [{"role": "user", "content": "x"}]}
    response = http.post("chat/completions", json=body, headers={"x-openrouter-cache-ttl": "soon"})
    assert response.json()["error"]["message"] == 'X-OpenRouter-Cache-TTL: must be an integer, not "soon"'


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"", "body: is required"),
        (b"[1]", "body: must be an object, not an array"),
        (b'{"messages": []}', "messages: must have at least 1 items, and has 0"),
    ],
)
def test_a_body_that_is_missing_or_of_another_kind_is_refused(http, body, message):
    response = http.post("chat/completions", content=body, headers={"Content-Type": "application/json"})
    assert (response.status_code, response.json()["error"]["message"]) == (400, message)


def test_a_body_that_is_not_json_is_refused(http):
    error = http.post("chat/completions", content=b'{"messages": ').json()["error"]
    assert error["message"].startswith("body: is not JSON: ")
    assert error["metadata"]["error_type"] == "invalid_request"


def test_a_body_announced_as_a_form_is_read_as_json_as_curl_sends_it(http):
    body = b'{"model": "local/echo", "messages": [{"role": "user", "content": "x"}]}'
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert http.post("chat/completions", content=body, headers=headers).status_code == 200


USER = {"role": "user", "content": "x"}


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ({"messages": None}, "messages: must be an array, not null"),
        ({"temperature": "hot"}, 'temperature: must be a number or null, not "hot"'),
        ({"max_tokens": 1.5}, "max_tokens: must be an integer or null, not 1.5"),
        ({"messages": ["x"]}, 'messages.0: must be an object, not "x"'),
        (
            {"messages": [{"content": "x"}]},
            'messages.0.role: is required: one of "system", "user", "developer", "assistant", "tool"',
        ),
        (
            {"messages": [{"role": "wizard", "content": "x"}]},
            'messages.0.role: must be one of "system", "user", "developer", "assistant", "tool", not "wizard"',
        ),
        ({"messages": [USER, {"role": "user"}]}, "messages.1.content: is required"),
        ({"messages": [{**USER, "content": 5}]}, "messages.0.content: must be a string or an array, not 5"),
        (
            {"messages": [{**USER, "content": [{"type": "text", "text": None}]}]},
            "messages.0.content.0.text: must be a string, not null",
        ),
        (
            {"messages": [{**USER, "content": [{"type": "image_url", "image_url": "http://x"}]}]},
            'messages.0.content.0.image_url: must be an object, not "http://x"',
        ),
        (
            {"messages": [USER, {"role": "tool", "content": "x"}]},
            "messages.1.tool_call_id: is required",
        ),
        ({"tools": [{"type": "function"}]}, "tools.0.function: is required"),
        ({"tool_choice": {"type": "function"}}, "tool_choice.function: is required"),
        ({"response_format": {"type": "json_schema"}}, "response_format.json_schema: is required"),
        (
            {"response_format": {"type": "json_schema", "json_schema": {"name": "a" * 65}}},
            "response_format.json_schema.name: must have at most 64 characters, and has 65",
        ),
        ({"stop": {"at": "x"}}, "stop: must be a string, an array or null, not an object"),
        ({"provider": {"sort": 3}}, "provider.sort: must be a string, an object or null, not 3"),
    ],
)
def test_a_member_that_does_not_fit_is_named_in_a_message_that_is_to_the_point(http, members, message):
    response = http.post("chat/completions", json={"messages": [USER], **members})
    assert (response.status_code, response.json()["error"]["message"]) == (400, message)


def test_several_faults_are_told_together_and_all_listed_in_the_metadata(http):
    response = http.post(
        "chat/completions", json={"messages": [{}], "temperature": "a", "top_p": "b", "seed": "c", "top_k": "d"}
    )
    error = response.json()["error"]
    assert error["message"].endswith("; and 2 more")
    assert [issue["path"] for issue in error["metadata"]["issues"]] == [
        "messages.0.role",
        "seed",
        "temperature",
        "top_k",
        "top_p",
    ]
    stated = OPERATIONS["sendChatCompletionRequest"].stated["responses"]["400"]["content"]["application/json"]
    assert CHECKER.problems(stated["schema"], response.json()) == []


@pytest.mark.parametrize(
    "members",
    [
        {"service_tier": "platinum", "verbosity": "endless"},
        {"new_member": {"of": "tomorrow"}},
        {"messages": [{**USER, "new_member": 1}]},
        {"tool_choice": "auto", "reasoning": {"effort": "gigantic"}},
    ],
)
def test_words_and_members_that_the_contract_does_not_know_are_taken(http, members):
    assert http.post("chat/completions", json={"messages": [USER], **members}).status_code == 200


def test_every_failing_answer_has_the_shape_that_the_contract_states_for_it(http):
    stated = OPERATIONS["sendChatCompletionRequest"].stated["responses"]
    for status in [each for each in stated if each >= "4"]:
        response = http.post("chat/completions", json={"model": f"local/error-{status}", "messages": [USER]})
        schema = stated[status]["content"]["application/json"]["schema"]
        assert (response.status_code, CHECKER.problems(schema, response.json())) == (int(status), [])
        assert response.json()["error"]["code"] == int(status)


def test_the_models_are_listed_page_by_page_and_each_is_found_by_its_name(openrouterkit_server):
    with OpenRouter(base_url=openrouterkit_server.base_url) as client:
        whole = list(client.models.list())
        assert [model.id for model in client.models.list(limit=4)] == [model.id for model in whole]
        assert len(openrouterkit_server.requests) == 1 + -(-len(whole) // 4)
        assert {"local/echo", "local/error-429"} <= {model.id for model in whole}
        assert client.models.count().data.count == len(whole)
        found = client.models.get(author="local", slug="echo").data
        assert (found.id, found.pricing.prompt, found.name) == ("local/echo", "0.0000001", "Local: Echo")
        assert client.models.get(author="openai", slug="gpt-4o-mini").data.id == "openai/gpt-4o-mini"
        with pytest.raises(NotFoundResponseError, match="No endpoints found for local/nothing"):
            client.models.get(author="local", slug="nothing")


def test_the_link_to_the_next_page_leads_there(http, openrouterkit_server):
    origin = openrouterkit_server.base_url.removesuffix("/api/v1")
    first = http.get("models?limit=3&q=error").json()
    second = httpx.get(origin + first["links"]["next"]).json()
    assert second["data"] == http.get("models?limit=3&offset=3&q=error").json()["data"]
    assert all("error" in model["id"] for model in [*first["data"], *second["data"]])


def test_the_model_filters_that_are_heeded_leave_what_they_say(http):
    def names(query):
        return [model["id"] for model in http.get(f"models?{query}").json()["data"]]

    assert names("supported_parameters=reasoning") == ["local/reasoning"]
    assert names("output_modalities=embeddings") == ["local/embed"]
    assert "local/embed" not in names("")
    assert http.get("models?use_rss=true", headers={"Accept": "application/rss+xml"}).text.startswith("<?xml")


def test_a_contract_without_servers_has_paths_from_the_root():
    assert Contract({"paths": {}}).base_path == ""


def test_a_fault_of_the_server_itself_is_a_500_that_says_so_and_is_logged(openrouterkit_server, monkeypatch, caplog):
    monkeypatch.setattr("openrouterkit_local.app.exemplary", lambda *_: {}["gone"])
    client = OpenRouter(base_url=openrouterkit_server.base_url, retries=0)
    with client, pytest.raises(APIError, match="a fault of its own: KeyError") as caught:
        client.request("GET", "/providers")
    assert caught.value.status_code == 500
    assert "the answer to GET /providers could not be made" in caplog.text
