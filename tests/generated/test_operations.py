"""Operations: the request, the decoding of the response, paging and JSON."""

from __future__ import annotations

import json
import pickle
from datetime import UTC, datetime
from typing import Any

import pytest

from openrouterkit_api import UNSET, DecodeError, PagedOperation, StreamingOperation, models, operations
from openrouterkit_runtime.endpoint import Body, Endpoint
from openrouterkit_runtime.json import decode, encode
from openrouterkit_runtime.operation import Operation
from openrouterkit_runtime.pagination import Pagination
from openrouterkit_runtime.responses import Responses, decode_text

send = operations.chat.send
JSON = {"content-type": "application/json"}
HELLO = {"model": "m", "messages": [{"role": "user", "content": "hi"}]}


def make_endpoint(**members: Any) -> Endpoint[Any]:
    defaults = {
        "id": "x",
        "name": "x",
        "method": "GET",
        "path": "/x",
        "kind": Operation,
        "responses": Responses(),
        **members,
    }
    return Endpoint(**defaults)


def nest(depth: int) -> Any:
    value: Any = None
    for _ in range(depth):
        value = {"a": [value]}
    return value


def make_call(shape: Endpoint, body: Any = None, **params: Any) -> Operation[Any]:
    return Operation.of(shape, body, params)


class TestBody:
    def test_models_and_dicts_may_be_mixed(self) -> None:
        sent = send(model="m", messages=[models.ChatUserMessage(content="a"), {"role": "user", "content": "b"}])
        assert [each["content"] for each in sent.body["messages"]] == ["a", "b"]

    def test_none_is_null_and_unset_is_omitted(self) -> None:
        assert send(**HELLO, temperature=None, seed=UNSET).body == {**HELLO, "temperature": None}

    def test_unknown_members_and_values_are_sent(self) -> None:
        extra: Any = {"effort": "heroic", "aura": 9}
        assert send(**HELLO, reasoning=extra).body["reasoning"] == extra

    def test_keywords_override_the_whole_body_and_extra_body_overrides_both(self) -> None:
        sent = send({**HELLO, "seed": 1}, seed=2, extra_body={"model": "n", "new": [1]})
        assert sent.body == {**HELLO, "seed": 2, "model": "n", "new": [1]}

    def test_extra_body_may_contain_a_required_member(self) -> None:
        assert send(model="m", extra_body={"messages": []}).body == {"model": "m", "messages": []}

    def test_changing_an_argument_later_does_not_change_the_body(self) -> None:
        messages: list[Any] = [{"role": "user", "content": "a"}]
        sent = send(model="m", messages=messages)
        messages[0]["content"] = "b"
        assert sent.body["messages"][0]["content"] == "a"

    def test_with_stream_returns_a_copy(self) -> None:
        sent = send(**HELLO)
        assert (sent.with_stream().body, sent.body) == ({**HELLO, "stream": True}, HELLO)
        assert isinstance(sent, StreamingOperation)

    def test_a_body_is_encoded_as_compact_json(self) -> None:
        assert send(**HELLO).encode() == b'{"messages":[{"role":"user","content":"hi"}],"model":"m"}'

    def test_a_body_with_nan_is_rejected(self) -> None:
        with pytest.raises(ValueError, match="not valid JSON numbers"):
            send(**HELLO, temperature=float("nan"), stop=None).encode()

    def test_a_body_that_is_not_json_serializable_is_rejected(self) -> None:
        with pytest.raises(TypeError, match="object is not JSON serializable"):
            send(**HELLO, user=object())  # type: ignore[arg-type]  # an invalid argument

    def test_bytes_are_sent_unchanged(self) -> None:
        sent = make_call(make_endpoint(body=Body("audio/wav", needed=True)), b"RIFF")
        assert (sent.encode(), sent.media_type) == (b"RIFF", "audio/wav")

    @pytest.mark.parametrize(
        ("media_type", "body", "sent"),
        [
            ("application/vnd.x+json", {"a": 1}, b'{"a":1}'),
            ("text/json", {"a": 1}, b'{"a":1}'),
            ("application/x-www-form-urlencoded", {"a": [1, "b c"], "d": None}, b"a=1&a=b+c"),
            ("text/plain", "ü", "ü".encode()),
        ],
    )
    def test_a_body_is_encoded_for_its_media_type(self, media_type: str, body: Any, sent: bytes) -> None:
        assert make_call(make_endpoint(body=Body(media_type)), body).encode() == sent

    def test_a_body_of_another_media_type_must_be_bytes(self) -> None:
        with pytest.raises(TypeError, match="a body of media type audio/wav must be bytes, got dict"):
            make_call(make_endpoint(body=Body("audio/wav")), {"a": 1}).encode()

    def test_a_required_body_without_members_must_be_passed(self) -> None:
        with pytest.raises(TypeError, match=r"x\(\) missing required argument: 'body'"):
            make_call(make_endpoint(body=Body("application/json", needed=True)))

    def test_extra_body_is_json_if_the_contract_has_no_body(self) -> None:
        sent = make_call(make_endpoint(), extra_body={"a": 1})
        assert (sent.body, sent.media_type) == ({"a": 1}, "application/json")

    def test_an_operation_without_a_body_sends_none(self) -> None:
        sent = operations.models.list()
        assert (sent.encode(), sent.media_type) == (None, None)

    def test_repr_shows_the_id_of_the_endpoint(self) -> None:
        shown = repr(operations.models.list())
        assert shown == "PagedOperation(endpoint=getModels, path='/models', query=(), headers=[])"


