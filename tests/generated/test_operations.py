"""Operations: what is sent, and how the answer is read, as frozen data."""

from __future__ import annotations

import json
import pickle
from datetime import UTC, datetime
from typing import Any

import pytest

from openrouterkit_api import UNSET, DecodeError, PagedOperation, StreamingOperation, models, operations
from openrouterkit_runtime.responses import Responses, decode_text
from openrouterkit_runtime.endpoint import Body, Endpoint
from openrouterkit_runtime.operation import Operation
from openrouterkit_runtime.pagination import Pagination
from openrouterkit_runtime.json import decode, encode

send = operations.chat.send
JSON = {"content-type": "application/json"}
HELLO = {"model": "m", "messages": [{"role": "user", "content": "hi"}]}


def endpoint(**members: Any) -> Endpoint[Any]:
    stated = {"id": "x", "name": "x", "method": "GET", "path": "/x", "kind": Operation, "responses": Responses(), **members}
    return Endpoint(**stated)


def nested(depth: int) -> Any:
    value: Any = None
    for _ in range(depth):
        value = {"a": [value]}
    return value


def called(shape: Endpoint, body: Any = None, **params: Any) -> Operation[Any]:
    return Operation.of(shape, body, params)


class TestBody:
    def test_models_dicts_and_plain_values_mix(self) -> None:
        sent = send(model="m", messages=[models.ChatUserMessage(content="a"), {"role": "user", "content": "b"}])
        assert [each["content"] for each in sent.body["messages"]] == ["a", "b"]

    def test_absent_stays_absent_none_is_null_and_unset_is_absent(self) -> None:
        assert send(**HELLO, temperature=None, seed=UNSET).body == {**HELLO, "temperature": None}

    def test_unknown_members_and_values_reach_the_wire(self) -> None:
        extra: Any = {"effort": "heroic", "aura": 9}
        assert send(**HELLO, reasoning=extra).body["reasoning"] == extra

    def test_keywords_go_over_a_body_given_whole_and_extra_body_over_both(self) -> None:
        sent = send({**HELLO, "seed": 1}, seed=2, extra_body={"model": "n", "new": [1]})
        assert sent.body == {**HELLO, "seed": 2, "model": "n", "new": [1]}

    def test_a_required_member_may_come_by_extra_body(self) -> None:
        assert send(model="m", extra_body={"messages": []}).body == {"model": "m", "messages": []}

    def test_the_body_is_the_operation_s_own(self) -> None:
        messages: list[Any] = [{"role": "user", "content": "a"}]
        sent = send(model="m", messages=messages)
        messages[0]["content"] = "b"
        assert sent.body["messages"][0]["content"] == "a"

    def test_asking_for_the_stream_changes_a_copy(self) -> None:
        sent = send(**HELLO)
        assert (sent.with_stream().body, sent.body) == ({**HELLO, "stream": True}, HELLO)
        assert isinstance(sent, StreamingOperation)

    def test_it_is_encoded_as_compact_json(self) -> None:
        assert send(**HELLO).encode() == b'{"messages":[{"role":"user","content":"hi"}],"model":"m"}'

    def test_what_is_not_finite_is_refused_before_it_is_sent(self) -> None:
        with pytest.raises(ValueError, match="not JSON numbers"):
            send(**HELLO, temperature=float("nan"), stop=None).encode()

    def test_what_has_no_json_form_is_refused(self) -> None:
        with pytest.raises(TypeError, match="object has no JSON form"):
            send(**HELLO, user=object())  # type: ignore[arg-type]

    def test_bytes_are_sent_as_they_are(self) -> None:
        sent = called(endpoint(body=Body("audio/wav", needed=True)), b"RIFF")
        assert (sent.encode(), sent.media_type) == (b"RIFF", "audio/wav")

    @pytest.mark.parametrize(
        ("media_type", "body", "sent"),
        [
            ("application/vnd.x+json", {"a": 1}, b'{"a":1}'),
            ("application/x-www-form-urlencoded", {"a": [1, "b c"], "d": None}, b"a=1&a=b+c"),
            ("text/plain", "ü", "ü".encode()),
        ],
    )
    def test_it_is_written_as_its_media_type_wants_it(self, media_type: str, body: Any, sent: bytes) -> None:
        assert called(endpoint(body=Body(media_type)), body).encode() == sent

    def test_a_media_type_that_wants_bytes_says_so(self) -> None:
        with pytest.raises(TypeError, match="a body of audio/wav is given as bytes, not as dict"):
            called(endpoint(body=Body("audio/wav")), {"a": 1}).encode()

    def test_a_body_that_must_be_given_whole_is(self) -> None:
        with pytest.raises(TypeError, match=r"x\(\) is missing 'body'"):
            called(endpoint(body=Body("application/json", needed=True)))

    def test_extra_body_where_the_contract_has_none_is_json(self) -> None:
        sent = called(endpoint(), extra_body={"a": 1})
        assert (sent.body, sent.media_type) == ({"a": 1}, "application/json")

    def test_nothing_is_sent_where_there_is_nothing(self) -> None:
        sent = operations.models.list()
        assert (sent.encode(), sent.media_type) == (None, None)

    def test_its_repr_names_the_endpoint_and_leaves_out_how_answers_are_read(self) -> None:
        shown = repr(operations.models.list())
        assert shown == "PagedOperation(endpoint=getModels, path='/models', query=(), headers={})"


