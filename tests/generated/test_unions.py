"""Decoding of unions, enumerations and dates."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouterkit_api import JsonModel, UnknownVariant, models
from openrouterkit_api.models import ChatAssistantMessage, ChatRequest, ChatUserMessage, ProviderPreferences
from openrouterkit_mistral_api import models as mistral_models
from openrouterkit_runtime.decoders import decode_date, decode_datetime


class TestUnions:
    @pytest.mark.parametrize(
        ("role", "model"),
        [
            ("system", models.ChatSystemMessage),
            ("developer", models.ChatDeveloperMessage),
            ("user", models.ChatUserMessage),
            ("assistant", models.ChatAssistantMessage),
            ("tool", models.ChatToolMessage),
        ],
    )
    def test_the_tag_selects_the_variant(self, role: str, model: type[JsonModel]) -> None:
        assert type(models.read_chat_messages({"role": role})) is model

    @pytest.mark.parametrize("tag", ["critic", "", None, 3, True, ["user"], {"a": 1}])
    def test_an_object_with_an_unknown_tag_is_preserved(self, tag: Any) -> None:
        data = {"role": tag, "content": "hm"}
        read = models.read_chat_messages(data)
        assert read == UnknownVariant(tag, data)
        assert ChatRequest.from_dict({"messages": [data]}).to_dict() == {"messages": [data]}

    def test_an_object_without_a_tag_is_an_unknown_variant(self) -> None:
        read = models.read_chat_messages({"content": "hm"})
        assert isinstance(read, UnknownVariant)
        assert (read.tag, read.to_dict()) == (None, {"content": "hm"})

    def test_an_object_without_a_tag_is_the_only_variant_that_does_not_require_it(self) -> None:
        data = {"function": {"name": "clock", "parameters": {}}}
        tool = mistral_models.read_chat_tool(data)
        assert isinstance(tool, mistral_models.Tool)
        assert tool.to_dict() == data
        for tag in (None, "a_new_one"):
            assert mistral_models.read_chat_tool({**data, "type": tag}) == UnknownVariant(tag, {**data, "type": tag})

    def test_an_unknown_variant_can_be_sent(self) -> None:
        unknown = models.read_chat_messages({"role": "critic", "content": ["x"]})
        assert ChatRequest(messages=[unknown]).to_dict() == {"messages": [{"role": "critic", "content": ["x"]}]}

    def test_changing_a_variant_does_not_change_the_dict_passed_in(self) -> None:
        data = {"role": "user", "content": [{"type": "text", "text": "a"}]}
        message: Any = models.read_chat_messages(data)
        message.content[0].text = "b"
        assert data["content"] == [{"type": "text", "text": "a"}]

    @pytest.mark.parametrize("value", ["text", 3, None, []])
    def test_values_that_are_not_objects_are_returned_unchanged(self, value: Any) -> None:
        assert models.read_chat_messages(value) == value

    def test_content_is_a_string_or_a_list_of_parts(self) -> None:
        assert ChatUserMessage(content="a").content == "a"
        (part,) = ChatUserMessage.from_dict({"content": [{"type": "text", "text": "a"}]}).content
        assert type(part) is models.ChatContentText

    def test_a_union_of_string_and_object_decodes_the_object_only(self) -> None:
        assert ProviderPreferences.from_dict({"sort": "price"}).sort == "price"
        by_object = ProviderPreferences.from_dict({"sort": {"by": "price"}}).sort
        assert type(by_object) is models.ProviderSortConfig

    def test_an_unknown_enumeration_value_is_returned_unchanged(self) -> None:
        message = ChatAssistantMessage.from_dict({"role": "assistant"})
        assert message.role == "assistant"
        choice = models.ChatChoice.from_dict({"finish_reason": "tired", "index": 0})
        assert (choice.finish_reason, choice.to_dict()["finish_reason"]) == ("tired", "tired")


class TestDates:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("2026-08-22T10:30:00Z", datetime(2026, 8, 22, 10, 30, tzinfo=UTC)),
            ("2026-08-22T10:30:00.5+00:00", datetime(2026, 8, 22, 10, 30, 0, 500000, tzinfo=UTC)),
            ("Sat, 22 Aug 2026 10:30:00 GMT", datetime(2026, 8, 22, 10, 30, tzinfo=UTC)),
            ("2026-08-22 10:30 XYZ", datetime(2026, 8, 22, 10, 30)),  # noqa: DTZ001 - the time zone is unknown
        ],
    )
    def test_decode_datetime_parses_complete_dates(self, text: str, expected: datetime) -> None:
        assert decode_datetime(text) == expected

    @pytest.mark.parametrize(
        "text", ["", "soon", "10", "10:30", "Monday", "1e999", "99999999999999999999", 1760000000, None]
    )
    def test_decode_datetime_returns_other_values_unchanged(self, text: Any) -> None:
        assert decode_datetime(text) is text

    @given(st.text())
    def test_date_decoders_never_raise(self, text: str) -> None:
        assert isinstance(decode_datetime(text), datetime | str)
        assert isinstance(decode_date(text), date | str)

    def test_decode_date_returns_a_date_or_the_string(self) -> None:
        assert (decode_date("2026-08-22"), decode_date("August")) == (date(2026, 8, 22), "August")
