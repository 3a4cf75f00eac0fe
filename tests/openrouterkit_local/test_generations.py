"""Records of generations, and embeddings, as the embedded server makes them."""

import base64
import math
import struct

import httpx
import pytest
from contract import NORMAL

from openrouterkit import APIError, NotFoundResponseError, OpenRouter, user
from openrouterkit.local import LocalServer
from openrouterkit_local.contract.description import shipped
from openrouterkit_local.contract.validation import Checker

CHECKER = Checker(NORMAL)


def fits(operation, value):
    """Whether a value is what an operation's success must be."""
    schema = shipped().operation(operation).success[1]["content"]["application/json"]["schema"]
    return CHECKER.problems(schema, value) == []


@pytest.fixture
def client(openrouterkit_server):
    with OpenRouter(base_url=openrouterkit_server.base_url, retries=0) as made:
        yield made


def look_up(client, path, generation):
    return client.request("GET", path, query={"id": generation}).json()


def embed(client, **request):
    return client.request("POST", "/embeddings", json={"model": "local/embed", **request}).json()


def test_the_record_of_a_generation_is_there_at_the_second_look_and_says_what_the_answer_said(client):
    result = client.chat.send(model="local/echo", messages=[user("one two")], user="ada", session_id="s-1")
    with pytest.raises(NotFoundResponseError, match=f"Generation {result.id} not found"):
        look_up(client, "/generation", result.id)
    found = look_up(client, "/generation", result.id)
    assert fits("getGeneration", found)
    record = found["data"]
    assert (record["id"], record["model"], record["finish_reason"]) == (result.id, "local/echo", "stop")
    assert (record["total_cost"], record["tokens_prompt"]) == (result.usage.cost, 2)
    assert (record["external_user"], record["session_id"], record["streamed"]) == ("ada", "s-1", False)


def test_how_often_a_record_is_looked_up_in_vain_can_be_set():
    with LocalServer(generation_misses=0) as server, OpenRouter(base_url=server.base_url) as client:
        result = client.chat.send(model="local/echo", messages=[user("x")])
        assert look_up(client, "/generation", result.id)["data"]["id"] == result.id


def test_a_stream_that_is_left_is_recorded_as_cancelled_and_one_that_is_read_is_not(client, openrouterkit_server):
    openrouterkit_server.settings.generation_misses = 0
    openrouterkit_server.settings.pace = 0.01
    with client.chat.stream(model="local/story", messages=[user("x")]) as left:
        first = next(iter(left))
    with client.chat.stream(model="local/echo", messages=[user("x")]) as read:
        whole = read.read_all()
    assert look_up(client, "/generation", first.id)["data"]["cancelled"] is True
    assert look_up(client, "/generation", whole.id)["data"]["cancelled"] is False


def test_prompt_and_completion_of_a_generation_are_kept(client):
    result = client.chat.send(model="local/echo", messages=[user("one two")])
    found = look_up(client, "/generation/content", result.id)
    assert fits("listGenerationContent", found)
    assert found["data"]["input"] == {"messages": [{"role": "user", "content": "one two"}]}
    assert found["data"]["output"] == {"completion": "one two", "reasoning": None}


@pytest.mark.parametrize("path", ["/generation", "/generation/content"])
def test_a_generation_that_the_server_has_not_made_is_not_found(client, path):
    with pytest.raises(NotFoundResponseError):
        look_up(client, path, "gen-1-nobody")


@pytest.mark.parametrize("dimensions", [1, 3, 256, 3072])
def test_vectors_have_length_one_and_the_dimension_asked_for_and_are_the_same_each_time(client, dimensions):
    first, second = (embed(client, input="The Tagus flows", dimensions=dimensions)["data"] for _ in range(2))
    assert first == second
    assert len(first[0]["embedding"]) == dimensions
    assert math.isclose(math.hypot(*first[0]["embedding"]), 1, rel_tol=1e-6)


def test_texts_that_share_words_lie_closer_than_those_that_do_not(client):
    river, stream, cake = (
        each["embedding"]
        for each in embed(client, input=["the river in Lisbon", "a river in Porto", "bake one cake slowly"])["data"]
    )
    assert sum(map(float.__mul__, river, stream)) > sum(map(float.__mul__, river, cake))


@pytest.mark.parametrize(
    ("given", "count"),
    [
        ("one", 1),
        (["one", "two"], 2),
        ([1, 2, 3], 1),
        ([[1, 2], [3]], 2),
        ([{"content": [{"type": "text", "text": "one"}]}], 1),
    ],
)
def test_each_kind_of_input_has_a_vector_for_each_input(client, given, count):
    answer = embed(client, input=given)
    assert fits("createEmbeddings", answer)
    assert [each["index"] for each in answer["data"]] == list(range(count))


def test_base64_holds_the_same_numbers(client):
    (plain,) = embed(client, input="one", dimensions=8)["data"]
    (packed,) = embed(client, input="one", dimensions=8, encoding_format="base64")["data"]
    assert list(struct.unpack("<8f", base64.b64decode(packed["embedding"]))) == plain["embedding"]


def test_embeddings_cost_what_the_model_list_says_and_are_recorded(client, openrouterkit_server):
    openrouterkit_server.settings.generation_misses = 0
    answer = embed(client, input="one two three")
    assert answer["usage"] == {"prompt_tokens": 3, "total_tokens": 3, "cost": 6e-8, "is_byok": False}
    record = look_up(client, "/generation", answer["id"])["data"]
    assert (record["api_type"], record["total_cost"]) == ("embeddings", 6e-8)


def test_embeddings_fail_as_the_name_of_the_model_says(openrouterkit_server):
    body = {"model": "local/error-529", "input": "x"}
    assert httpx.post(f"{openrouterkit_server.base_url}/embeddings", json=body).status_code == 529
    with OpenRouter(base_url=openrouterkit_server.base_url, retries=0) as client, pytest.raises(APIError):
        embed(client, model="no/such-model", input="x")


def test_more_dimensions_than_anyone_wants_are_refused(client):
    with pytest.raises(APIError, match="dimensions: must be at most 16384, not 1000000000"):
        embed(client, input="x", dimensions=10**9)


def test_an_empty_input_is_refused(client):
    with pytest.raises(APIError, match="input: must have at least 1 characters, and has 0"):
        embed(client, input="")