class TestKeywords:
    def test_an_unknown_one_is_named(self) -> None:
        with pytest.raises(TypeError, match=r"send\(\) got an unexpected keyword argument 'temprature'"):
            send(**HELLO, temprature=1)  # type: ignore[call-arg]

    def test_of_an_endpoint_an_unknown_one_gets_a_suggestion_or_is_pointed_to_extra_body(self) -> None:
        with pytest.raises(TypeError, match=r"chat.send\(\) does not take 'temprature'; did you mean 'temperature'\?"):
            Operation.of(send(**HELLO).endpoint, None, {**HELLO, "temprature": 1})
        with pytest.raises(TypeError, match=r"in extra_body=\{...\}"):
            Operation.of(send(**HELLO).endpoint, None, {**HELLO, "xyzzy": 1})
        with pytest.raises(TypeError, match=r"in extra_query=\{...\}"):
            Operation.of(operations.models.list().endpoint, None, {"xyzzy": 1})

    def test_a_missing_one_is_named(self) -> None:
        with pytest.raises(TypeError, match=r"get\(\) missing 1 required keyword-only argument: 'slug'"):
            operations.models.get(author="openai")  # type: ignore[call-arg]
        with pytest.raises(TypeError, match=r"^models\.get\(\) is missing 'slug'"):
            operations.models.get(author="openai", slug=UNSET)

    @pytest.mark.parametrize("given", ["hi", {"role": "user"}, models.ChatUserMessage(content="hi")])
    def test_one_that_takes_a_list_refuses_anything_else(self, given: Any) -> None:
        with pytest.raises(TypeError, match=r"^chat\.send\(\) takes messages as a list, messages=\[\.\.\.\], not "):
            send(messages=given)

    def test_a_missing_member_is_named(self) -> None:
        with pytest.raises(TypeError, match=r"^chat\.send\(\) is missing 'messages'"):
            send(model="m")


class TestPath:
    def test_parameters_are_encoded_as_one_segment(self) -> None:
        path = operations.models.get(author="a/b ü", slug="x:free?").path
        assert path == "/model/a%2Fb%20%C3%BC/x%3Afree%3F"

    @pytest.mark.parametrize("value", ["", ".", "..", None])
    def test_one_that_would_lead_elsewhere_is_refused(self, value: Any) -> None:
        with pytest.raises(ValueError, match="is not valid in the path"):
            operations.models.get(author=value, slug="x")

    def test_none_is_told_as_the_none_it_is(self) -> None:
        with pytest.raises(ValueError, match=r"^author=None is not valid in the path /model/\{author\}/\{slug\}: give"):
            operations.models.get(author=None, slug="x")  # type: ignore[arg-type]

    def test_a_value_is_not_filled_in_again(self) -> None:
        shape = endpoint(path="/{a}/{b}", path_params={"a": "a", "b": "b"}, required=("a", "b"))
        assert called(shape, a="{b}", b=1).path == "/%7Bb%7D/1"


