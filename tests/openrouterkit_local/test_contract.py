"""The local server and the contract: operations, validation of requests, and validity of responses."""

import copy
import json

import httpx
import pytest
from contract import OPENROUTER, parameter_values

from openrouterkit import APIError, NotFoundResponseError, OpenRouter
from openrouterkit.local import LocalServer
from openrouterkit.sse import Decoder
from openrouterkit_local.contract.document import Contract, load_shipped_contract
from openrouterkit_local.contract.validation import Checker
from openrouterkit_local.exchange.errors import ServiceError

CHECKER = Checker(OPENROUTER.normal)
OPERATIONS = {operation.id: operation for operation in load_shipped_contract().operations}


def list_example_bodies(operation):
    """Return the example bodies of an operation; [None] if it has no body."""
    content = (operation.body or {}).get("content", {}).get("application/json", {})
    return [each["value"] for each in content.get("examples", {}).values()] or [None]


EXAMPLE_REQUESTS = [(operation, body) for operation in OPERATIONS.values() for body in list_example_bodies(operation)]


def format_parameter(value):
    """Return the value of a parameter as text."""
    return value if isinstance(value, str) else json.dumps(value)


def send(http, operation, body, **query):
    """Send a request with the contract's example parameters, apart from `use_rss`, and further query parameters."""
    path = operation.path.format(**parameter_values(operation.definition, "path")).lstrip("/")
    examples = {
        name: format_parameter(value) for name, value in parameter_values(operation.definition, "query").items()
    }
    headers = {
        name: format_parameter(value) for name, value in parameter_values(operation.definition, "header").items()
    }
    examples.pop("use_rss", None)
    params = {**examples, **query}
    return http.request(operation.method, path, params=params, headers=headers, json=body, timeout=10)


@pytest.fixture
def http(openrouterkit_server):
    with httpx.Client(base_url=openrouterkit_server.base_url) as http:
        yield http


@pytest.mark.parametrize(("operation", "body"), EXAMPLE_REQUESTS, ids=lambda each: getattr(each, "id", None))
def test_every_example_request_gets_a_response_that_is_valid_for_the_contract(http, operation, body):
    if body is not None:
        body = {**body, "models": ["local/echo"], "model": "local/echo"} if "models" in body else body
    response = send(http, operation, body)
    declared = operation.definition["responses"][str(response.status_code)]
    assert response.status_code < 400 or response.status_code == 410
    media_type = response.headers.get("content-type", "")
    if not declared.get("content"):
        assert (response.content, media_type) == (b"", "")
        return
    media = declared["content"][media_type]
    if media_type == "text/event-stream":
        events = [json.loads(event.data_bytes) for event in Decoder().feed(response.content)[:-1]]
        assert events
        assert [issue for each in events for issue in CHECKER.find_issues(media["itemSchema"], each)] == []
    else:
        assert CHECKER.find_issues(media["schema"], response.json()) == []


@pytest.mark.parametrize("operation", [each for each in OPERATIONS.values() if each.paging], ids=lambda each: each.id)
def test_every_list_has_an_empty_page_after_its_last_item(http, operation):
    first = send(http, operation, None, offset=0, limit=100, q="", supported_parameters="", output_modalities="all")
    items = first.json()["data"]
    rest = send(http, operation, None, offset=len(items), limit=100, q="", output_modalities="all")
    assert (bool(items), rest.json()["data"]) == (True, [])


def test_operations_of_another_contract_return_its_example_or_a_sample():
    document = copy.deepcopy(OPENROUTER.normal)
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
        response = httpx.get(f"{server.base_url}/moons/picture")
        assert (response.status_code, response.headers["content-type"]) == (203, "application/octet-stream")
        assert response.content == b"bytes"


def test_an_operation_of_another_contract_streams_its_examples_or_a_sample():
    document = copy.deepcopy(OPENROUTER.normal)
    schema = {"type": "object", "properties": {"phase": {"type": "string"}}, "required": ["phase"]}
    examples = {"new": {"value": {"phase": "new"}}, "end": {"value": "[END]"}, "full": {"value": {"phase": "full"}}}

    def add(name, sentinel, **media):
        call = {"stream_switch": None, "sentinel": sentinel, "paging": None}
        responses = {"200": {"content": {"text/event-stream": {"itemSchema": schema, **media}}}}
        document["paths"][f"/phases/{name}"] = {
            "get": {"operationId": name, "x-call": call, "parameters": [], "responses": responses}
        }

    add("examples", "[END]", examples=examples)
    add("sample", None)
    with LocalServer(contract=document) as server:
        response = httpx.get(f"{server.base_url}/phases/examples")
        assert response.headers["content-type"] == "text/event-stream"
        assert response.text.split("\n\n") == [
            ": OPENROUTER PROCESSING",
            'data: {"phase":"new"}',
            'data: {"phase":"full"}',
            "data: [END]",
            "",
        ]
        response = httpx.get(f"{server.base_url}/phases/sample")
        assert response.text == ': OPENROUTER PROCESSING\n\ndata: {"phase":"phase"}\n\n'


