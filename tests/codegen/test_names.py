"""Names of a document as Python identifiers, and agreed names."""

from __future__ import annotations

import keyword
import re
from pathlib import Path

import pytest
from projects import OPENROUTER

from codegen import names
from codegen.rendering import identifiers
from openrouterkit.results import ChatCompletion, ChatCompletionChunk
from openrouterkit_api.models import ChatResult, ChatStreamChunk

TEMPLATES = Path(identifiers.__file__).parent / "templates"


@pytest.mark.parametrize(
    ("wire", "attribute"),
    [
        ("native_finish_reason", "native_finish_reason"),
        ("finishReason", "finish_reason"),
        ("class", "class_"),
        ("from", "from_"),
        ("list", "list_"),
        ("to_dict", "to_dict_"),
        ("type", "type"),
        ("id", "id"),
        ("@id", "id"),
        ("_private", "private"),
        ("__init__", "init"),
        ("2fa", "field_2fa"),
        ("", "field_"),
        ("$", "field_"),
        ("a b-c", "a_b_c"),
        ("ﬁeld", "field"),
        ("größe", "größe"),
    ],
)
def test_attribute_name_is_a_valid_identifier(wire: str, attribute: str) -> None:
    found = identifiers.attribute_name(wire)
    assert found == attribute
    assert found.isidentifier()
    assert not keyword.iskeyword(found)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ChatRequest", "ChatRequest"),
        ("chat_request", "ChatRequest"),
        ("Any", "AnySchema"),
        ("Operation", "OperationSchema"),
        ("None", "None_"),
        ("Exception", "Exception_"),
        ("2Fast", "Schema2Fast"),
        ("", "Schema"),
        ("Chat.Request<T>", "ChatRequestT"),
        ("ClassVariant", "SchemaClassVariant"),
        ("Typed", "TypedSchema"),
        ("\u0390", "\u03aa\u0301"),
    ],
)
def test_class_name_is_a_valid_identifier(name: str, expected: str) -> None:
    assert identifiers.class_name(name) == expected
    assert identifiers.module_name(name).isidentifier()


@pytest.mark.parametrize(
    ("operation_id", "expected"),
    [
        ("sendChat", "send_chat"),
        ("import", "import_"),
        ("pets/list-all", "pets_list_all"),
        ("what's new?", "whats_new"),
        ("get /things/{thing-id}.json", "get_things_thing_id_json"),
        ("decodeDate", "decode_date_"),
        ("list", "list"),
        ("1st", "call_1st"),
        ("", "call_"),
        ("猫", "猫_"),
    ],
)
def test_method_name_is_a_valid_identifier(operation_id: str, expected: str) -> None:
    assert identifiers.method_name(operation_id) == expected


@pytest.mark.parametrize(
    ("tag", "expected"), [("Chat", "chat"), ("class", "class_"), ("3D", "group_3d"), ("…", "group_"), ("Send", "send_")]
)
def test_group_name_is_a_valid_identifier(tag: str, expected: str) -> None:
    assert identifiers.group_name(tag) == expected


def test_names_that_templates_import_are_reserved() -> None:
    imported = set()
    for template in TEMPLATES.glob("*.jinja"):
        if template.name == "client.py.jinja":  # no name of a schema is in it
            continue
        for line in re.findall(r"^ *from \S.* import (.+)$", template.read_text(encoding="utf-8"), re.MULTILINE):
            imported |= {name for name in re.findall(r"\b[A-Z]\w+", line) if not name.isupper() or name == "UNSET"}
    used_in_models = imported - {"JsonModel", "Unset", "DecodeError", "Async", "Client"}
    assert used_in_models <= identifiers.TAKEN_CLASSES | {"Unset"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ChatRequest", "chat_request"),
        ("ReadPet", "read_pet_"),
        ("ImportModule", "import_module_"),
        ("猫", "猫_"),
        ("Con", "con_"),
        ("../../x", "x"),
        ("a" * 300, f"{'a' * 120}_9835fa6b"),
    ],
)
def test_module_name_is_unique_and_valid_on_every_file_system(name: str, expected: str) -> None:
    assert identifiers.module_name(name) == expected


@pytest.mark.parametrize("wire", ["class", "a-b", "__x", "list", "Any", "ﬁ", "1"])
def test_is_plain_name_rejects_names_that_a_class_body_cannot_contain(wire: str) -> None:
    assert not identifiers.is_plain_name(wire)


def test_agreed_names_are_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    path.write_text('[methods]\ngetModels = "list"\n[reserved]\nChatResult = ["text"]\n', encoding="utf-8")
    found = names.read(path)
    assert (found.methods, found.reserved, found.schemas) == ({"getModels": "list"}, {"ChatResult": ["text"]}, {})


@pytest.mark.parametrize(("ours", "generated"), [(ChatCompletion, ChatResult), (ChatCompletionChunk, ChatStreamChunk)])
def test_members_that_the_overlays_add_to_a_model_are_reserved(ours: type, generated: type) -> None:
    added = {name for name in set(dir(ours)) - set(dir(generated)) if not name.startswith("_")}
    assert set(names.read(OPENROUTER.names).reserved[generated.__name__]) == added


@pytest.mark.parametrize(
    ("name", "expected"), [("list", "list"), ("self", "self_"), ("date", "date_"), ("class", "class_")]
)
def test_method_name_is_not_reserved(name: str, expected: str) -> None:
    assert identifiers.method_name(name) == expected