class TestQuery:
    @pytest.mark.parametrize(
        ("style", "given", "pairs"),
        [
            ("comma", ["a", None, 2], (("q", "a,2"),)),
            ("space", ["a", "b"], (("q", "a b"),)),
            ("pipe", ["a", "b"], (("q", "a|b"),)),
            ("pipe", [], ()),
            ("comma", {"a": 1, "b": True}, (("q", "a,1,b,true"),)),
            ("members", {"a": 1, "b": ["x", "y"]}, (("a", "1"), ("b", "x"), ("b", "y"))),
            ("deep", {"a": 1, "b": {"c": "x"}}, (("q[a]", "1"), ("q[b][c]", "x"))),
            ("deep", "text", (("q", "text"),)),
            ("deep", None, ()),
            ("deep", UNSET, ()),
        ],
    )
    def test_lists_and_objects_are_written_as_their_style_says(self, style: str, given: Any, pairs: Any) -> None:
        shape = endpoint(query_params={"query": "q"}, query_styles={"q": style})
        assert called(shape, query=given).query == pairs

    @pytest.mark.parametrize(
        ("value", "pairs"),
        [
            ("a b&c", (("q", "a b&c"),)),
            (True, (("q", "true"),)),
            (False, (("q", "false"),)),
            (3, (("q", "3"),)),
            (0.5, (("q", "0.5"),)),
            ([1, "a"], (("q", "1"), ("q", "a"))),
            ([None, "a", UNSET], (("q", "a"),)),
            ([None], ()),
            ([], ()),
            (None, ()),
            (UNSET, ()),
            ("", (("q", ""),)),
            (datetime(2026, 8, 22, tzinfo=UTC), (("q", "2026-08-22T00:00:00+00:00"),)),
            ({"a": [1]}, (("q", '{"a":[1]}'),)),
        ],
    )
    def test_a_value_is_written_as_services_read_it(self, value: Any, pairs: tuple[tuple[str, str], ...]) -> None:
        assert called(endpoint(query_params={"q": "q"}), q=value).query == pairs

    def test_extra_query_goes_over_the_parameters_and_takes_one_away_by_none(self) -> None:
        sent = operations.models.list(q="a", limit=5, extra_query={"q": "b", "limit": None, "new": True})
        assert sent.query == (("q", "b"), ("new", "true"))


class TestHeaders:
    def test_parameters_and_extra_headers_are_merged_whatever_their_case(self) -> None:
        sent = send(
            **HELLO, x_open_router_cache=True, extra_headers={"x-openrouter-cache": "no", "X-New": "1", "X-Off": None}
        )
        assert sent.headers == {"x-openrouter-cache": "no", "X-New": "1", "X-Off": None}

    def test_what_the_caller_sets_to_none_is_left_out_of_what_every_call_has(self) -> None:
        arguments = send(**HELLO, extra_headers={"authorization": None, "X-Off": None}).httpx_arguments("http://x", "k")
        assert arguments["headers"] == {"Accept": "application/json", "Content-Type": "application/json"}

    def test_a_list_is_one_value_with_commas(self) -> None:
        assert called(endpoint(header_params={"h": "H"}), h=["a", None, True]).headers == {"H": "a,true"}

    def test_what_the_caller_says_wins_over_what_every_call_has(self) -> None:
        sent = send(**HELLO, extra_headers={"accept": "*/*", "authorization": "Bearer mine", "content-type": "x/y"})
        given = sent.httpx_arguments("https://x", "key")["headers"]
        assert given == {"accept": "*/*", "authorization": "Bearer mine", "content-type": "x/y"}

    def test_a_call_that_needs_no_key_sends_none(self) -> None:
        assert "Authorization" not in called(endpoint(needs_key=False)).httpx_arguments("https://x", "key")["headers"]


