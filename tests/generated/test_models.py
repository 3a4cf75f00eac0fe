"""Models: JSON objects that are preserved unchanged, with typed attributes."""

from __future__ import annotations

import copy
import json
import pickle
from random import Random
from types import MappingProxyType
from typing import Any

import attrs
import pytest
from contract import CONTRACTS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openrouterkit_api import UNSET, DecodeError, JsonModel, models
from openrouterkit_api.models import (
    ChatRequest,
    ChatResult,
    ChatUsage,
    ChatUserMessage,
    CostDetails,
)
from openrouterkit_runtime.decoders import Each, Kinds, Union

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


TAGGED = st.fixed_dictionaries({}, optional={tag: st.text(max_size=9) | JSON for tag in ("type", "role", "id")})


def to_text(value: Any) -> str:
    """Return the JSON text, so that comparisons include the order of keys and the types of numbers."""
    return json.dumps(value)


def read_everything(value: Any) -> None:
    """Read every attribute of every nested model, so that all of them are decoded."""
    if isinstance(value, JsonModel):
        for name in value._members:
            read_everything(getattr(value, name))
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            read_everything(item)


@pytest.mark.parametrize("contract", CONTRACTS, ids=str)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    values=st.lists(JSON | TAGGED | st.lists(TAGGED, max_size=2), min_size=8, max_size=24),
    unknown=st.lists(st.text(max_size=8), max_size=3),
    seed=st.integers(0, 2**32),
)
def test_models_preserve_every_json_object(contract: Any, values: list[Any], unknown: list[str], seed: int) -> None:
    random = Random(seed)  # drawing the objects of each model from hypothesis would take most of the time
    for model in contract.model_classes:
        keys = [*model._members.values(), *unknown]
        source = {key: random.choice(values) for key in random.sample(keys, min(len(keys), random.randrange(7)))}
        check_preservation(model, source)


def check_preservation(model: type[JsonModel], source: dict[str, Any]) -> None:
    before = to_text(source)
    decoded = model.from_dict(source)
    assert to_text(decoded.to_dict()) == before, model
    read_everything(decoded)
    repr(decoded)
    assert to_text(decoded.to_dict()) == before, model
    assert to_text(source) == before, model
    assert decoded == model.from_dict(source), model
    assert to_text(pickle.loads(pickle.dumps(decoded)).to_dict()) == before, model


class TestDecoding:
    def test_an_absent_member_is_none_and_not_set(self) -> None:
        result = ChatResult.from_dict({"id": "gen-1"})
        assert (result.usage, result.is_set("usage"), result.is_set("id")) == (None, False, True)

    def test_an_explicit_null_is_none_and_set(self) -> None:
        usage = ChatUsage.from_dict({"cost": None})
        assert (usage.cost, usage.is_set("cost"), usage.to_dict()) == (None, True, {"cost": None})

    def test_a_member_of_an_unexpected_kind_is_preserved(self) -> None:
        data = {"usage": "unlimited", "choices": {"0": []}, "created": [1]}
        result = ChatResult.from_dict(data)
        assert (result.usage, result.choices, result.created) == ("unlimited", {"0": []}, [1])
        assert result.to_dict() == data

    def test_an_attribute_is_decoded_once(self) -> None:
        result = ChatResult.from_dict({"usage": {"cost": 1}})
        assert result.usage is result.usage

    def test_from_dict_raises_decode_error_for_a_list(self) -> None:
        with pytest.raises(DecodeError, match="cannot decode ChatUsage: expected a JSON object, got list"):
            ChatUsage.from_dict([])  # type: ignore[arg-type]  # an invalid argument

    @pytest.mark.parametrize("text", [b"{", b"", b"[1]", b"null", b"\xff\xfe\x00", "{'a': 1}", b"{} {}"])
    def test_from_json_raises_decode_error_for_invalid_json_and_other_values(self, text: bytes | str) -> None:
        with pytest.raises(DecodeError):
            ChatUsage.from_json(text)

    def test_numbers_beyond_64_bits_and_lone_surrogates_are_preserved(self) -> None:
        text = b'{"id":"\\ud800","created":123456789012345678901234567890,"usage":{"cost":1e-7}}'
        result = ChatResult.from_json(text)
        assert result.created == 123456789012345678901234567890
        assert ChatResult.from_json(result.to_json()) == result

    def test_nan_is_decoded_and_preserved_but_not_encoded(self) -> None:
        usage = ChatUsage.from_json(b'{"cost": NaN}')
        assert repr(usage) == "ChatUsage(cost=nan)"
        assert usage.to_dict().keys() == {"cost"}
        with pytest.raises(ValueError, match="NaN and infinity are not valid JSON numbers"):
            usage.to_json()

    def test_a_mapping_is_decoded_like_a_dict(self) -> None:
        usage = ChatUsage(completion_tokens=1, prompt_tokens=1, total_tokens=2, cost_details=MappingProxyType({"a": 1}))
        assert usage.cost_details == CostDetails.from_dict({"a": 1})


