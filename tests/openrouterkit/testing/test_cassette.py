"""Recorded exchanges: what is written, what is hidden, what is replayed, and what an unknown request is told."""

from __future__ import annotations

import asyncio
import base64
import json
import re
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from loopback import DONE, END, STREAM_HEAD, Loopback, chunk, completion, event, http_response, piece

from openrouterkit import (
    APIError,
    AsyncOpenRouter,
    ConnectionFailedError,
    IncompleteStreamError,
    OpenRouter,
    RetryOptions,
    Service,
    user,
)
from openrouterkit.authentication import ClientCredentials, SecurityScheme
from openrouterkit.errors import UnauthorizedResponseError
from openrouterkit.testing import Cassette, CassetteError

KEY = "sk-or-v1-0123456789abcdef"
QUESTION = {"model": "a/b", "messages": [user("Capital of France?")]}
STREAM = [
    STREAM_HEAD,
    piece(b": OPENROUTER PROCESSING\n\n"),
    0.2,
    piece(event(chunk("Par"))),
    piece(event(chunk("is", "stop")) + DONE),
    END,
]


def read_files(folder):
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(Path(folder).iterdir())]


def read_text(folder):
    return "".join(path.read_text(encoding="utf-8") for path in Path(folder).rglob("*.json"))


def ask(cassette, kind, url, question=None, *, stream=False):
    """Make one call with a sync or an async client of the cassette."""
    arguments = {**QUESTION, "messages": [user(question)]} if question else QUESTION
    if kind == "sync":
        client = cassette.client(api_key=KEY, base_url=url)
        return client.chat.stream(**arguments).read_all() if stream else client.chat.send(**arguments)

    async def main():
        async with cassette.async_client(api_key=KEY, base_url=url) as client:
            return await (client.chat.stream(**arguments).read_all() if stream else client.chat.send(**arguments))

    return asyncio.run(main())


KINDS = pytest.mark.parametrize("kind", ["sync", "async"])


@KINDS
def test_a_call_is_recorded_once_and_replayed_without_the_service(kind, tmp_path):
    with Loopback([http_response(completion("Paris"))]) as server:
        recorded = ask(Cassette(tmp_path, "record"), kind, server.url)
    cassette = Cassette(tmp_path)
    replayed = ask(cassette, kind, server.url)
    assert replayed.to_dict() == recorded.to_dict()
    assert cassette.unused == []
    (file,) = read_files(tmp_path)
    assert file["request"]["json"] == {"model": "a/b", "messages": [{"role": "user", "content": "Capital of France?"}]}
    assert file["response"]["json"] == completion("Paris")
    assert [path.name for path in tmp_path.iterdir()] == ["001-post-chat-completions.json"]


@KINDS
def test_a_stream_is_recorded_as_events_with_their_times(kind, tmp_path):
    with Loopback(STREAM) as server:
        assert ask(Cassette(tmp_path, "record"), kind, server.url, stream=True).text == "Paris"
    (file,) = read_files(tmp_path)
    keepalive, first, second, done = file["response"]["events"]
    assert keepalive["comment"] == "OPENROUTER PROCESSING"
    assert (first["json"], second["json"]) == (chunk("Par"), chunk("is", "stop"))
    assert first["at"] - keepalive["at"] > 0.1
    assert done["data"] == "[DONE]"
    lines = next(tmp_path.iterdir()).read_text(encoding="utf-8").splitlines()
    assert sum('"at": ' in line for line in lines) == 4
    assert "ended" not in file["response"]


@KINDS
def test_a_stream_is_replayed_at_once_or_with_its_times(kind, tmp_path):
    with Loopback([*STREAM[:3], 0.4, *STREAM[3:]]) as server:
        recorded = ask(Cassette(tmp_path, "record"), kind, server.url, stream=True)
    started = time.monotonic()
    assert ask(Cassette(tmp_path), kind, "http://nowhere.example/api/v1", stream=True).to_dict() == recorded.to_dict()
    assert time.monotonic() - started < 0.5
    started = time.monotonic()
    ask(Cassette(tmp_path, timing=True), kind, server.url, stream=True)
    assert time.monotonic() - started > 0.5