class TestAnswers:
    @pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 408, 413, 422, 429, 500, 502, 503, 524, 529])
    def test_a_failure_is_read_as_an_error_that_keeps_all_it_says(self, status: int) -> None:
        data = {"error": {"code": status, "message": "no", "metadata": {"raw": "x"}}, "user_id": None}
        read = send(**HELLO).read(status, JSON, json.dumps(data).encode())
        if isinstance(read, dict):
            assert read == data
        else:
            assert (read.error.code, read.to_dict()) == (status, data)

    @pytest.mark.parametrize("status", [400, 401, 402, 429, 500, 502, 503, 524, 529])
    def test_a_status_the_contract_states_has_a_model(self, status: int) -> None:
        read = send(**HELLO).read(status, JSON, b'{"error": {"code": 1, "message": "no"}}')
        assert type(read).__name__.endswith("Response")

    def test_a_status_it_does_not_state_is_plain_json(self) -> None:
        assert send(**HELLO).read(599, JSON, b'{"a": 1}') == {"a": 1}

    def test_a_class_of_statuses_and_the_default_are_fallen_back_to(self) -> None:
        answers = Responses(
            {"404": {"application/json": lambda _: "own"}, "4XX": {"application/json": lambda _: "class"}}
        )
        some = Responses({**answers.by_status, "default": {"application/json": lambda _: "default"}})
        assert [some.read(status, JSON, b"1") for status in (404, 418, 599)] == ["own", "class", "default"]

    @pytest.mark.parametrize(
        ("content_type", "body", "read"),
        [
            ("application/json", b"", None),
            ("application/json", b" \n", None),
            ("application/problem+json; charset=utf-8", b'{"a":1}', {"a": 1}),
            ("text/html; charset=latin-1", b"\xfc", "ü"),
            ("text/html; charset=hex", b"ab", "ab"),
            ("text/html; charset=nonsense", "ü".encode(), "ü"),
            ("text/plain", b" ", " "),
            ("image/png", b"\x89PNG", b"\x89PNG"),
            ("", b"<html>", b"<html>"),
            ("", b'{"a":1}', {"a": 1}),
        ],
    )
    def test_what_nobody_stated_is_read_as_its_content_type_says(
        self, content_type: str, body: bytes, read: Any
    ) -> None:
        assert send(**HELLO).read(599, {"Content-Type": content_type} if content_type else {}, body) == read

    @pytest.mark.parametrize("headers", [JSON, {}])
    def test_a_success_that_is_not_the_json_it_must_be_is_a_decode_error(self, headers: dict[str, str]) -> None:
        with pytest.raises(DecodeError) as caught:
            send(**HELLO).read(200, headers, b"<html>")
        assert caught.value.body == b"<html>"

    def test_white_space_before_the_json_is_kept_alive_not_content(self) -> None:
        assert send(**HELLO).read(200, JSON, b"\n\n  \n" + b'{"id": "gen-1"}').id == "gen-1"

    def test_a_body_is_text_in_the_charset_its_headers_state(self) -> None:
        assert decode_text(b"\xfc", {"Content-Type": "text/html; charset=latin-1"}) == "ü"
        assert decode_text(b"\xfc", {}) == "\ufffd"

    def test_an_answer_for_no_status_at_all_is_no_success(self) -> None:
        assert Responses({"": {"text/plain": None}}).accept == "application/json"

    def test_json_is_asked_for(self) -> None:
        assert send(**HELLO).accept == "application/json"
        assert operations.models.list().accept == "application/json"