class TestKeywords:
    def test_an_unknown_keyword_raises_type_error(self) -> None:
        with pytest.raises(TypeError, match=r"send\(\) got an unexpected keyword argument 'temprature'"):
            send(**HELLO, temprature=1)  # type: ignore[call-arg]  # a misspelt name

    def test_the_error_for_an_unknown_argument_has_a_suggestion(self) -> None:
        message = r"chat.send\(\) got an unexpected keyword argument 'temprature'; did you mean 'temperature'\?"
        with pytest.raises(TypeError, match=message):
            Operation.of(send(**HELLO).endpoint, None, {**HELLO, "temprature": 1})
        with pytest.raises(TypeError, match=r"in extra_body=\{...\}"):
            Operation.of(send(**HELLO).endpoint, None, {**HELLO, "xyzzy": 1})
        with pytest.raises(TypeError, match=r"in extra_query=\{...\}"):
            Operation.of(operations.models.list().endpoint, None, {"xyzzy": 1})

    def test_the_error_for_a_missing_keyword_names_it(self) -> None:
        with pytest.raises(TypeError, match=r"get\(\) missing 1 required keyword-only argument: 'slug'"):
            operations.models.get(author="openai")  # type: ignore[call-arg]  # slug is missing
        with pytest.raises(TypeError, match=r"^models\.get\(\) missing required argument: 'slug'"):
            operations.models.get(author="openai", slug=UNSET)

    @pytest.mark.parametrize("value", ["hi", {"role": "user"}, models.ChatUserMessage(content="hi")])
    def test_a_keyword_that_requires_a_list_rejects_other_values(self, value: Any) -> None:
        with pytest.raises(TypeError, match=r"^chat\.send\(\) expects a list for messages, got \w+; pass messages=\["):
            send(messages=value)

    def test_the_error_for_a_missing_member_names_it(self) -> None:
        with pytest.raises(TypeError, match=r"^chat\.send\(\) missing required argument: 'messages'"):
            send(model="m")


class TestPath:
    def test_a_path_parameter_is_encoded_as_one_segment(self) -> None:
        path = operations.models.get(author="a/b ü", slug="x:free?").path
        assert path == "/model/a%2Fb%20%C3%BC/x%3Afree%3F"

    @pytest.mark.parametrize("value", ["", ".", "..", None])
    def test_a_path_parameter_that_changes_the_path_is_rejected(self, value: Any) -> None:
        with pytest.raises(ValueError, match="invalid path parameter author="):
            operations.models.get(author=value, slug="x")

    def test_the_error_for_a_path_parameter_shows_its_value_and_the_path(self) -> None:
        with pytest.raises(
            ValueError,
            match=r"^models\.get\(\): invalid path parameter author=None for /model/\{author\}/\{slug\}; pass",
        ):
            operations.models.get(author=None, slug="x")  # type: ignore[arg-type]  # an invalid argument

    def test_a_placeholder_in_a_value_is_not_replaced(self) -> None:
        shape = make_endpoint(path="/{a}/{b}", path_params={"a": "a", "b": "b"}, required=("a", "b"))
        assert make_call(shape, a="{b}", b=1).path == "/%7Bb%7D/1"