ENDPOINT = {"native_tools", "service_tier", "supports_diarization", "supports_tool_choice"}
KEY = {"external_user", "last_used_at"}
CURRENT_KEY = {
    "allowed_data_regions",
    "budgets",
    "effective_budget",
    "free_model_daily_requests",
    "organization_id",
    "workspace_id",
}


@pytest.mark.parametrize(
    ("method", "path", "members"),
    [
        ("GET", "models/openai/gpt-4o-mini/endpoints", ENDPOINT),
        ("GET", "endpoints/zdr", ENDPOINT),
        ("GET", "key", CURRENT_KEY),
        ("GET", "keys", KEY),
        ("POST", "keys", KEY),
        ("GET", "keys/0a1b", KEY),
        ("PATCH", "keys/0a1b", KEY),
    ],
)
def test_responses_contain_optional_members_that_other_clients_require(http, method, path, members):
    data = http.request(method, path, json={"name": "x"} if method != "GET" else None).json()["data"]
    data = data.get("endpoints", [data]) if isinstance(data, dict) else data
    assert data
    assert [members - set(each) for each in data] == [set()] * len(data)


@pytest.mark.parametrize(
    ("method", "path", "status", "message", "allow"),
    [
        ("GET", "/no/such/path", 404, "unknown path /api/v1/no/such/path: the contract does not define it", None),
        ("GET", "/chat/completions", 405, "method GET is not allowed for /api/v1/chat/completions; use POST", "POST"),
        ("DELETE", "/models/user", 405, "method DELETE is not allowed for /api/v1/models/user; use GET", "GET"),
    ],
)
def test_unknown_paths_and_methods_return_errors_in_the_format_of_the_service(
    http, method, path, status, message, allow
):
    response = http.request(method, path.lstrip("/"))
    error = response.json()["error"]
    assert (response.status_code, error["code"], error["message"]) == (status, status, message)
    assert response.headers.get("allow") == allow
    assert error["metadata"]["error_type"] == ("not_found" if status == 404 else "invalid_request")


@pytest.mark.parametrize("status", range(400, 600))
def test_every_error_has_an_error_type_of_the_contract(status):
    known = OPENROUTER.normal["components"]["schemas"]["ApiErrorType"]["enum"]
    assert ServiceError(status, "x").body["error"]["metadata"]["error_type"] in known


def test_a_path_outside_of_the_base_path_returns_an_error_with_the_base_path(openrouterkit_server):
    response = httpx.get(openrouterkit_server.base_url.removesuffix("/api/v1") + "/models")
    message = response.json()["error"]["message"]
    assert message == "unknown path /models: it does not start with /api/v1; check the base URL"


@pytest.mark.parametrize("path", ["models/local%2Fecho", "models/local%2fecho", "models/local/echo"])
def test_a_model_is_also_found_at_the_path_and_in_the_format_of_the_openai_api(http, openrouterkit_server, path):
    model = http.get(path).json()
    (listed,) = (each for each in http.get("models").json()["data"] if each["id"] == "local/echo")
    assert model == {**listed, "object": "model", "owned_by": "local"}
    assert openrouterkit_server.requests[0].operation == "retrieveModel"
    assert http.get("models/openai%2Fgpt-4o-mini").json()["owned_by"] == "openai"
    assert http.get("models/no%2Fsuch").json()["error"]["message"] == "No endpoints found for no/such."
    assert http.get("models/openai%2Fgpt-4o-mini/endpoints").json()["data"]["id"] == "openai/gpt-4o-mini"


def test_path_parameters_are_decoded_and_may_contain_an_encoded_slash():
    (operation,) = [each for each in load_shipped_contract().operations if each.id == "getModel"]
    assert operation.match_path(["model", "a%2Fb", "c%20d"]) == {"author": "a/b", "slug": "c d"}
    assert operation.match_path(["model", "a", "b", "c"]) is None


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
def test_an_invalid_query_parameter_is_named(http, query, message):
    response = http.get(f"models?{query}")
    assert (response.status_code, response.json()["error"]["message"]) == (400, message)


