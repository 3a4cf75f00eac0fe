"""Models: a JSON object remembered as it was read, with typed attributes on top."""

from __future__ import annotations

import copy
import json
import pickle
from types import MappingProxyType
from typing import Any

import attrs
import pytest
from contract import MODELS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openrouterkit_api import UNSET, DecodeError, JsonModel, models
from openrouterkit_runtime.decoders import Each, Kinds, Union
from openrouterkit_api.models import (
    ChatRequest,
    ChatResult,
    ChatUsage,
    ChatUserMessage,
    CostDetails,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def objects_for(model: type[JsonModel]) -> st.SearchStrategy[dict[str, Any]]:
    """JSON objects, many of whose members are those of the model, with values of any kind."""
    known = st.sampled_from([*model._members.values()])
    tagged = st.fixed_dictionaries({}, optional={tag: st.text(max_size=9) | JSON for tag in ("type", "role", "id")})
    return st.dictionaries(known | st.text(max_size=8), JSON | tagged | st.lists(tagged, max_size=2), max_size=6)


def as_text(value: Any) -> str:
    """The JSON text, which shows the order of keys and the kind of each number."""
    return json.dumps(value)


def read_everything(value: Any) -> None:
    if isinstance(value, JsonModel):
        for name in value._members:
            read_everything(getattr(value, name))
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            read_everything(item)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_every_json_object_is_written_back_as_it_was_read(model: type[JsonModel], data: st.DataObject) -> None:
    given_data = data.draw(objects_for(model))
    before = as_text(given_data)
    read = model.from_dict(given_data)
    assert as_text(read.to_dict()) == before
    read_everything(read)
    repr(read)
    assert as_text(read.to_dict()) == before
    assert as_text(given_data) == before
    assert read == model.from_dict(given_data)
    assert as_text(pickle.loads(pickle.dumps(read)).to_dict()) == before


class TestReading:
    def test_an_absent_member_is_none_and_not_set(self) -> None:
        result = ChatResult.from_dict({"id": "gen-1"})
        assert (result.usage, result.is_set("usage"), result.is_set("id")) == (None, False, True)

    def test_an_explicit_null_is_none_and_set(self) -> None:
        usage = ChatUsage.from_dict({"cost": None})
        assert (usage.cost, usage.is_set("cost"), usage.to_dict()) == (None, True, {"cost": None})

    def test_a_member_of_another_kind_is_kept_and_written_back(self) -> None:
        data = {"usage": "unlimited", "choices": {"0": []}, "created": [1]}
        result = ChatResult.from_dict(data)
        assert (result.usage, result.choices, result.created) == ("unlimited", {"0": []}, [1])
        assert result.to_dict() == data

    def test_an_attribute_is_decoded_once(self) -> None:
        result = ChatResult.from_dict({"usage": {"cost": 1}})
        assert result.usage is result.usage

    def test_what_is_no_object_is_a_decode_error(self) -> None:
        with pytest.raises(DecodeError, match="ChatUsage is decoded from a JSON object, not from list"):
            ChatUsage.from_dict([])  # type: ignore[arg-type]

    @pytest.mark.parametrize("text", [b"{", b"", b"[1]", b"null", b"\xff\xfe\x00", "{'a': 1}", b"{} {}"])
    def test_a_text_that_is_no_object_is_a_decode_error(self, text: bytes | str) -> None:
        with pytest.raises(DecodeError):
            ChatUsage.from_json(text)

    def test_numbers_beyond_64_bits_and_lone_surrogates_survive(self) -> None:
        text = b'{"id":"\\ud800","created":123456789012345678901234567890,"usage":{"cost":1e-7}}'
        result = ChatResult.from_json(text)
        assert result.created == 123456789012345678901234567890
        assert ChatResult.from_json(result.to_json()) == result

    def test_what_is_not_finite_is_read_and_kept_but_not_sent(self) -> None:
        usage = ChatUsage.from_json(b'{"cost": NaN}')
        assert repr(usage) == "ChatUsage(cost=nan)"
        assert usage.to_dict().keys() == {"cost"}
        with pytest.raises(ValueError, match="NaN and the infinities are not JSON numbers"):
            usage.to_json()

    def test_a_mapping_that_is_no_dict_is_read_as_one(self) -> None:
        usage = ChatUsage(completion_tokens=1, prompt_tokens=1, total_tokens=2, cost_details=MappingProxyType({"a": 1}))
        assert usage.cost_details == CostDetails.from_dict({"a": 1})


class TestDepth:
    @pytest.mark.parametrize("depth", [400, 3_000, 20_000])
    def test_however_deeply_an_object_is_nested_it_is_read_and_written_back(self, depth: int) -> None:
        data: Any = {}
        for number in range(depth):
            data = {"trace": [number, data]}
        again = ChatRequest.from_dict({"messages": [], **data}).to_dict()
        assert list(again) == ["messages", "trace"]
        for number in reversed(range(depth)):
            assert again["trace"][0] == number
            again = again["trace"][1]
        assert again == {}

    def test_json_that_can_be_read_can_be_written(self) -> None:
        text = b'{"trace":' + b"[null," * 400 + b"{}" + b"]" * 400 + b"}"
        assert ChatRequest.from_json(text).to_json_bytes() == text
        assert ChatRequest.from_json(text).to_json() == text.decode()

    def test_a_union_that_contains_itself_is_read_as_deeply_as_python_calls_and_plain_below(self) -> None:
        value: Any = ["end"]
        for _ in range(3_000):
            value = [value]
        read = Union("openrouterkit_api.models", "Tree")
        read.decode = Kinds(array=Each(read))
        found = read(value)
        for _ in range(3_000):
            (found,) = found
        assert found == ["end"]

    def test_an_object_that_contains_itself_is_refused(self) -> None:
        data: dict[str, Any] = {"messages": []}
        data["trace"] = data
        with pytest.raises(ValueError, match="the data contains itself"):
            ChatRequest.from_dict(data)


class TestWriting:
    def test_a_constructor_sends_what_was_given_and_null_for_none(self) -> None:
        usage = ChatUsage(completion_tokens=1, prompt_tokens=2, total_tokens=3, cost=None)
        assert usage.to_dict() == {"completion_tokens": 1, "prompt_tokens": 2, "total_tokens": 3, "cost": None}

    def test_a_tag_has_its_value_as_default(self) -> None:
        assert ChatUserMessage(content="hi").to_dict() == {"role": "user", "content": "hi"}

    def test_setting_keeps_the_order_and_appends_what_is_new(self) -> None:
        usage = ChatUsage.from_dict({"cost": 1, "total_tokens": 2})
        usage.cost, usage.is_byok = 3, True
        assert as_text(usage.to_dict()) == '{"cost": 3, "total_tokens": 2, "is_byok": true}'

    def test_setting_none_is_null_and_setting_unset_takes_the_member_away(self) -> None:
        usage = ChatUsage.from_dict({"cost": 1, "total_tokens": 2})
        usage.cost, usage.total_tokens = None, UNSET
        assert usage.to_dict() == {"cost": None}

    def test_unset_and_del_take_a_member_away_and_may_do_so_twice(self) -> None:
        usage = ChatUsage.from_dict({"cost": 1, "total_tokens": 2})
        assert usage.cost == 1
        usage.unset("cost")
        usage.unset("cost")
        del usage.total_tokens
        assert (usage.cost, usage.to_dict()) == (None, {})

    def test_a_nested_change_shows_in_the_whole(self) -> None:
        data = {"usage": {"cost": 1}, "choices": [{"index": 0, "message": {"role": "assistant"}}]}
        result = ChatResult.from_dict(data)
        assert result.usage is not None
        result.usage.cost = 2
        result.choices[0].message.content = "hi"
        message = {"role": "assistant", "content": "hi"}
        assert result.to_dict() == {"usage": {"cost": 2}, "choices": [{"index": 0, "message": message}]}
        assert data == {"usage": {"cost": 1}, "choices": [{"index": 0, "message": {"role": "assistant"}}]}

    def test_what_is_appended_to_a_list_shows_in_the_whole(self) -> None:
        request = ChatRequest.from_dict({"messages": [{"role": "user", "content": "a"}]})
        request.messages.append(ChatUserMessage(content="b"))
        assert [each["content"] for each in request.to_dict()["messages"]] == ["a", "b"]

    def test_a_dict_that_is_set_is_read_as_the_model(self) -> None:
        result = ChatResult.from_dict({})
        result.usage = {"cost": 5}  # type: ignore[assignment]
        assert result.usage == ChatUsage.from_dict({"cost": 5})

    def test_what_was_handed_in_stays_the_caller_s_however_deep(self) -> None:
        given_data = {"metadata": {"a": {"b": [1]}}, "trace": {"x": [{"y": 1}]}, "messages": []}
        request = ChatRequest.from_dict(given_data)
        request["trace"]["x"][0]["y"] = 2
        request.messages.append(ChatUserMessage(content="a"))
        assert given_data == {"metadata": {"a": {"b": [1]}}, "trace": {"x": [{"y": 1}]}, "messages": []}

    def test_what_is_given_out_is_the_caller_s(self) -> None:
        result = ChatResult.from_dict({"choices": [{"index": 0}]})
        result.to_dict()["choices"][0]["index"] = 7
        assert result.choices[0].index == 0

    def test_a_generator_is_read_once_and_sent_as_often_as_needed(self) -> None:
        messages: Any = (ChatUserMessage(content=text) for text in "ab")
        request = ChatRequest(messages=messages)
        assert request.to_dict() == request.to_dict()
        assert len(request.messages) == 2


class TestUnknownMembers:
    def test_they_are_reached_by_key_and_written_back(self) -> None:
        usage = ChatUsage.from_dict({"cost": 1, "carbon": {"grams": 2}})
        assert (usage["carbon"], "carbon" in usage, "soot" in usage) == ({"grams": 2}, True, False)
        usage["soot"] = 3
        del usage["carbon"]
        assert usage.to_dict() == {"cost": 1, "soot": 3}
        with pytest.raises(KeyError):
            usage["carbon"]

    def test_a_known_member_is_reached_by_its_wire_name_too(self) -> None:
        usage = ChatUsage.from_dict({"cost_details": {"upstream_inference_cost": 1}})
        assert usage["cost_details"] is usage.cost_details
        usage["cost_details"] = None
        assert usage.cost_details is None

    @pytest.mark.parametrize(
        ("tried", "meant"), [("to_dcit", "to_dict"), ("model_dump", "to_dict"), ("model_dump_json", "to_json")]
    )
    def test_a_method_that_is_misspelt_or_called_otherwise_elsewhere_is_suggested_too(
        self, tried: str, meant: str
    ) -> None:
        with pytest.raises(AttributeError, match=rf"has no attribute '{tried}'; did you mean '{meant}'\?"):
            getattr(ChatUsage.from_dict({}), tried)

    def test_a_misspelt_attribute_is_refused_with_a_suggestion(self) -> None:
        usage = ChatUsage.from_dict({})
        told = r"ChatUsage has no attribute 'promt_tokens'; did you mean 'prompt_tokens'\?"
        with pytest.raises(AttributeError, match=told):
            usage.promt_tokens  # type: ignore[attr-defined]  # noqa: B018
        with pytest.raises(AttributeError, match=told):
            usage.promt_tokens = 1  # type: ignore[attr-defined]
        with pytest.raises(AttributeError, match=told):
            usage.is_set("promt_tokens")

    def test_an_error_inside_a_property_shows_as_it_is(self) -> None:
        class Priced(ChatUsage):
            __slots__ = ("_currency",)

            @property
            def price(self) -> str:
                return self.total_tokens.amount  # type: ignore[attr-defined]

            @property
            def currency(self) -> str:
                raise AttributeError("no currency is known before the first call")

        priced = Priced.from_dict({"total_tokens": 10})
        with pytest.raises(AttributeError, match="'int' object has no attribute 'amount'"):
            priced.price  # noqa: B018
        with pytest.raises(AttributeError, match=r"^no currency is known before the first call$"):
            priced.currency  # noqa: B018
        with pytest.raises(AttributeError, match="_currency"):
            priced._currency  # noqa: B018
        with pytest.raises(AttributeError, match="Priced has no attribute 'prize'"):
            priced.prize  # type: ignore[attr-defined]  # noqa: B018

    def test_an_attribute_like_none_is_pointed_to_the_keys(self) -> None:
        with pytest.raises(AttributeError, match=r"are accessed as model\['xyzzy'\]"):
            ChatUsage.from_dict({}).xyzzy  # type: ignore[attr-defined]  # noqa: B018

    def test_a_misspelt_keyword_is_refused(self) -> None:
        with pytest.raises(TypeError, match="promt_tokens"):
            ChatUsage(promt_tokens=1)  # type: ignore[call-arg]


class TestAsValues:
    def test_equal_is_what_has_the_same_members(self) -> None:
        assert ChatUserMessage(content="a") == ChatUserMessage.from_dict({"content": "a", "role": "user"})
        assert ChatUserMessage(content="a") != ChatUserMessage(content="b")
        assert ChatUserMessage(content="a") != {"role": "user", "content": "a"}
        assert models.ChatSystemMessage.from_dict({}) != ChatUserMessage.from_dict({})

    def test_a_model_is_no_key(self) -> None:
        with pytest.raises(TypeError, match="unhashable"):
            hash(ChatUserMessage(content="a"))

    @pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda model: pickle.loads(pickle.dumps(model))])
    def test_a_copy_is_equal_and_its_own(self, again: Any) -> None:
        result = ChatResult.from_dict({"usage": {"cost": 1}, "x": [1]})
        assert result.usage is not None
        copied = again(result)
        copied.usage.cost = 2
        copied["x"].append(2)
        assert (type(copied), result.to_dict()) == (ChatResult, {"usage": {"cost": 1}, "x": [1]})

    def test_repr_shows_only_what_is_set(self) -> None:
        usage = ChatUsage.from_dict({"cost": 1, "carbon": 2, "cost_details": {"upstream_inference_cost": None}})
        assert repr(usage) == (
            "ChatUsage(cost=1, cost_details=CostDetails(upstream_inference_cost=None), **{'carbon': 2})"
        )

    def test_a_subclass_adds_what_is_not_sent(self) -> None:
        class Timed(ChatUsage):
            __slots__ = ("_seconds",)
            _seconds: float

            @property
            def per_second(self) -> float:
                return self.total_tokens / self._seconds

        timed = Timed.from_dict({"total_tokens": 10})
        timed._seconds = 2.0
        assert (timed.per_second, timed.to_dict()) == (5.0, {"total_tokens": 10})
        assert timed == ChatUsage.from_dict({"total_tokens": 10})


def test_a_model_is_a_slotted_class_to_attrs_whose_fields_are_made_when_they_are_asked_for() -> None:
    names = [each.name for each in attrs.fields(models.ChatUsage)]
    assert names == list(models.ChatUsage._members)
    assert attrs.fields_dict(models.ChatUsage)["is_byok"].type == "bool | None"
    assert not hasattr(models.ChatUsage(prompt_tokens=1, completion_tokens=1, total_tokens=2), "__dict__")
    assert not attrs.has(JsonModel)

    class Own(models.ChatUsage):
        """A subclass, as the overlays make them."""

    assert [each.name for each in attrs.fields(Own)] == names