class TestQuery:
    @pytest.mark.parametrize(
        ("style", "value", "pairs"),
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
    def test_lists_and_objects_are_written_in_their_style(self, style: str, value: Any, pairs: Any) -> None:
        shape = make_endpoint(query_params={"query": "q"}, query_styles={"q": style})
        assert make_call(shape, query=value).query == pairs

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
    def test_values_without_a_style_are_written_as_pairs(self, value: Any, pairs: tuple[tuple[str, str], ...]) -> None:
        assert make_call(make_endpoint(query_params={"q": "q"}), q=value).query == pairs

    def test_extra_query_overrides_parameters_and_removes_them_with_none(self) -> None:
        sent = operations.models.list(q="a", limit=5, extra_query={"q": "b", "limit": None, "new": True})
        assert sent.query == (("q", "b"), ("new", "true"))

    @pytest.mark.parametrize("value", [b"x", {1, 2}, frozenset("ab"), [b"x"]])
    def test_values_of_extra_query_are_rejected_like_those_of_bodies_with_their_place(self, value: Any) -> None:
        with pytest.raises(
            ValueError, match=r"^models\.count\(\): extra_query\.a.*: \w+ is not JSON serializable; pass"
        ):
            operations.models.count(extra_query={"a": value})
        with pytest.raises(ValueError, match=r"^models\.list\(\): q: set is not JSON serializable; pass a list"):
            operations.models.list(q={"a"})  # type: ignore[arg-type]  # invalid on purpose


class TestHeaders:
    def test_extra_headers_override_parameters_without_regard_to_case(self) -> None:
        sent = send(
            **HELLO, x_open_router_cache=True, extra_headers={"x-openrouter-cache": "no", "X-New": "1", "X-Off": None}
        )
        assert sent.headers == {"x-openrouter-cache": "no", "X-New": "1", "X-Off": None}

    def test_none_in_extra_headers_removes_a_header(self) -> None:
        arguments = send(**HELLO, extra_headers={"authorization": None, "X-Off": None}).httpx_arguments("http://x", "k")
        assert arguments["headers"] == {"Accept": "application/json", "Content-Type": "application/json"}

    def test_items_of_a_list_are_joined_by_commas(self) -> None:
        assert make_call(make_endpoint(header_params={"h": "H"}), h=["a", None, True]).headers == {"H": "a,true"}

    def test_extra_headers_override_the_standard_headers(self) -> None:
        sent = send(**HELLO, extra_headers={"accept": "*/*", "authorization": "Bearer mine", "content-type": "x/y"})
        headers = sent.httpx_arguments("https://x", "key")["headers"]
        assert headers == {"accept": "*/*", "authorization": "Bearer mine", "content-type": "x/y"}

    def test_an_operation_that_needs_no_key_sends_none(self) -> None:
        assert (
            "Authorization"
            not in make_call(make_endpoint(security=((),))).httpx_arguments("https://x", "key")["headers"]
        )


class TestResponses:
    @pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 408, 413, 422, 429, 500, 502, 503, 524, 529])
    def test_an_error_response_is_decoded_and_preserved(self, status: int) -> None:
        data = {"error": {"code": status, "message": "no", "metadata": {"raw": "x"}}, "user_id": None}
        decoded = send(**HELLO).read(status, JSON, json.dumps(data).encode())
        if isinstance(decoded, dict):
            assert decoded == data
        else:
            assert (decoded.error.code, decoded.to_dict()) == (status, data)

    @pytest.mark.parametrize("status", [400, 401, 402, 429, 500, 502, 503, 524, 529])
    def test_a_status_in_the_contract_has_a_model(self, status: int) -> None:
        decoded = send(**HELLO).read(status, JSON, b'{"error": {"code": 1, "message": "no"}}')
        assert type(decoded).__name__.endswith("Response")

    def test_another_status_returns_plain_json(self) -> None:
        assert send(**HELLO).read(599, JSON, b'{"a": 1}') == {"a": 1}

    def test_decoders_of_a_class_of_statuses_and_the_default_are_fallbacks(self) -> None:
        exact = Responses(
            {"404": {"application/json": lambda _: "own"}, "4XX": {"application/json": lambda _: "class"}}
        )
        responses = Responses({**exact.by_status, "default": {"application/json": lambda _: "default"}})
        assert [responses.read(status, JSON, b"1") for status in (404, 418, 599)] == ["own", "class", "default"]

    @pytest.mark.parametrize(
        ("content_type", "body", "decoded"),
        [
            ("application/json", b"", None),
            ("application/json", b" \n", None),
            ("application/problem+json; charset=utf-8", b'{"a":1}', {"a": 1}),
            ("text/json; charset=utf-8", b'{"a":1}', {"a": 1}),
            ("text/html; charset=latin-1", b"\xfc", "ü"),
            ("text/html; charset=hex", b"ab", "ab"),
            ("text/html; charset=nonsense", "ü".encode(), "ü"),
            ("text/plain", b" ", " "),
            ("image/png", b"\x89PNG", b"\x89PNG"),
            ("", b"<html>", b"<html>"),
            ("", b'{"a":1}', {"a": 1}),
        ],
    )
    def test_a_response_without_a_model_is_decoded_by_its_content_type(
        self, content_type: str, body: bytes, decoded: Any
    ) -> None:
        assert send(**HELLO).read(599, {"Content-Type": content_type} if content_type else {}, body) == decoded

    @pytest.mark.parametrize("headers", [JSON, {}])
    def test_a_success_that_is_not_valid_json_raises_decode_error(self, headers: dict[str, str]) -> None:
        with pytest.raises(DecodeError) as caught:
            send(**HELLO).read(200, headers, b"<html>")
        assert caught.value.body == b"<html>"

    def test_white_space_before_json_is_ignored(self) -> None:
        assert send(**HELLO).read(200, JSON, b"\n\n  \n" + b'{"id": "gen-1"}').id == "gen-1"

    def test_decode_text_uses_the_charset_of_the_content_type(self) -> None:
        assert decode_text(b"\xfc", {"Content-Type": "text/html; charset=latin-1"}) == "ü"
        assert decode_text(b"\xfc", {}) == "\ufffd"

    def test_accept_ignores_responses_without_a_status(self) -> None:
        assert Responses({"": {"text/plain": None}}).accept == "application/json"

    def test_accept_is_json_for_json_responses(self) -> None:
        assert send(**HELLO).accept == "application/json"
        assert operations.models.list().accept == "application/json"