def test_the_mode_is_that_of_the_environment_variable(tmp_path, monkeypatch):
    monkeypatch.delenv("OPENROUTERKIT_CASSETTE", raising=False)
    assert Cassette(tmp_path).mode == "replay"
    monkeypatch.setenv("OPENROUTERKIT_CASSETTE", "missing")
    assert Cassette(tmp_path).mode == "missing"
    assert Cassette(tmp_path, "record").mode == "record"
    monkeypatch.setenv("OPENROUTERKIT_CASSETTE", "yes")
    with pytest.raises(CassetteError, match="OPENROUTERKIT_CASSETTE is replay, record or missing, not 'yes'"):
        Cassette(tmp_path)


@KINDS
def test_missing_recordings_are_added_and_the_others_replayed(kind, tmp_path):
    with Loopback([http_response(completion("Paris"))], [http_response(completion("Rome"))]) as server:
        ask(Cassette(tmp_path, "record"), kind, server.url)
        cassette = Cassette(tmp_path, "missing")
        assert ask(cassette, kind, server.url).text == "Paris"
        assert ask(cassette, kind, server.url, "And of Italy?").text == "Rome"
    assert [path.name[:3] for path in sorted(tmp_path.iterdir())] == ["001", "002"]
    assert ask(Cassette(tmp_path), kind, server.url, "And of Italy?").text == "Rome"


def test_recording_anew_replaces_the_recordings_and_no_other_files(tmp_path):
    (tmp_path / "notes.json").write_text("{}")
    with Loopback(
        [http_response(completion("a"))], [http_response(completion("b"))], [http_response(completion("c"))]
    ) as server:
        first = Cassette(tmp_path, "record")
        ask(first, "sync", server.url)
        ask(first, "sync", server.url, "x")
        ask(Cassette(tmp_path, "record"), "sync", server.url)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["001-post-chat-completions.json", "notes.json"]


def test_a_recording_that_begins_without_a_request_deletes_nothing(tmp_path):
    with Loopback([http_response(completion("a"))]) as server:
        ask(Cassette(tmp_path, "record"), "sync", server.url)
    Cassette(tmp_path, "record").client(api_key=KEY)
    assert len(list(tmp_path.iterdir())) == 1


def refuse(status):
    return http_response({"error": {"code": status, "message": "no"}}, status)


@KINDS
def test_a_recording_that_fails_deletes_nothing(kind, tmp_path):
    with Loopback([http_response(completion("a"))]) as server:
        ask(Cassette(tmp_path, "record"), kind, server.url)
    before = read_text(tmp_path)
    with pytest.raises(ConnectionFailedError):
        ask(Cassette(tmp_path, "record"), kind, server.url)
    assert read_text(tmp_path) == before


@KINDS
def test_errors_alone_do_not_replace_recordings_of_results(kind, tmp_path):
    with Loopback([http_response(completion("a"))], [refuse(401)], [refuse(401)]) as server:
        ask(Cassette(tmp_path, "record"), kind, server.url)
        before = read_text(tmp_path)
        cassette = Cassette(tmp_path, "record")
        for _ in range(2):
            with pytest.raises(UnauthorizedResponseError):
                ask(cassette, kind, server.url)
        assert read_text(tmp_path) == before
    assert ask(Cassette(tmp_path), kind, server.url).text == "a"


def test_errors_before_the_first_result_are_recorded_with_it(tmp_path):
    retries = RetryOptions(initial_interval=0)
    responses = [http_response(completion("old")), refuse(503), refuse(503), http_response(completion("new"))]
    with Loopback(*([response] for response in responses)) as server:
        ask(Cassette(tmp_path, "record"), "sync", server.url)
        cassette = Cassette(tmp_path, "record")
        cassette.client(api_key=KEY, base_url=server.url, retries=retries).chat.send(**QUESTION)
    result = Cassette(tmp_path).client().chat.send(**QUESTION)
    assert (result.text, [attempt.status for attempt in result.response.attempts]) == ("new", [503, 503, 200])


def test_errors_replace_recordings_of_errors_and_invalid_ones(tmp_path):
    (tmp_path / "007-broken.json").write_text("{}")
    with Loopback([refuse(404)], [refuse(402)]) as server:
        for status in (404, 402):
            with pytest.raises(APIError):
                ask(Cassette(tmp_path, "record"), "sync", server.url)
            (file,) = read_files(tmp_path)
            assert file["response"]["status"] == status