class TestDepth:
    @pytest.mark.parametrize("depth", [400, 3_000, 20_000])
    def test_deeply_nested_objects_are_preserved(self, depth: int) -> None:
        data: Any = {}
        for number in range(depth):
            data = {"trace": [number, data]}
        result = ChatRequest.from_dict({"messages": [], **data}).to_dict()
        assert list(result) == ["messages", "trace"]
        for number in reversed(range(depth)):
            assert result["trace"][0] == number
            result = result["trace"][1]
        assert result == {}

    def test_deeply_nested_json_text_is_preserved(self) -> None:
        text = b'{"trace":' + b"[null," * 400 + b"{}" + b"]" * 400 + b"}"
        assert ChatRequest.from_json(text).to_json_bytes() == text
        assert ChatRequest.from_json(text).to_json() == text.decode()

    def test_a_recursive_union_leaves_values_beyond_the_recursion_limit_plain(self) -> None:
        value: Any = ["end"]
        for _ in range(3_000):
            value = [value]
        decode = Union("openrouterkit_api.models", "Tree")
        decode.decode = Kinds(array=Each(decode))
        decoded = decode(value)
        for _ in range(3_000):
            (decoded,) = decoded
        assert decoded == ["end"]

    def test_from_dict_rejects_an_object_that_contains_itself(self) -> None:
        data: dict[str, Any] = {"messages": []}
        data["trace"] = data
        with pytest.raises(ValueError, match="the data contains itself"):
            ChatRequest.from_dict(data)