class TestPaging:
    def page(self, count: int, **members: Any) -> Any:
        return models.ModelsListResponse.from_dict({"data": [{"id": str(each)} for each in range(count)], **members})

    def test_the_offset_of_the_next_page_is_the_end_of_this_page(self) -> None:
        first = operations.models.list(limit=2, q="x")
        assert isinstance(first, PagedOperation)
        second = first.next(self.page(2, total_count=3))
        assert second is not None
        assert dict(second.query) == {"limit": "2", "q": "x", "offset": "2"}
        assert second.next(self.page(1, total_count=3)) is None

    def test_items_of_a_page_are_models(self) -> None:
        (item,) = operations.models.list().items(self.page(1))
        assert type(item) is models.Model

    @pytest.mark.parametrize(
        "members", [{"total_count": 2}, {"links": {"next": None}}], ids=["total reached", "no next link"]
    )
    def test_total_count_and_links_mark_the_last_page(self, members: dict[str, Any]) -> None:
        assert operations.models.list(limit=2).next(self.page(2, **members)) is None

    def test_a_page_that_is_empty_or_shorter_than_the_limit_is_the_last(self) -> None:
        assert operations.models.list(limit=2).next(self.page(1)) is None
        assert operations.models.list().next(self.page(0, total_count=9)) is None

    def test_a_repeated_query_parameter_is_preserved(self) -> None:
        shape = make_endpoint(query_params={"c": "c"}, paging=Pagination(("data",), offset="offset"))
        first: PagedOperation[Any, Any] = PagedOperation.of(shape, None, {"c": ["a", "b"]})
        second = first.next({"data": [1, 2]})
        assert second is not None
        assert second.query == (("c", "a"), ("c", "b"), ("offset", "2"))

    def test_paging_by_cursor_ends_when_the_cursor_is_absent_or_repeated(self) -> None:
        shape = make_endpoint(
            query_params={}, paging=Pagination(("data",), cursor="after", next_cursor=("meta", "next"))
        )
        first: PagedOperation[Any, Any] = PagedOperation.of(shape, None, {})
        second = first.next({"data": [1], "meta": {"next": "k"}})
        assert second is not None
        assert second.query == (("after", "k"),)
        assert [second.next({"data": [1], "meta": {"next": end}}) for end in ("k", None, "")] == [None, None, None]

    def test_an_invalid_page_is_the_last(self) -> None:
        first: PagedOperation[Any, Any] = operations.models.list()
        assert [(first.items(page), first.next(page)) for page in (None, [], "x", {"data": 3})] == [([], None)] * 4