def test_the_recordings_are_replaced_by_the_first_exchange_that_ends(tmp_path):
    with Loopback([http_response(completion("a"))], [http_response(completion("b"))], STREAM) as server:
        first = Cassette(tmp_path, "record")
        ask(first, "sync", server.url)
        ask(first, "sync", server.url, "x")
        before = read_text(tmp_path)
        cassette = Cassette(tmp_path, "record")
        assert cassette.unused == []
        with cassette.client(api_key=KEY, base_url=server.url) as client, client.chat.stream(**QUESTION) as opened:
            next(opened)
            assert read_text(tmp_path) == before
            opened.read_all()
    (file,) = read_files(tmp_path)
    assert "events" in file["response"]


def test_equal_requests_are_replayed_in_order_as_for_retries(tmp_path):
    retries = RetryOptions(initial_interval=0)
    with Loopback([http_response({"error": {"code": 503}}, 503)], [http_response(completion("Paris"))]) as server:
        cassette = Cassette(tmp_path, "record")
        cassette.client(api_key=KEY, base_url=server.url, retries=retries).chat.send(**QUESTION)
    result = Cassette(tmp_path).client().chat.send(**QUESTION)
    assert [attempt.status for attempt in result.response.attempts] == [503, 200]


def test_the_order_of_members_and_the_host_do_not_matter_and_the_query_does(tmp_path):
    with Loopback([http_response({"data": []})]) as server:
        Cassette(tmp_path, "record").http_client().post(f"{server.url}/x?a=1&b=2", json={"c": 1, "d": {"e": 2, "f": 3}})
    body = b'{"d": {"f": 3, "e": 2}, "c": 1}'
    http = Cassette(tmp_path).http_client()
    assert http.post("https://other.example/api/v1/x?b=2&a=1", content=body).json() == {"data": []}
    with pytest.raises(CassetteError, match=r"query\.b: recorded '2', came '3'"):
        Cassette(tmp_path).http_client().post("https://other.example/api/v1/x?b=3&a=1", content=body)


@KINDS
def test_an_unknown_request_is_compared_with_the_most_similar_one(kind, tmp_path):
    with Loopback([http_response(completion("x"))], [http_response(completion("y"))]) as server:
        cassette = Cassette(tmp_path, "record")
        ask(cassette, kind, server.url, "a" * 200 + "one" + "b" * 200)
        cassette.http_client().get(f"{server.url}/models")
    with pytest.raises(CassetteError) as caught:
        ask(Cassette(tmp_path), kind, server.url, "a" * 200 + "two" + "b" * 200)
    text = str(caught.value)
    assert "The most similar one, 001-post-chat-completions.json, differs:" in text
    (line,) = re.findall("^  (.*)$", text, re.MULTILINE)
    assert re.fullmatch(r"json.messages\[0\].content: recorded …'a{20}oneb+'…, came …'a{20}twob+'…", line)
    assert "OPENROUTERKIT_CASSETTE=missing" in text


def test_an_error_names_absent_members_and_further_items(tmp_path):
    with Loopback([http_response({})]) as server:
        Cassette(tmp_path, "record").http_client().post(
            f"{server.url}/x", json={"a": 1, "list": [1], "same": 1.0, "flag": 1}
        )
    with pytest.raises(CassetteError) as caught:
        Cassette(tmp_path).http_client().post(
            f"{server.url}/x", json={"list": [1, 2], "b": None, "same": 1, "flag": True}
        )
    assert re.findall("^  (.*)$", str(caught.value), re.MULTILINE) == [
        "json.a: recorded 1, came nothing",
        "json.list[1]: recorded nothing, came 2",
        "json.flag: recorded 1, came True",
        "json.b: recorded nothing, came None",
    ]


def test_a_request_that_comes_once_more_is_told_that_its_recording_was_used(tmp_path):
    with Loopback([http_response(completion("x"))]) as server:
        ask(Cassette(tmp_path, "record"), "sync", server.url)
    cassette = Cassette(tmp_path)
    ask(cassette, "sync", server.url)
    with pytest.raises(CassetteError, match=r"001-post-chat-completions\.json was replayed already"):
        ask(cassette, "sync", server.url)
    with pytest.raises(CassetteError, match="as it has no recordings"):
        ask(Cassette(tmp_path / "none"), "sync", server.url)


