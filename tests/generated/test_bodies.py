"""How a whole body, members given as keywords, and `extra_body` are combined."""

from __future__ import annotations

import io
from typing import Any

import pytest

from openrouterkit_runtime import UNSET
from openrouterkit_runtime.endpoint import Body, Endpoint
from openrouterkit_runtime.files import File
from openrouterkit_runtime.operation import Operation
from openrouterkit_runtime.responses import Responses

JSON = Body("application/json", {"name": "name", "size_": "size"})
ANY_JSON = Body("application/json")
FORM = Body("application/x-www-form-urlencoded", {"name": "name"})


class Converted:
    """An object that is no model but converts itself."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def to_dict(self) -> Any:
        return self.value


def body_of(body: Body | None, whole: Any = None, **arguments: Any) -> Any:
    endpoint: Endpoint[Operation[Any]] = Endpoint(
        "put", "pets.put", "PUT", "/pets", Operation, Responses({}), body=body
    )
    return endpoint.build(arguments, whole).body


def test_keywords_replace_members_of_the_whole_and_extra_body_replaces_both() -> None:
    whole = {"name": "a", "size": 1, "x": True}
    assert body_of(JSON, whole, name="b", size_=2) == {"name": "b", "size": 2, "x": True}
    assert body_of(JSON, whole, name="b", extra_body={"name": "c", "y": None}) == {
        "name": "c",
        "size": 1,
        "x": True,
        "y": None,
    }
    assert body_of(JSON, None, size_=UNSET) == {}


@pytest.mark.parametrize("whole", [Converted({"name": "a"}), {"name": "a"}])
def test_an_object_with_to_dict_is_merged_like_a_dict(whole: Any) -> None:
    assert body_of(JSON, whole) == {"name": "a"}
    assert body_of(JSON, whole, size_=2) == {"name": "a", "size": 2}
    assert body_of(JSON, whole, extra_body=Converted({"x": 1})) == {"name": "a", "x": 1}


@pytest.mark.parametrize("whole", [[1, {"a": 2}], (1, {"a": 2}), Converted([1, {"a": 2}])])
def test_a_list_is_sent_unchanged_and_members_cannot_be_added(whole: Any) -> None:
    assert body_of(ANY_JSON, whole) == [1, {"a": 2}]
    assert body_of(JSON, whole) == [1, {"a": 2}]
    with pytest.raises(TypeError, match="cannot merge members into a body of type list"):
        body_of(JSON, whole, name="b")
    with pytest.raises(TypeError, match="cannot merge members into a body of type list"):
        body_of(ANY_JSON, whole, extra_body={"x": 1})


def test_a_body_without_declared_members_is_extra_body_or_nothing() -> None:
    assert body_of(ANY_JSON) is None
    assert body_of(ANY_JSON, extra_body={"x": 1}) == {"x": 1}
    assert body_of(None) is None
    assert body_of(None, extra_body={"x": 1}) == {"x": 1}
    assert body_of(JSON) == {}


def test_a_form_is_merged_like_json_and_encoded_as_a_form() -> None:
    endpoint: Endpoint[Operation[Any]] = Endpoint(
        "put", "pets.put", "PUT", "/pets", Operation, Responses({}), body=FORM
    )
    operation = endpoint.build({"name": "a b", "extra_body": {"x": [1, 2]}})
    assert (operation.body, operation.encode()) == ({"name": "a b", "x": [1, 2]}, b"name=a+b&x=1&x=2")


@pytest.mark.parametrize(
    ("media_types", "accept"),
    [
        (["text/plain", "application/json"], "application/json"),
        (["text/csv", "text/plain"], "text/csv"),
        (["text/event-stream"], "application/json"),
        (["application/problem+json", "application/json"], "application/problem+json"),
        ([], "application/json"),
    ],
)
def test_the_accept_header_names_one_media_type_and_prefers_json(media_types: list[str], accept: str) -> None:
    assert Responses({"200": dict.fromkeys(media_types), "4XX": {"text/html": None}}).accept == accept
    assert Responses({"default": dict.fromkeys(media_types)}).accept == accept


def test_a_file_opened_in_text_mode_is_rejected_by_name() -> None:
    with pytest.raises(TypeError, match=r"or an open binary file, got a file opened in text mode$"):
        File.of(io.StringIO("text"))
    with pytest.raises(TypeError, match=r"or an open binary file, got int$"):
        File.of(5)