class TestValueSemantics:
    def test_an_operation_is_frozen_comparable_and_picklable(self) -> None:
        sent = send(**HELLO)
        assert pickle.loads(pickle.dumps(sent)).body == sent.body
        assert sent == send(**HELLO)
        with pytest.raises(AttributeError):
            sent.path = "/elsewhere"  # type: ignore[misc]  # a frozen attribute


class TestJson:
    @pytest.mark.parametrize("value", [None, True, 10**30, 1.5, "ü\ud800", [], {"a": [None, {"b": "c"}]}])
    def test_encoding_and_decoding_preserve_a_value(self, value: Any) -> None:
        assert decode(encode(value)) == value

    @pytest.mark.parametrize("value", [float("nan"), [float("inf")], {"a": {"b": float("-inf")}}])
    def test_encode_rejects_nan_and_infinity(self, value: Any) -> None:
        with pytest.raises(ValueError, match="not valid JSON numbers"):
            encode(value)

    def test_encode_rejects_a_value_that_is_nested_too_deeply(self) -> None:
        with pytest.raises(ValueError, match="cannot encode as JSON: the value is nested too deeply"):
            encode(nest(20_000))
        with pytest.raises(ValueError, match="not valid JSON numbers"):
            encode([None, float("nan"), nest(400)])

    @pytest.mark.parametrize("depth", [100, 400])
    def test_a_body_may_be_deeply_nested(self, depth: int) -> None:
        assert send(**HELLO, metadata=nest(depth)).encode()

    def test_a_body_that_contains_itself_is_rejected(self) -> None:
        metadata: Any = {}
        metadata.update(a=metadata, b=[metadata])
        with pytest.raises(ValueError, match="the data contains itself"):
            send(**HELLO, metadata=metadata)

    def test_a_list_that_is_nested_too_deeply_is_not_said_to_contain_itself(self) -> None:
        with pytest.raises(ValueError, match="the data is nested too deeply, more than 100000 levels; flatten it"):
            send(**HELLO, metadata=nest(100_500))

    @pytest.mark.parametrize("text", [b"[" * 100_000, b"\xff", b"{]", "NaNa"])
    def test_decode_raises_decode_error_for_invalid_json(self, text: bytes | str) -> None:
        with pytest.raises(DecodeError):
            decode(text)

    def test_a_decode_error_can_be_pickled_and_truncates_the_body(self) -> None:
        error = pickle.loads(pickle.dumps(DecodeError("invalid JSON", b"x" * 5000)))
        assert (str(error), len(error.body)) == ("invalid JSON", 2000)