@KINDS
def test_no_file_contains_a_key_wherever_it_was_sent_or_received(kind, tmp_path):
    issued, token = "sk-or-v1-fedcba9876543210", "ya29.a0AfH6SMBx-1234567890"
    body = {"key": issued, "access_token": token, "echo": f"Bearer {KEY}", "choices": completion()["choices"]}
    secret = "hunter2-hunter2"
    with Loopback([http_response(body, set_cookie=f"session={token}", x_echo=KEY)]) as server:
        client = Cassette(tmp_path, "record")
        url = server.url.replace("http://", f"http://ada:{secret}@")
        arguments = {
            "json": {"prompt": f"my key is {KEY}"},
            "headers": {"Authorization": f"Bearer {KEY}", "X-Api-Key": token},
        }
        if kind == "sync":
            response = client.http_client().post(f"{url}/x?api_key={secret}&a={KEY}", **arguments)
        else:

            async def main():
                async with client.async_http_client() as http:
                    return await http.post(f"{url}/x?api_key={secret}&a={KEY}", **arguments)

            response = asyncio.run(main())
    assert response.json()["key"] == issued
    text = read_text(tmp_path)
    for hidden in (KEY, issued, token, secret, "ada"):
        assert hidden not in text
    assert '"prompt": "my key is ***"' in text


def test_a_request_with_another_key_is_still_matched(tmp_path):
    def send(cassette, key, url):
        return cassette.http_client().post(f"{url}/x?api_key={key}", json={"echo": key}, headers={"Authorization": key})

    with Loopback([http_response({"ok": True})]) as server:
        send(Cassette(tmp_path, "record"), "a-long-first-key", server.url)
    assert send(Cassette(tmp_path), "second-key-of-another-length", server.url).json() == {"ok": True}


@pytest.mark.parametrize("token", ["tok-123", "12|abcdefghijklmnopqrstuv", "a:b:c:dddddddddddddddddddd", "é!ß?"])
def test_a_token_response_of_any_form_is_recorded_without_its_tokens(token, tmp_path):
    issued = {"access_token": token, "refresh_token": "r:1", "id_token": f"id|{token}", "expires_in": 3600}
    body = {**issued, "token_type": "Bearer", "note": f"use {token}", "client": {"client_secret": 12345678}}
    service = Service("Pets", security_schemes={"flow": SecurityScheme("client_credentials", token_url="/token")})
    with Loopback(
        [http_response(body, x_token_hint=f"<{token}>")], [http_response({"echo": f"Bearer {token}"}), "repeat"]
    ) as server:
        flow = ClientCredentials("the client", "s3cr3t:of the client")
        http = Cassette(tmp_path, "record").client(service, base_url=server.url, auth=flow)
        if token.isascii():
            http.request("GET", "/dogs")
        else:  # cannot be sent, so it is only received
            Cassette(tmp_path, "record").http_client().get(f"{server.url}/token")
    first, *_ = read_files(tmp_path)
    hidden = dict.fromkeys(("access_token", "refresh_token", "id_token"), "***")
    assert first["response"]["json"] | hidden == first["response"]["json"]
    assert first["response"]["json"]["client"] == {"client_secret": "***"}
    assert first["response"]["json"]["token_type"] == "Bearer"
    assert first["response"]["json"]["expires_in"] == 3600
    text = read_text(tmp_path)
    for secret in (token if len(token) > 5 else f'"{token}"', "s3cr3t", '"r:1"', "12345678"):
        assert secret not in text


def test_ordinary_members_named_like_a_credential_are_kept(tmp_path):
    body = {"usage": {"total_tokens": 3}, "logprobs": [{"token": "Hello", "logprob": -0.1}], "key": "two words"}
    with Loopback([http_response(body)]) as server:
        Cassette(tmp_path, "record").http_client().get(f"{server.url}/x")
    assert Cassette(tmp_path).http_client().get(f"{server.url}/x").json() == body


def test_further_secrets_are_hidden_too(tmp_path):
    with Loopback([http_response(completion("Dear Ada Lovelace"))]) as server:
        ask(Cassette(tmp_path, "record", secrets=["Ada Lovelace"]), "sync", server.url, "I am Ada Lovelace")
    assert "Lovelace" not in read_text(tmp_path)
    assert ask(Cassette(tmp_path, secrets=["Ada Lovelace"]), "sync", server.url, "I am Ada Lovelace").text == "Dear ***"


