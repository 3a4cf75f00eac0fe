"""python -m codegen drift: the table, the JSON and the exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from pets import CONTRACT, make_project
from projects import PROJECTS

from codegen.__main__ import main
from codegen.project import Project


@pytest.fixture
def project(tmp_path):
    return make_project(tmp_path, CONTRACT)


@pytest.fixture
def other(tmp_path):
    """A newer description: it adds a field and an operation, removes a value and makes a field optional."""
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
added: only in newer.yaml
    operation  POST /pets
    field      Pet.age     response  integer

changed: openapi.yaml -> newer.yaml
  ! required  Pet.name  response  required -> optional

removed: only in openapi.yaml
    value  PetKind  response  cat

drift: 2 added, 1 changed, 1 removed; 1 breaking (marked with !)
"""


def test_the_table_marks_breaking_differences(project, other, capsys) -> None:
    assert main(["drift", str(other)], project) == 1
    assert capsys.readouterr().out == TABLE


@pytest.fixture
def other_bodies(tmp_path):
    """A description that adds and removes bodies, responses and limits, some of them in requests and responses."""
    document = yaml.safe_load(CONTRACT)
    schemas = document["components"]["schemas"]
    schemas["Pet"]["additionalProperties"] = False
    schemas["Pet"]["properties"]["name"] |= {"maxLength": 40, "default": "Rex"}
    schemas["Pet"]["properties"]["owner"] = {"oneOf": [{"type": kind} for kind in ("integer", "boolean", "array")]}
    schemas["PetKind"] = {"type": "string"}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}, "text/csv": {}}
    listing = document["paths"]["/pets"]["get"]
    listing |= {"requestBody": {"content": content}, "deprecated": True, "x-speakeasy-pagination": {"inputs": []}}
    listing["responses"] = {"200": listing["responses"]["200"], "400": {"content": content}, "404": {}}
    path = tmp_path / "bodies.yaml"
    path.write_text(yaml.safe_dump(document), encoding="utf-8")
    return path


BODIES = """\
added: only in bodies.yaml
    body      GET /pets body  request  application/json, text/csv
    response  GET /pets 400   response  application/json, text/csv
    response  GET /pets 404   response  no content

changed: openapi.yaml -> bodies.yaml
  ! type        Pet.owner  response  string or null -> integer or boolean or array of anything
  ? values      PetKind    response  cat, dog -> not set
    paging      GET /pets  not set -> {"results": [], "offset": null, "limit": null, "limit_defa...
    deprecated  GET /pets  false -> true
    default     Pet.name   response  not set -> Rex
    limit       Pet.name   response  maxLength not set -> 40
    limit       Pet        response  additionalProperties true -> false

drift: 3 added, 7 changed, 0 removed; 1 breaking (marked with !), 1 warning (?)
"""


def test_the_table_shows_media_types_limits_and_directions(project, other_bodies, capsys) -> None:
    assert main(["drift", str(other_bodies)], project) == 1
    assert capsys.readouterr().out == BODIES


def test_without_differences_the_exit_status_is_0(project, capsys) -> None:
    assert main(["drift", str(project.contract)], project) == 0
    assert capsys.readouterr().out == "no drift\n"


def test_parts_left_out_of_the_comparison_are_warnings(project, tmp_path, capsys) -> None:
    document = yaml.safe_load(CONTRACT)
    document["paths"]["/pets"]["get"]["callbacks"] = {"sold": {"{$url}": {"post": {}}}}
    (newer := tmp_path / "newer.json").write_text(json.dumps(document), encoding="utf-8")
    assert main(["drift", str(newer), "--json"], project) == 0
    output = capsys.readouterr()
    assert json.loads(output.out)["drift"] is False
    where = "/paths/~1pets/get/callbacks/sold/{$url}/post"
    assert output.err == f"warning: {where}: 'listPets sold' left out: it declares no JSON body\n"


def test_json_contains_every_difference_with_its_pointer(project, other, capsys) -> None:
    assert main(["drift", str(other), "--json"], project) == 1
    output = json.loads(capsys.readouterr().out)
    assert output["counts"] == {"added": 2, "changed": 1, "removed": 1, "breaking": 1, "warning": 0, "info": 3}
    assert next(each for each in output["differences"] if each["kind"] == "required") == {
        "key": "changed required Pet.name",
        "change": "changed",
        "kind": "required",
        "where": "Pet.name",
        "pointer": "/components/schemas/Pet/properties/name",
        "directions": ["response"],
        "level": "breaking",
        "breaking": True,
        "rules": ["response-property-became-optional"],
        "operations": ["GET /pets"],
        "old": "required",
        "new": "optional",
    }


def test_apply_prints_applied_differences_and_missing_descriptions(project, other, capsys) -> None:
    assert main(["drift", str(other), "--apply"], project) == 1  # a value is still only in the contract
    output = capsys.readouterr().out.split("(marked with !)\n\n")[1]
    assert output == (
        "applied 3 differences to openapi.yaml\n\nwithout a description or an example: 4 parts\n"
        "     3  POST /pets\n"
        "        /paths/~1pets/post/summary\n        /paths/~1pets/post/description\n"
        "        /paths/~1pets/post/responses/201/description\n"
        "     1  GET /pets\n"
        "        /components/schemas/Pet/properties/age/description\n"
    )
    written = project.contract.read_bytes()
    assert main(["drift", str(other), "--apply", "--json"], project) == 1
    assert json.loads(capsys.readouterr().out)["applied"]["differences"] == []
    assert project.contract.read_bytes() == written


