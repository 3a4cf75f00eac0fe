"""drift as a command: the table, the JSON, the exit status."""

from __future__ import annotations

import json

import pytest
import yaml
from pets import CONTRACT, furnished

from codegen.__main__ import main


@pytest.fixture
def project(tmp_path):
    return furnished(tmp_path, CONTRACT)


@pytest.fixture
def other(tmp_path):
    """A newer description: a field and an operation more, one value less, a required field."""
    document = yaml.safe_load(CONTRACT)
    schemas = document["components"]["schemas"]
    schemas["Pet"]["properties"]["age"] = {"type": "integer"}
    schemas["Pet"]["required"] = []
    schemas["PetKind"]["enum"] = ["dog"]
    document["paths"]["/pets"]["post"] = {"responses": {"201": {"description": "Done."}}}
    path = tmp_path / "newer.yaml"
    path.write_text(yaml.safe_dump(document), encoding="utf-8")
    return path


TABLE = """\
added: only the other description states it
    operation  POST /pets
    field      Pet.age     answer  integer

changed: contract -> other description
  ! required  Pet.name  answer  required -> optional

only in the contract: removed there, or never stated there
    value  PetKind  answer  cat

drift: 2 added, 1 changed, 1 only in the contract; 1 breaking
"""


def test_differences_are_a_table_with_the_breaking_ones_marked(project, other, capsys) -> None:
    assert main(["drift", str(other)], project) == 1
    assert capsys.readouterr().out == TABLE


def test_without_a_difference_the_status_says_so(project, capsys) -> None:
    assert main(["drift", str(project.contract)], project) == 0
    assert capsys.readouterr().out == "no drift\n"


def test_what_cannot_be_compared_as_it_is_stated_is_told_beside_the_differences(project, tmp_path, capsys) -> None:
    document = {**yaml.safe_load(CONTRACT), "webhooks": {"sold": {"post": {}}}}
    (newer := tmp_path / "newer.json").write_text(json.dumps(document), encoding="utf-8")
    assert main(["drift", str(newer), "--json"], project) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["drift"] is False
    assert told.err == "warning: /webhooks: 'sold' left out: the package only sends requests\n"


def test_json_has_every_difference_with_its_pointer(project, other, capsys) -> None:
    assert main(["drift", str(other), "--json"], project) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["counts"] == {"added": 2, "changed": 1, "removed": 1, "breaking": 1}
    assert next(each for each in told["differences"] if each["what"] == "required") == {
        "key": "changed required Pet.name",
        "change": "changed",
        "what": "required",
        "where": "Pet.name",
        "pointer": "/components/schemas/Pet/properties/name",
        "directions": ["answer"],
        "breaking": True,
        "here": "required",
        "there": "optional",
    }


def test_applying_tells_what_was_done_and_what_wants_words(project, other, capsys) -> None:
    assert main(["drift", str(other), "--apply"], project) == 1  # a value is still only in the contract
    told = capsys.readouterr().out.split("breaking\n\n")[1]
    assert told == (
        "openapi.yaml: 3 carried over\n\ndescribe, each in your own words:\n"
        "  /paths/~1pets/post/summary\n  /paths/~1pets/post/description\n"
        "  /paths/~1pets/post/responses/201/description\n"
        "  /components/schemas/Pet/properties/age/description\n"
    )
    written = project.contract.read_bytes()
    assert main(["drift", str(other), "--apply", "--json"], project) == 1
    assert json.loads(capsys.readouterr().out)["applied"]["carried"] == []
    assert project.contract.read_bytes() == written


def test_what_differs_on_purpose_is_counted_by_its_reason(project, other, capsys) -> None:
    differences = '["changed required Pet.*", "removed value PetKind cat", "removed field Pet.x"]'
    project.deliberate.write_text(
        f'[[deliberate]]\nreason = "Seen so."\ndifferences = {differences}\n', encoding="utf-8"
    )
    main(["drift", str(other)], project)
    assert capsys.readouterr().out.splitlines()[4:] == [
        "on purpose, see deliberate.toml: no drift",
        "     2  Seen so.",
        "",
        "1 of deliberate.toml differ no more from this description; --json names them",
        "",
        "drift: 2 added, 0 changed, 0 only in the contract; 0 breaking",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "newer.yaml is not valid YAML or JSON"),
        ("swagger: '2.0'", "the document is not OpenAPI 3.0 or 3.1"),
        (None, "cannot read or write the file"),
    ],
)
def test_what_cannot_be_compared_has_a_status_of_its_own(project, other, capsys, text: str | None, told: str) -> None:
    other.unlink()
    if text is not None:
        other.write_text(text, encoding="utf-8")
    assert main(["drift", str(other)], project) == 2
    assert told in capsys.readouterr().err


def test_what_differs_on_purpose_needs_a_reason(project, other, capsys) -> None:
    project.deliberate.write_text('[[deliberate]]\ndifferences = ["removed field Pet.x"]\n', encoding="utf-8")
    assert main(["drift", str(other)], project) == 2
    assert "has no `reason`" in capsys.readouterr().err