@pytest.mark.parametrize("query", ["sort=by-colour", "category=gardening", "unheard=of", "offset=", "min_price=0.5"])
def test_unknown_enumeration_values_and_parameters_are_accepted(http, query):
    assert http.get(f"models?{query}").status_code == 200


def test_an_invalid_header_is_found_in_lower_case_and_named_as_in_the_contract(http):
    body = {"messages": [{"role": "user", "content": "x"}]}
    response = http.post("chat/completions", json=body, headers={"x-openrouter-cache-ttl": "soon"})
    assert response.json()["error"]["message"] == 'X-OpenRouter-Cache-TTL: must be an integer, not "soon"'


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"", "body: is required"),
        (b"[1]", "body: must be an object, not an array"),
        (b'{"messages": []}', "messages: must have at least 1 items, not 0"),
    ],
)
def test_a_missing_or_invalid_body_is_rejected(http, body, message):
    response = http.post("chat/completions", content=body, headers={"Content-Type": "application/json"})
    assert (response.status_code, response.json()["error"]["message"]) == (400, message)


def test_a_body_that_is_not_json_is_rejected(http):
    error = http.post("chat/completions", content=b'{"messages": ').json()["error"]
    assert error["message"].startswith("body: invalid JSON: ")
    assert error["metadata"]["error_type"] == "invalid_request"


def test_a_json_body_is_accepted_with_the_form_content_type_that_curl_sends(http):
    body = b'{"model": "local/echo", "messages": [{"role": "user", "content": "x"}]}'
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert http.post("chat/completions", content=body, headers=headers).status_code == 200


@pytest.mark.parametrize("path", ["chat/completions", "embeddings", "auth/keys"])
@pytest.mark.parametrize("media_type", ["text/plain", "Multipart/Form-Data; boundary=x"])
def test_a_body_of_another_media_type_is_rejected(http, path, media_type):
    error = http.post(path, content=b"{}", headers={"Content-Type": media_type}).json()["error"]
    name = media_type.partition(";")[0].lower()
    message = f"body: the media type {name} is not accepted; set Content-Type to application/json"
    assert (error["code"], error["message"]) == (400, message)


def test_a_body_of_another_media_type_is_accepted_if_the_contract_declares_the_type():
    document = copy.deepcopy(OPENROUTER.normal)
    content = document["paths"]["/auth/keys"]["post"]["requestBody"]["content"]
    content["multipart/form-data"] = {"schema": {"type": "object"}}
    with LocalServer(contract=document) as server:
        response = httpx.post(f"{server.base_url}/auth/keys", data={"code": "x"}, files={"a": b"b"})
        (request,) = server.requests
    assert (response.status_code, b'name="code"' in request.body) == (200, True)


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
            'messages.0.role: is required; use one of "system", "user", "developer", "assistant", "tool"',
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
            "response_format.json_schema.name: must have at most 64 characters, not 65",
        ),
        ({"stop": {"at": "x"}}, "stop: must be a string, an array or null, not an object"),
        ({"provider": {"sort": 3}}, "provider.sort: must be a string, an object or null, not 3"),
    ],
)
def test_an_invalid_member_is_named_with_the_expected_and_the_received_value(http, members, message):
    response = http.post("chat/completions", json={"messages": [USER], **members})
    assert (response.status_code, response.json()["error"]["message"]) == (400, message)


@pytest.mark.parametrize(
    "members",
    [
        {"messages": [{"role": "user", "content": [{"type": "hologram", "hologram": {"url": "x"}, "text": 5}]}]},
        {"messages": [{"role": "system", "content": "x"}, {**USER, "content": [{"type": "hologram"}]}]},
        {"tools": [{"type": "teleport", "to": "Lisbon"}]},
        {"tools": [{"type": "custom", "custom": {"name": "x"}}], "tool_choice": {"type": "custom"}},
        {"plugins": [{"id": "telepathy", "range": 3}]},
        {"response_format": {"type": "haiku"}},
        {"messages": [USER, {"role": "assistant", "content": "x", "reasoning_details": [{"type": "reasoning.dream"}]}]},
    ],
)
@pytest.mark.parametrize("model", ["local/echo", "local/tools", "local/json", "local/reasoning", "openai/gpt-4o-mini"])
def test_unknown_types_of_content_parts_tools_and_other_variants_are_accepted(http, model, members):
    response = http.post("chat/completions", json={"messages": [USER], **members, "model": model})
    assert (response.status_code, response.json()["choices"][0]["message"]["role"]) == (200, "assistant")


def test_an_unknown_content_part_counts_as_an_attachment(http):
    parts = [{"type": "hologram"}, {"type": "text", "text": "Hi"}, {"type": "scent"}]
    response = http.post("chat/completions", json={"model": "local/echo", "messages": [{**USER, "content": parts}]})
    assert response.json()["choices"][0]["message"]["content"] == "I see 2 attachments. Hi"