def test_a_form_is_recorded_without_its_secrets(tmp_path):
    form = {"grant_type": "client_credentials", "client_secret": "s3cr3t", "a": "b c"}
    with Loopback([http_response({"access_token": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc"})]) as server:
        Cassette(tmp_path, "record").http_client().post(f"{server.url}/token", data=form)
    (file,) = read_files(tmp_path)
    assert file["request"]["text"] == "grant_type=client_credentials&client_secret=***&a=b+c"
    assert file["response"]["json"] == {"access_token": "***"}
    Cassette(tmp_path).http_client().post(f"{server.url}/token", data={**form, "client_secret": "other"})


def test_binary_bodies_are_kept_byte_for_byte(tmp_path):
    data = bytes(range(256))
    with Loopback([http_response(data, content_type="image/png")]) as server:
        Cassette(tmp_path, "record").http_client().post(
            f"{server.url}/x", content=data, headers={"Content-Type": "image/png"}
        )
    (file,) = read_files(tmp_path)
    assert base64.b64decode(file["request"]["base64"]) == data
    response = (
        Cassette(tmp_path).http_client().post(f"{server.url}/x", content=data, headers={"Content-Type": "image/png"})
    )
    assert response.content == data
    with pytest.raises(CassetteError):
        Cassette(tmp_path).http_client().post(
            f"{server.url}/x", content=data[1:], headers={"Content-Type": "image/png"}
        )


def test_a_multipart_form_is_matched_although_its_boundary_is_random(tmp_path):
    files = {"file": ("a.txt", b"content")}
    with Loopback([http_response({"ok": 1})]) as server:
        Cassette(tmp_path, "record").http_client().post(f"{server.url}/files", files=files)
    assert Cassette(tmp_path).http_client().post(f"{server.url}/files", files=files).json() == {"ok": 1}


@pytest.mark.parametrize(
    "body", [b'{"a": 1, "a": 2}', b"[NaN]", b'{"a": 1e999}', b'{"a": "\\ud800"}', b"not json", b'"text"']
)
def test_a_body_that_json_would_change_is_kept_as_text(body, tmp_path):
    with Loopback([http_response(body)]) as server:
        Cassette(tmp_path, "record").http_client().get(f"{server.url}/x")
    assert Cassette(tmp_path).http_client().get(f"{server.url}/x").content == body


def test_a_compressed_response_is_recorded_readable(tmp_path):
    import gzip

    packed = gzip.compress(json.dumps(completion("Paris")).encode())
    with Loopback([http_response(packed, content_encoding="gzip")]) as server:
        assert ask(Cassette(tmp_path, "record"), "sync", server.url).text == "Paris"
    (file,) = read_files(tmp_path)
    assert file["response"]["json"] == completion("Paris")
    assert ask(Cassette(tmp_path), "sync", server.url).text == "Paris"


@KINDS
def test_a_stream_that_was_cut_is_cut_again(kind, tmp_path):
    cut = [STREAM_HEAD, piece(event(chunk("Par"))), piece(b'data: {"choi'), "reset"]
    with Loopback(cut) as server, pytest.raises(IncompleteStreamError):
        ask(Cassette(tmp_path, "record"), kind, server.url, stream=True)
    (file,) = read_files(tmp_path)
    assert file["response"]["events"][-1]["raw"] == 'data: {"choi'
    assert file["response"]["ended"]["error"] in ("ReadError", "RemoteProtocolError")
    with pytest.raises(IncompleteStreamError) as caught:
        ask(Cassette(tmp_path), kind, server.url, stream=True)
    assert caught.value.partial.text == "Par"


def test_a_stream_that_the_client_closed_is_replayed_up_to_there(tmp_path):
    with Loopback(STREAM) as server:
        client = Cassette(tmp_path, "record").client(api_key=KEY, base_url=server.url)
        with client.chat.stream(**QUESTION) as stream:
            assert next(stream).text == "Par"
    with Cassette(tmp_path).client().chat.stream(**QUESTION) as stream:
        assert next(stream).text == "Par"
    with (
        Cassette(tmp_path).client().chat.stream(**QUESTION) as stream,
        pytest.raises(CassetteError, match="record it again"),
    ):
        list(stream)


def test_names_and_ids_of_events_are_kept(tmp_path):
    body = b'event: ping\nid: 7\nretry: 10\ndata: one\ndata: two\n\nid: 7\ndata: {"a": 1}\n\n'
    with Loopback([http_response(body, content_type="text/event-stream; charset=utf-8")]) as server:
        Cassette(tmp_path, "record").http_client().get(f"{server.url}/events")
    (file,) = read_files(tmp_path)
    first, second = file["response"]["events"]
    assert {**first, "at": 0} == {"at": 0, "event": "ping", "id": "7", "retry": 10, "data": "one\ntwo"}
    assert {**second, "at": 0} == {"at": 0, "json": {"a": 1}}
    replayed = Cassette(tmp_path).http_client().get(f"{server.url}/events").text
    assert replayed == 'event: ping\nid: 7\nretry: 10\ndata: one\ndata: two\n\ndata: {"a":1}\n\n'


def test_a_failed_connection_is_not_recorded(tmp_path):
    with Loopback([]) as server:
        url = server.url
    with pytest.raises(httpx.ConnectError):
        Cassette(tmp_path / "new", "record").http_client().get(f"{url}/x")
    assert not (tmp_path / "new").exists()


def test_an_invalid_file_is_named(tmp_path):
    (tmp_path / "001-get-x.json").write_text("{}")
    with pytest.raises(CassetteError, match=r"001-get-x.json is no recorded exchange: KeyError.* delete it"):
        Cassette(tmp_path).http_client().get("http://nowhere.example/x")
    request = {"method": "GET", "url": "http://nowhere.example/x"}
    broken = {"request": request, "response": {"status": 200, "base64": "!"}}
    (tmp_path / "001-get-x.json").write_text(json.dumps(broken))
    with pytest.raises(CassetteError, match=r"the body in .*001-get-x.json is invalid"):
        Cassette(tmp_path).http_client().get("http://nowhere.example/x")


def test_threads_record_into_files_of_their_own(tmp_path):
    responses = [http_response(completion("x")), "repeat"]
    with Loopback(responses) as server:
        cassette = Cassette(tmp_path, "record")
        client = cassette.client(api_key=KEY, base_url=server.url)

        def send(number):
            client.chat.send(model="m", messages=[user(str(number))])

        with ThreadPoolExecutor(8) as pool:
            list(pool.map(send, range(24)))
    files = read_files(tmp_path)
    assert sorted(int(file["request"]["json"]["messages"][0]["content"]) for file in files) == list(range(24))
    client = Cassette(tmp_path).client()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: client.chat.send(model="m", messages=[user(str(number))]), range(24)))


def test_intercepted_clients_are_recorded_over_their_own_connections(tmp_path):
    with Loopback(STREAM, STREAM) as server:
        with Cassette(tmp_path, "record").intercept(), OpenRouter(api_key=KEY, base_url=server.url) as client:
            assert client.chat.stream(**QUESTION).read_all().text == "Paris"

        async def main(mode):
            with Cassette(tmp_path / "async", mode).intercept():
                async with AsyncOpenRouter(api_key=KEY, base_url=server.url) as client:
                    return (await client.chat.stream(**QUESTION).read_all()).text

        assert asyncio.run(main("record")) == "Paris"
        assert server.connections == 2
    assert asyncio.run(main("replay")) == "Paris"
    with Cassette(tmp_path).intercept(), OpenRouter(api_key="another-key") as client:
        assert client.chat.stream(**QUESTION).read_all().text == "Paris"


def test_an_interrupted_write_leaves_the_old_file(tmp_path, monkeypatch):
    with Loopback([http_response(completion("old"))], [http_response(completion("new"))]) as server:
        ask(Cassette(tmp_path, "record"), "sync", server.url)
        before = read_text(tmp_path)

        def fail(self, target):
            raise KeyboardInterrupt

        monkeypatch.setattr(Path, "replace", fail)
        with pytest.raises(KeyboardInterrupt):
            ask(Cassette(tmp_path, "missing"), "sync", server.url, "another")
    assert read_text(tmp_path) == before


def test_the_requests_of_a_cassette_are_listed(tmp_path):
    with Loopback([http_response(completion("x"))]) as server:
        cassette = Cassette(tmp_path, "record")
        ask(cassette, "sync", server.url)
    (request,) = cassette.requests
    assert (request.text, request.headers["authorization"]) == ("Capital of France?", "Bearer ***")
    assert repr(cassette) == f"Cassette({str(tmp_path)!r}, 'record')"