class TestPaging:
    def page(self, count: int, **members: Any) -> Any:
        return models.ModelsListResponse.from_dict({"data": [{"id": str(each)} for each in range(count)], **members})

    def test_the_next_page_begins_where_this_one_ends(self) -> None:
        first = operations.models.list(limit=2, q="x")
        assert isinstance(first, PagedOperation)
        second = first.next(self.page(2, total_count=3))
        assert second is not None
        assert dict(second.query) == {"limit": "2", "q": "x", "offset": "2"}
        assert second.next(self.page(1, total_count=3)) is None

    def test_its_items_are_models(self) -> None:
        (item,) = operations.models.list().items(self.page(1))
        assert type(item) is models.Model

    @pytest.mark.parametrize(
        "members", [{"total_count": 2}, {"links": {"next": None}}], ids=["total reached", "no link to a next one"]
    )
    def test_the_last_page_says_so(self, members: dict[str, Any]) -> None:
        assert operations.models.list(limit=2).next(self.page(2, **members)) is None

    def test_an_empty_page_and_one_shorter_than_the_limit_are_the_last(self) -> None:
        assert operations.models.list(limit=2).next(self.page(1)) is None
        assert operations.models.list().next(self.page(0, total_count=9)) is None

    def test_a_parameter_that_comes_several_times_stays_so(self) -> None:
        shape = endpoint(query_params={"c": "c"}, paging=Pagination(("data",), offset="offset"))
        first: PagedOperation[Any, Any] = PagedOperation.of(shape, None, {"c": ["a", "b"]})
        second = first.next({"data": [1, 2]})
        assert second is not None
        assert second.query == (("c", "a"), ("c", "b"), ("offset", "2"))

    def test_a_cursor_leads_on_until_it_repeats_or_ends(self) -> None:
        shape = endpoint(query_params={}, paging=Pagination(("data",), cursor="after", next_cursor=("meta", "next")))
        first: PagedOperation[Any, Any] = PagedOperation.of(shape, None, {})
        second = first.next({"data": [1], "meta": {"next": "k"}})
        assert second is not None
        assert second.query == (("after", "k"),)
        assert [second.next({"data": [1], "meta": {"next": end}}) for end in ("k", None, "")] == [None, None, None]

    def test_a_page_that_is_not_what_it_should_be_is_the_last(self) -> None:
        first: PagedOperation[Any, Any] = operations.models.list()
        assert [(first.items(page), first.next(page)) for page in (None, [], "x", {"data": 3})] == [([], None)] * 4


class TestAsValues:
    def test_an_operation_is_frozen_equal_by_value_and_pickled(self) -> None:
        sent = send(**HELLO)
        assert pickle.loads(pickle.dumps(sent)).body == sent.body
        assert sent == send(**HELLO)
        with pytest.raises(AttributeError):
            sent.path = "/elsewhere"  # type: ignore[misc]


class TestJson:
    @pytest.mark.parametrize("value", [None, True, 10**30, 1.5, "ü\ud800", [], {"a": [None, {"b": "c"}]}])
    def test_a_value_survives(self, value: Any) -> None:
        assert decode(encode(value)) == value

    @pytest.mark.parametrize("value", [float("nan"), [float("inf")], {"a": {"b": float("-inf")}}])
    def test_what_is_not_finite_is_refused(self, value: Any) -> None:
        with pytest.raises(ValueError, match="not JSON numbers"):
            encode(value)

    def test_a_value_nested_too_deeply_for_json_is_told_so(self) -> None:
        with pytest.raises(ValueError, match="nested too deeply to be written as JSON"):
            encode(nested(20_000))
        with pytest.raises(ValueError, match="not JSON numbers"):
            encode([None, float("nan"), nested(400)])

    @pytest.mark.parametrize("depth", [100, 400])
    def test_a_body_may_be_nested_deeply(self, depth: int) -> None:
        assert send(**HELLO, metadata=nested(depth)).encode()

    def test_a_body_that_contains_itself_is_refused(self) -> None:
        metadata: Any = {}
        metadata.update(a=metadata, b=[metadata])
        with pytest.raises(ValueError, match="the data contains itself"):
            send(**HELLO, metadata=metadata)

    @pytest.mark.parametrize("text", [b"[" * 100_000, b"\xff", b"{]", "NaNa"])
    def test_what_is_not_json_is_a_decode_error(self, text: bytes | str) -> None:
        with pytest.raises(DecodeError):
            decode(text)

    def test_a_decode_error_keeps_the_beginning_through_pickle(self) -> None:
        error = pickle.loads(pickle.dumps(DecodeError("not JSON", b"x" * 5000)))
        assert (str(error), len(error.body)) == ("not JSON", 2000)