def test_an_unknown_type_that_is_no_string_is_rejected(http):
    response = http.post("chat/completions", json={"messages": [USER], "tools": [{"type": 5}, {"name": "x"}]})
    issues = {each["path"]: each["message"] for each in response.json()["error"]["metadata"]["issues"]}
    assert issues["tools.0.type"].endswith(", not 5")
    assert issues["tools.1.type"].startswith('is required; use one of "function"')


def test_an_unknown_content_part_of_an_embedding_is_accepted(http):
    part = {"type": "hologram", "text": 5}
    response = http.post("embeddings", json={"model": "local/embed", "input": [{"content": [part]}]})
    assert (response.status_code, len(response.json()["data"])) == (200, 1)


def test_several_issues_are_reported_together_and_all_listed_in_the_metadata(http):
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
    declared = OPERATIONS["sendChatCompletionRequest"].definition["responses"]["400"]["content"]["application/json"]
    assert CHECKER.find_issues(declared["schema"], response.json()) == []


@pytest.mark.parametrize(
    "members",
    [
        {"service_tier": "platinum", "verbosity": "endless"},
        {"new_member": {"of": "tomorrow"}},
        {"messages": [{**USER, "new_member": 1}]},
        {"tool_choice": "auto", "reasoning": {"effort": "gigantic"}},
    ],
)
def test_unknown_enumeration_values_and_members_of_a_body_are_accepted(http, members):
    assert http.post("chat/completions", json={"messages": [USER], **members}).status_code == 200


def test_every_error_response_is_valid_for_its_schema(http):
    declared = OPERATIONS["sendChatCompletionRequest"].definition["responses"]
    for status in [each for each in declared if each >= "4"]:
        response = http.post("chat/completions", json={"model": f"local/error-{status}", "messages": [USER]})
        schema = declared[status]["content"]["application/json"]["schema"]
        assert (response.status_code, CHECKER.find_issues(schema, response.json())) == (int(status), [])
        assert response.json()["error"]["code"] == int(status)


def test_models_are_listed_in_pages_and_found_by_author_and_slug(openrouterkit_server):
    with OpenRouter(base_url=openrouterkit_server.base_url) as client:
        all_models = list(client.models.list())
        assert [model.id for model in client.models.list(limit=4)] == [model.id for model in all_models]
        assert len(openrouterkit_server.requests) == 1 + -(-len(all_models) // 4)
        assert {"local/echo", "local/error-429"} <= {model.id for model in all_models}
        assert client.models.count().data.count == len(all_models)
        found = client.models.get(author="local", slug="echo").data
        assert (found.id, found.pricing.prompt, found.name) == ("local/echo", "0.0000001", "Local: Echo")
        assert client.models.get(author="openai", slug="gpt-4o-mini").data.id == "openai/gpt-4o-mini"
        with pytest.raises(NotFoundResponseError, match="No endpoints found for local/nothing"):
            client.models.get(author="local", slug="nothing")


def test_the_link_to_the_next_page_returns_the_next_page(http, openrouterkit_server):
    origin = openrouterkit_server.base_url.removesuffix("/api/v1")
    first = http.get("models?limit=3&q=error").json()
    second = httpx.get(origin + first["links"]["next"]).json()
    assert second["data"] == http.get("models?limit=3&offset=3&q=error").json()["data"]
    assert all("error" in model["id"] for model in [*first["data"], *second["data"]])


def test_the_model_filters_select_the_matching_models(http):
    def names(query):
        return [model["id"] for model in http.get(f"models?{query}").json()["data"]]

    assert names("supported_parameters=reasoning") == ["local/reasoning"]
    assert names("output_modalities=embeddings") == ["local/embed"]
    assert "local/embed" not in names("")
    assert http.get("models?use_rss=true", headers={"Accept": "application/rss+xml"}).text.startswith("<?xml")


def test_a_contract_without_servers_has_an_empty_base_path():
    assert Contract({"paths": {}}).base_path == ""


def test_an_exception_in_a_handler_is_logged_and_returns_500(openrouterkit_server, monkeypatch, caplog):
    monkeypatch.setattr("openrouterkit_local.app.build_example_response", lambda *_: {}["gone"])
    client = OpenRouter(base_url=openrouterkit_server.base_url, retries=0)
    with client, pytest.raises(APIError, match="unexpected error in the local server: KeyError") as caught:
        client.request("GET", "/providers")
    assert caught.value.status_code == 500
    assert "unexpected error while handling GET /providers" in caplog.text