def test_the_exit_status_is_0_if_everything_is_applied(project, other_bodies, capsys) -> None:
    assert main(["drift", str(other_bodies), "--apply"], project) == 0
    assert "\n\napplied 10 differences to openapi.yaml\n\nwithout" in capsys.readouterr().out
    assert main(["drift", str(other_bodies)], project) == 0


def test_what_cannot_be_applied_is_listed(project, tmp_path, capsys) -> None:
    document = {**yaml.safe_load(CONTRACT), "webhooks": {"sold": {"post": {}}}}
    (newer := tmp_path / "newer.json").write_text(json.dumps(document), encoding="utf-8")
    assert main(["drift", str(newer), "--apply"], project) == 1
    assert capsys.readouterr().out.endswith(
        "applied 0 differences to openapi.yaml\n\nnot applied; edit by hand:\n    webhook  sold\n"
    )
    document["components"]["schemas"]["Pet"]["required"] = []
    newer.write_text(json.dumps(document), encoding="utf-8")
    main(["drift", str(newer), "--apply"], project)
    assert "applied 1 difference to openapi.yaml\n" in capsys.readouterr().out
    assert project.contract.read_text(encoding="utf-8") == CONTRACT.replace("      required: [name]\n", "")
    assert main(["drift", str(newer), "--apply", "--json"], project) == 1
    output = json.loads(capsys.readouterr().out)
    keys = [each["key"] for each in output["applied"]["remaining"]]
    assert (output["drift"], keys) == (True, ["added webhook sold"])


def test_json_lists_intended_differences_and_stale_entries(project, other, capsys) -> None:
    project.deliberate.write_text(
        '[[deliberate]]\nreason = "Seen so."\n'
        'differences = ["removed value PetKind cat", "removed field Pet.x", "removed field Toy.*"]\n',
        encoding="utf-8",
    )
    main(["drift", str(other), "--json"], project)
    output = json.loads(capsys.readouterr().out)
    assert [(each["key"], each["reason"]) for each in output["deliberate"]] == [
        ("removed value PetKind cat", "Seen so.")
    ]
    assert output["stale"] == ["removed field Pet.x", "removed field Toy.*"]
    assert all(each["key"] != "removed value PetKind cat" for each in output["differences"])


@pytest.mark.parametrize(("length", "shown"), [(51, "x" * 51), (52, "x" * 48 + "...")])
def test_details_are_cut_to_the_width_of_the_table(project, tmp_path, capsys, length: int, shown: str) -> None:
    document = yaml.safe_load(CONTRACT)
    document["components"]["schemas"]["Pet"]["properties"]["name"]["default"] = "x" * length
    (newer := tmp_path / "newer.json").write_text(json.dumps(document), encoding="utf-8")
    main(["drift", str(newer)], project)
    assert capsys.readouterr().out.splitlines()[1] == f"    default  Pet.name  response  not set -> {shown}"


def test_the_column_of_names_is_at_most_as_wide_as_the_table(project, tmp_path, capsys) -> None:
    document = yaml.safe_load(CONTRACT)
    for name in ("a", "b" * 80):
        document["components"]["schemas"]["Pet"]["properties"][name] = {"type": "string"}
    (newer := tmp_path / "newer.json").write_text(json.dumps(document), encoding="utf-8")
    main(["drift", str(newer)], project)
    assert capsys.readouterr().out.splitlines()[1:3] == [
        f"    field  {'Pet.a':72}  response  string",
        f"    field  Pet.{'b' * 80}  response  string",
    ]


def test_deliberate_differences_are_counted_by_reason(project, other, capsys) -> None:
    differences = '["changed required Pet.*", "removed value PetKind cat", "removed field Pet.x"]'
    project.deliberate.write_text(
        f'[[deliberate]]\nreason = "Seen so."\ndifferences = {differences}\n', encoding="utf-8"
    )
    main(["drift", str(other)], project)
    assert capsys.readouterr().out.splitlines()[4:] == [
        "intended, listed in deliberate.toml; not counted as drift:",
        "     2  Seen so.",
        "",
        "entries of deliberate.toml that match no difference: 1; --json lists them",
        "",
        "drift: 2 added, 0 changed, 0 removed; 0 breaking",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "newer.yaml is not valid YAML or JSON"),
        ("swagger: '1.2'", "the document is not OpenAPI 3.0 or 3.1"),
        (None, "cannot read or write the file"),
    ],
)
def test_an_invalid_document_has_exit_status_2(project, other, capsys, text: str | None, message: str) -> None:
    other.unlink()
    if text is not None:
        other.write_text(text, encoding="utf-8")
    assert main(["drift", str(other)], project) == 2
    assert message in capsys.readouterr().err


def test_deliberate_differences_need_a_reason(project, other, capsys) -> None:
    project.deliberate.write_text('[[deliberate]]\ndifferences = ["removed field Pet.x"]\n', encoding="utf-8")
    assert main(["drift", str(other)], project) == 2
    assert "has no `reason`" in capsys.readouterr().err


@pytest.mark.parametrize("contract", PROJECTS, ids=lambda contract: contract.name)
def test_every_contract_of_the_project_can_be_compared(
    contract: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = contract.contract.read_text(encoding="utf-8")
    assert main(["drift", str(contract.contract), "--contract", contract.name]) == 0
    assert capsys.readouterr().out.endswith("no drift\n")
    newer = tmp_path / "newer.yaml"
    path = next(line for line in text.splitlines() if line.startswith("  /"))
    newer.write_text(text.replace(path, f"  /other{path.strip()}", 1), "utf-8")
    assert main(["drift", str(newer), "--contract", contract.name]) == 1
    assert "/other" in capsys.readouterr().out