class TestChanging:
    def test_a_constructor_sets_only_the_arguments_and_null_for_none(self) -> None:
        usage = ChatUsage(completion_tokens=1, prompt_tokens=2, total_tokens=3, cost=None)
        assert usage.to_dict() == {"completion_tokens": 1, "prompt_tokens": 2, "total_tokens": 3, "cost": None}

    def test_a_constructor_sets_the_tag_by_default(self) -> None:
        assert ChatUserMessage(content="hi").to_dict() == {"role": "user", "content": "hi"}

    def test_setting_members_keeps_their_order_and_appends_new_ones(self) -> None:
        usage = ChatUsage.from_dict({"cost": 1, "total_tokens": 2})
        usage.cost, usage.is_byok = 3, True
        assert to_text(usage.to_dict()) == '{"cost": 3, "total_tokens": 2, "is_byok": true}'

    def test_setting_none_sends_null_and_setting_unset_removes_the_member(self) -> None:
        usage = ChatUsage.from_dict({"cost": 1, "total_tokens": 2})
        usage.cost, usage.total_tokens = None, UNSET
        assert usage.to_dict() == {"cost": None}

    def test_unset_and_del_remove_a_member_even_if_it_is_absent(self) -> None:
        usage = ChatUsage.from_dict({"cost": 1, "total_tokens": 2})
        assert usage.cost == 1
        usage.unset("cost")
        usage.unset("cost")
        del usage.total_tokens
        assert (usage.cost, usage.to_dict()) == (None, {})

    def test_changes_of_nested_models_appear_in_the_outer_model(self) -> None:
        data = {"usage": {"cost": 1}, "choices": [{"index": 0, "message": {"role": "assistant"}}]}
        result = ChatResult.from_dict(data)
        assert result.usage is not None
        result.usage.cost = 2
        result.choices[0].message.content = "hi"
        message = {"role": "assistant", "content": "hi"}
        assert result.to_dict() == {"usage": {"cost": 2}, "choices": [{"index": 0, "message": message}]}
        assert data == {"usage": {"cost": 1}, "choices": [{"index": 0, "message": {"role": "assistant"}}]}

    def test_items_appended_to_a_list_appear_in_the_model(self) -> None:
        request = ChatRequest.from_dict({"messages": [{"role": "user", "content": "a"}]})
        request.messages.append(ChatUserMessage(content="b"))
        assert [each["content"] for each in request.to_dict()["messages"]] == ["a", "b"]

    def test_a_dict_set_as_an_attribute_is_decoded(self) -> None:
        result = ChatResult.from_dict({})
        result.usage = {"cost": 5}  # type: ignore[assignment]  # type checkers expect the model
        assert result.usage == ChatUsage.from_dict({"cost": 5})

    def test_changing_a_model_does_not_change_the_dict_passed_in(self) -> None:
        source = {"metadata": {"a": {"b": [1]}}, "trace": {"x": [{"y": 1}]}, "messages": []}
        request = ChatRequest.from_dict(source)
        request["trace"]["x"][0]["y"] = 2
        request.messages.append(ChatUserMessage(content="a"))
        assert source == {"metadata": {"a": {"b": [1]}}, "trace": {"x": [{"y": 1}]}, "messages": []}

    def test_changing_the_result_of_to_dict_does_not_change_the_model(self) -> None:
        result = ChatResult.from_dict({"choices": [{"index": 0}]})
        result.to_dict()["choices"][0]["index"] = 7
        assert result.choices[0].index == 0

    def test_a_generator_is_converted_to_a_list(self) -> None:
        messages: Any = (ChatUserMessage(content=text) for text in "ab")
        request = ChatRequest(messages=messages)
        assert request.to_dict() == request.to_dict()
        assert len(request.messages) == 2


