"""drift --only and --ignore: the operations whose differences are reported and applied."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from pets import TEXT, document, pet, ref

from codegen.__main__ import main
from codegen.drift.comparison import Comparison
from codegen.drift.selection import Selection
from codegen.problems import CodegenError

Node = dict[str, Any]


def build(kind: str, server: str = "https://a") -> Node:
    """Return a document with the shared schema Name, and schemas and parameters of two operations of their own."""
    paths = {}
    for tag in ("Pets", "Owners"):
        content = {"application/json": {"schema": ref(tag)}}
        parameters = [{"name": "q", "in": "query", "schema": {"type": kind}}]
        operation = {"operationId": f"list{tag}", "tags": [tag], "parameters": parameters}
        paths[f"/{tag.lower()}/{{id}}"] = {"get": {**operation, "responses": {"200": {"content": content}}}}
    named = {tag: pet(name=ref("Name"), own={"type": kind}) for tag in ("Pets", "Owners")}
    built = document(paths, {**named, "Name": pet(first={"type": kind}, last=TEXT)})
    return {**built, "servers": [{"url": server}], "security": []}


@pytest.fixture
def paths(tmp_path):
    for name, built in (("old", build("string")), ("new", build("integer", "https://b"))):
        (tmp_path / f"{name}.yaml").write_text(yaml.safe_dump(built, sort_keys=False), encoding="utf-8")
    return tmp_path / "old.yaml", tmp_path / "new.yaml"


PETS = {"changed type GET /pets/{id} query q", "changed type Pets.own"}
OWNERS = {"changed type GET /owners/{id} query q", "changed type Owners.own"}
SHARED = {"changed type Name.first"}
WHOLE = {"changed server servers"}


@pytest.mark.parametrize(
    ("only", "ignore", "expected"),
    [
        ([], [], PETS | OWNERS | SHARED | WHOLE),
        (["Pets"], [], PETS | SHARED),
        (["listPets"], [], PETS | SHARED),
        (["GET /pets/{id}"], [], PETS | SHARED),
        (["get /pets/{id}"], [], PETS | SHARED),
        (["/pets/*"], [], PETS | SHARED),
        (["GET *"], [], PETS | OWNERS | SHARED | WHOLE),
        (["Pets", "Owners"], [], PETS | OWNERS | SHARED | WHOLE),
        ([], ["Pets"], OWNERS | SHARED | WHOLE),
        ([], ["list*"], set()),
        (["GET *"], ["listOwner?"], PETS | SHARED | WHOLE),
    ],
)
def test_a_difference_belongs_to_the_operations_that_reach_it(paths, only, ignore, expected: set[str]) -> None:
    drift = Comparison(*paths, selection=Selection(tuple(only), tuple(ignore))).drift()
    assert {each.key for each in drift.differences} == expected
    assert drift.unselected == 6 - len(expected)


@pytest.mark.parametrize("option", ["--only", "--ignore"])
def test_a_pattern_that_matches_nothing_is_an_error(paths, option: str, capsys) -> None:
    assert main(["drift", *map(str, paths), option, "Cats"]) == 2
    error = capsys.readouterr().err
    assert f"{option} 'Cats' matches no operation of the two documents" in error
    with pytest.raises(CodegenError):
        Comparison(*paths, selection=Selection(("Pets",), ("Cats",))).drift()


def test_only_the_selected_differences_are_applied(paths) -> None:
    before = paths[0].read_text(encoding="utf-8").splitlines()
    result = Comparison(*paths, selection=Selection(("Pets",))).apply()
    after = result.text.splitlines()
    changed = [number for number, (one, other) in enumerate(zip(before, after, strict=True)) if one != other]
    assert [(before[at].strip(), after[at].strip()) for at in changed] == [("type: string", "type: integer")] * 3
    assert {each.key for each in result.differences} == PETS | SHARED


def test_an_operation_of_one_document_can_be_selected(paths) -> None:
    new = build("string")
    new["paths"]["/cats"] = {"get": {"operationId": "listCats", "responses": {"200": {}}}}
    del new["paths"]["/owners/{id}"]
    paths[1].write_text(yaml.safe_dump(new), encoding="utf-8")
    for pattern, expected in (
        ("listCats", "added operation GET /cats"),
        ("Owners", "removed operation GET /owners/{id}"),
    ):
        drift = Comparison(*paths, selection=Selection((pattern,))).drift()
        assert [each.key for each in drift.differences] == [expected]
