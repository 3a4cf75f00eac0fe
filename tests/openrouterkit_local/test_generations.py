"""Records of generations, and embeddings."""

import base64
import math
import struct

import httpx
import pytest
from contract import OPENROUTER

from openrouterkit import APIError, NotFoundResponseError, OpenRouter, user
from openrouterkit.local import LocalServer
from openrouterkit_local.contract.document import load_shipped_contract
from openrouterkit_local.contract.validation import Checker

CHECKER = Checker(OPENROUTER.normal)


def is_valid(operation_id, value):
    """Return True if a value is valid for the success response of an operation."""
    schema = load_shipped_contract().find_operation(operation_id).success[1]["content"]["application/json"]["schema"]
    return CHECKER.find_issues(schema, value) == []


@pytest.fixture
def client(openrouterkit_server):
    with OpenRouter(base_url=openrouterkit_server.base_url, retries=0) as client:
        yield client


def look_up(client, path, generation):
    return client.request("GET", path, query={"id": generation}).json()


def embed(client, **request):
    return client.request("POST", "/embeddings", json={"model": "local/embed", **request}).json()


def test_the_record_of_a_generation_is_found_at_the_second_lookup_and_matches_the_response(client):
    result = client.chat.send(model="local/echo", messages=[user("one two")], user="ada", session_id="s-1")
    with pytest.raises(NotFoundResponseError, match=f"Generation {result.id} not found"):
        look_up(client, "/generation", result.id)
    found = look_up(client, "/generation", result.id)
    assert is_valid("getGeneration", found)
    record = found["data"]
    assert (record["id"], record["model"], record["finish_reason"]) == (result.id, "local/echo", "stop")
    assert (record["total_cost"], record["tokens_prompt"]) == (result.usage.cost, 2)
    assert (record["external_user"], record["session_id"], record["streamed"]) == ("ada", "s-1", False)


def test_generation_misses_0_makes_records_available_immediately():
    with LocalServer(generation_misses=0) as server, OpenRouter(base_url=server.base_url) as client:
        result = client.chat.send(model="local/echo", messages=[user("x")])
        assert look_up(client, "/generation", result.id)["data"]["id"] == result.id


def test_only_a_stream_that_is_not_read_to_its_end_is_recorded_as_cancelled(client, openrouterkit_server):
    openrouterkit_server.settings.generation_misses = 0
    openrouterkit_server.settings.pace = 0.01
    with client.chat.stream(model="local/story", messages=[user("x")]) as abandoned:
        first = next(iter(abandoned))
    with client.chat.stream(model="local/echo", messages=[user("x")]) as stream:
        completion = stream.read_all()
    assert look_up(client, "/generation", first.id)["data"]["cancelled"] is True
    assert look_up(client, "/generation", completion.id)["data"]["cancelled"] is False


def test_prompt_and_completion_of_a_generation_are_recorded(client):
    result = client.chat.send(model="local/echo", messages=[user("one two")])
    found = look_up(client, "/generation/content", result.id)
    assert is_valid("listGenerationContent", found)
    assert found["data"]["input"] == {"messages": [{"role": "user", "content": "one two"}]}
    assert found["data"]["output"] == {"completion": "one two", "reasoning": None}


@pytest.mark.parametrize("path", ["/generation", "/generation/content"])
def test_unknown_generations_return_404(client, path):
    with pytest.raises(NotFoundResponseError):
        look_up(client, path, "gen-1-nobody")


@pytest.mark.parametrize("dimensions", [1, 3, 256, 3072, 16384])
def test_vectors_are_deterministic_and_have_length_1_and_the_requested_dimensions(client, dimensions):
    first, second = (embed(client, input="The Tagus flows", dimensions=dimensions)["data"] for _ in range(2))
    assert first == second
    assert len(first[0]["embedding"]) == dimensions
    assert math.isclose(math.hypot(*first[0]["embedding"]), 1, rel_tol=1e-6)


def test_vectors_of_texts_that_share_words_are_closer(client):
    river, stream, cake = (
        each["embedding"]
        for each in embed(client, input=["the river in Lisbon", "a river in Porto", "bake one cake slowly"])["data"]
    )
    assert sum(map(float.__mul__, river, stream)) > sum(map(float.__mul__, river, cake))


@pytest.mark.parametrize(
    ("value", "count"),
    [
        ("one", 1),
        (["one", "two"], 2),
        ([1, 2, 3], 1),
        ([[1, 2], [3]], 2),
        ([{"content": [{"type": "text", "text": "one"}]}], 1),
    ],
)
def test_each_kind_of_input_returns_one_vector_per_input(client, value, count):
    response = embed(client, input=value)
    assert is_valid("createEmbeddings", response)
    assert [each["index"] for each in response["data"]] == list(range(count))


def test_base64_encodes_the_same_numbers(client):
    (plain,) = embed(client, input="one", dimensions=8)["data"]
    (packed,) = embed(client, input="one", dimensions=8, encoding_format="base64")["data"]
    assert list(struct.unpack("<8f", base64.b64decode(packed["embedding"]))) == plain["embedding"]


def test_embeddings_cost_the_price_of_the_model_and_are_recorded(client, openrouterkit_server):
    openrouterkit_server.settings.generation_misses = 0
    response = embed(client, input="one two three")
    assert response["usage"] == {"prompt_tokens": 3, "total_tokens": 3, "cost": 6e-8, "is_byok": False}
    record = look_up(client, "/generation", response["id"])["data"]
    assert (record["api_type"], record["total_cost"]) == ("embeddings", 6e-8)


def test_embeddings_fail_for_error_models_and_unknown_models(openrouterkit_server):
    body = {"model": "local/error-529", "input": "x"}
    assert httpx.post(f"{openrouterkit_server.base_url}/embeddings", json=body).status_code == 529
    with OpenRouter(base_url=openrouterkit_server.base_url, retries=0) as client, pytest.raises(APIError):
        embed(client, model="no/such-model", input="x")


def test_too_many_dimensions_are_rejected(client):
    with pytest.raises(APIError, match="dimensions: must be at most 16384, not 1000000000"):
        embed(client, input="x", dimensions=10**9)


def test_an_empty_input_is_rejected(client):
    with pytest.raises(APIError, match="input: must have at least 1 characters, not 0"):
        embed(client, input="")


@pytest.mark.parametrize("model", ["local/nothing", "local/echo", "local/slow"])
def test_local_models_other_than_embed_generate_no_embeddings(client, model):
    with pytest.raises(NotFoundResponseError, match=f"No endpoints found for {model} that support embeddings"):
        client.embeddings.generate(model=model, input="x")


def test_any_other_name_of_a_model_and_variants_generate_embeddings(client):
    for model in ("openai/text-embedding-3-small", "local/embed:free"):
        assert len(client.embeddings.generate(model=model, input="x").data) == 1