class TestUnknownMembers:
    def test_unknown_members_are_accessed_by_key_and_preserved(self) -> None:
        usage = ChatUsage.from_dict({"cost": 1, "carbon": {"grams": 2}})
        assert (usage["carbon"], "carbon" in usage, "soot" in usage) == ({"grams": 2}, True, False)
        usage["soot"] = 3
        del usage["carbon"]
        assert usage.to_dict() == {"cost": 1, "soot": 3}
        with pytest.raises(KeyError):
            usage["carbon"]

    def test_known_members_are_accessed_by_their_name_on_the_wire_too(self) -> None:
        usage = ChatUsage.from_dict({"cost_details": {"upstream_inference_cost": 1}})
        assert usage["cost_details"] is usage.cost_details
        usage["cost_details"] = None
        assert usage.cost_details is None

    @pytest.mark.parametrize(
        ("name", "suggestion"), [("to_dcit", "to_dict"), ("model_dump", "to_dict"), ("model_dump_json", "to_json")]
    )
    def test_misspelt_methods_and_those_of_pydantic_get_a_suggestion(self, name: str, suggestion: str) -> None:
        with pytest.raises(AttributeError, match=rf"has no attribute '{name}'; did you mean '{suggestion}'\?"):
            getattr(ChatUsage.from_dict({}), name)

    def test_a_misspelt_attribute_raises_with_a_suggestion(self) -> None:
        usage = ChatUsage.from_dict({})
        message = r"ChatUsage has no attribute 'promt_tokens'; did you mean 'prompt_tokens'\?"
        with pytest.raises(AttributeError, match=message):
            usage.promt_tokens  # type: ignore[attr-defined]  # noqa: B018 - misspelt, and the access raises
        with pytest.raises(AttributeError, match=message):
            usage.promt_tokens = 1  # type: ignore[attr-defined]  # a misspelt name
        with pytest.raises(AttributeError, match=message):
            usage.is_set("promt_tokens")

    def test_errors_raised_by_a_property_are_not_replaced(self) -> None:
        class Priced(ChatUsage):
            __slots__ = ("_currency",)

            @property
            def price(self) -> str:
                return self.total_tokens.amount  # type: ignore[attr-defined]  # raises

            @property
            def currency(self) -> str:
                raise AttributeError("no currency is known before the first call")

        priced = Priced.from_dict({"total_tokens": 10})
        with pytest.raises(AttributeError, match="'int' object has no attribute 'amount'"):
            priced.price  # noqa: B018 - the access raises
        with pytest.raises(AttributeError, match=r"^no currency is known before the first call$"):
            priced.currency  # noqa: B018 - the access raises
        with pytest.raises(AttributeError, match="_currency"):
            priced._currency  # noqa: B018 - the access raises
        with pytest.raises(AttributeError, match="Priced has no attribute 'prize'"):
            priced.prize  # type: ignore[attr-defined]  # noqa: B018 - misspelt, and the access raises

    def test_the_error_for_an_unknown_attribute_mentions_access_by_key(self) -> None:
        with pytest.raises(AttributeError, match=r"access members unknown to the contract as model\['xyzzy'\]"):
            ChatUsage.from_dict({}).xyzzy  # type: ignore[attr-defined]  # noqa: B018 - an unknown name, and the access raises

    def test_a_constructor_rejects_a_misspelt_keyword(self) -> None:
        with pytest.raises(TypeError, match="promt_tokens"):
            ChatUsage(promt_tokens=1)  # type: ignore[call-arg]  # a misspelt name


class TestValueSemantics:
    def test_models_with_equal_members_are_equal(self) -> None:
        assert ChatUserMessage(content="a") == ChatUserMessage.from_dict({"content": "a", "role": "user"})
        assert ChatUserMessage(content="a") != ChatUserMessage(content="b")
        assert ChatUserMessage(content="a") != {"role": "user", "content": "a"}
        assert models.ChatSystemMessage.from_dict({}) != ChatUserMessage.from_dict({})

    def test_models_are_not_hashable(self) -> None:
        with pytest.raises(TypeError, match="unhashable"):
            hash(ChatUserMessage(content="a"))

    @pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy, lambda model: pickle.loads(pickle.dumps(model))])
    def test_changing_a_copy_does_not_change_the_original(self, duplicate: Any) -> None:
        result = ChatResult.from_dict({"usage": {"cost": 1}, "x": [1]})
        assert result.usage is not None
        copied = duplicate(result)
        copied.usage.cost = 2
        copied["x"].append(2)
        assert (type(copied), result.to_dict()) == (ChatResult, {"usage": {"cost": 1}, "x": [1]})

    def test_repr_shows_only_members_that_are_set(self) -> None:
        usage = ChatUsage.from_dict({"cost": 1, "carbon": 2, "cost_details": {"upstream_inference_cost": None}})
        assert repr(usage) == (
            "ChatUsage(cost=1, cost_details=CostDetails(upstream_inference_cost=None), **{'carbon': 2})"
        )

    def test_a_subclass_may_have_slots_and_properties_that_are_not_sent(self) -> None:
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


def test_attrs_sees_a_model_as_a_slotted_class_with_its_members_as_fields() -> None:
    names = [each.name for each in attrs.fields(models.ChatUsage)]
    assert names == list(models.ChatUsage._members)
    assert attrs.fields_dict(models.ChatUsage)["is_byok"].type == "bool | None"
    assert not hasattr(models.ChatUsage(prompt_tokens=1, completion_tokens=1, total_tokens=2), "__dict__")
    assert not attrs.has(JsonModel)

    class Own(models.ChatUsage):
        """A subclass like those of the clients."""

    assert [each.name for each in attrs.fields(Own)] == names
