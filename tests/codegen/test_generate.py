"""Generating packages from the contract of this project, from other documents, and from invalid ones."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from projects import OPENROUTER, move_project

from codegen.__main__ import main
from codegen.manifest import find_differences
from codegen.project import Project

PET = {
    "type": "object",
    "required": ["kind"],
    "properties": {
        "kind": {"type": "string", "enum": ["cat"]},
        "name": {"type": "string", "nullable": True},
        "owner": {"allOf": [{"$ref": "#/components/schemas/Owner"}], "description": "Whose it is."},
    },
}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.0.3",
    "info": {"title": "Pets", "version": "1"},
    "servers": [{"url": "https://pets.example"}],
    "paths": {
        "/pets/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}],
            "get": {
                "operationId": "getPet",
                "tags": ["Pets"],
                "responses": {
                    200: {
                        "description": "It.",
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}},
                    }
                },
            },
        }
    },
    "components": {"schemas": {"Pet": PET, "Owner": {"type": "object", "properties": {"name": {"type": "string"}}}}},
}


@pytest.fixture
def import_package(tmp_path: Path) -> Iterator[Callable[[str], ModuleType]]:
    """A function that imports every module of a package in the folder of the test."""
    sys.path.insert(0, str(tmp_path))
    names: list[str] = []

    def load(name: str) -> ModuleType:
        names.append(name)
        package = importlib.import_module(name)
        for module in pkgutil.walk_packages(package.__path__, f"{name}."):
            importlib.import_module(module.name)
        return package

    yield load
    sys.path.remove(str(tmp_path))
    for module in [each for each in sys.modules if each.partition(".")[0] in names]:
        del sys.modules[module]


def write_document(folder: Path, document: Any, name: str) -> Path:
    path = folder / name
    text = json.dumps(document) if name.endswith(".json") else yaml.safe_dump(document, sort_keys=False)
    path.write_text(text, encoding="utf-8")
    return path


def convert_to_3_1(document: Any) -> Any:
    text = json.dumps(document).replace('"3.0.3"', '"3.1.0"')
    return json.loads(text.replace('"type": "string", "nullable": true', '"type": ["string", "null"]'))


class TestOtherDocuments:
    @pytest.mark.parametrize("name", ["pets.json", "pets.yaml"])
    @pytest.mark.parametrize("version", ["3.0", "3.1"])
    def test_a_package_of_another_document_is_generated_and_imported(
        self,
        tmp_path: Path,
        capsys: pytest.CaptureFixture[str],
        import_package: Callable[[str], ModuleType],
        name: str,
        version: str,
    ) -> None:
        document = DOCUMENT if version == "3.0" else convert_to_3_1(DOCUMENT)
        assert main(["generate", str(write_document(tmp_path, document, name)), str(tmp_path / "pets_api")]) == 0
        assert capsys.readouterr().out.splitlines()[-1] == "1 operation, 2 schemas, 0 warnings"

        pets = import_package("pets_api")
        operation = pets.operations.pets.get_pet(id=7)
        pet = operation.read(200, {"content-type": "application/json"}, b'{"kind": "cat", "owner": {"name": "Ada"}}')
        assert (operation.path, pet.owner.name, pets.BASE_URL) == ("/pets/7", "Ada", "https://pets.example")
        assert pets.models.Pet(name=None).to_dict() == {"kind": "cat", "name": None}

    def test_an_operation_with_only_an_event_stream_returns_a_stream(
        self, tmp_path: Path, import_package: Callable[[str], ModuleType]
    ) -> None:
        get = {**DOCUMENT["paths"]["/pets/{id}"]["get"]}
        get["responses"] = {"200": {"content": {"text/event-stream": {"schema": {"$ref": "#/components/schemas/Pet"}}}}}
        spec = write_document(tmp_path, with_path_members(get=get), "pets.json")
        assert main(["generate", str(spec), str(tmp_path / "events_api")]) == 0
        events = import_package("events_api")

        class Sender:
            def stream(self, operation: Any, **_: Any) -> Any:
                return [operation.events.read({"kind": "cat"})]

        assert events.namespaces.pets.Pets(Sender()).get_pet(id=1) == [events.models.Pet()]

    @pytest.mark.parametrize("required", [True, False])
    def test_a_body_that_is_not_an_object_is_a_positional_argument(
        self, tmp_path: Path, import_package: Callable[[str], ModuleType], required: bool
    ) -> None:
        names = {"content": {"application/json": {"schema": {"type": "array", "items": {"type": "string"}}}}}
        put = {"operationId": "name", "requestBody": {"required": required, **names}, "responses": {"204": {}}}
        spec = write_document(tmp_path, with_path_members(put=put), "pets.json")
        assert main(["generate", str(spec), str(tmp_path / "whole_api")]) == 0
        whole = import_package("whole_api")

        class Sender:
            def send(self, operation: Any, **_: Any) -> Any:
                return operation.path, operation.body

        methods = whole.namespaces.default.Default(Sender())
        assert methods.name(["a"], id=1) == ("/pets/1", ["a"])
        if not required:
            assert methods.name(id=1)[0] == "/pets/1"

    @pytest.mark.parametrize(
        ("flags", "packages"),
        [([], {"openrouterkit_runtime"}), (["--standalone"], set())],
        ids=["linked", "standalone"],
    )
    def test_a_package_imports_the_runtime_or_its_copy_and_nothing_else_of_this_project(
        self, tmp_path: Path, flags: list[str], packages: set[str]
    ) -> None:
        spec, folder = write_document(tmp_path, DOCUMENT, "pets.json"), tmp_path / "pets_api"
        assert main(["generate", str(spec), str(folder), *flags]) == 0
        modules = [path.read_text(encoding="utf-8") for path in folder.rglob("*.py") if path.name != "client.py"]
        ours = r"^\s*(?:from|import) (openrouterkit\w*|codegen)\b"
        assert {name for text in modules for name in re.findall(ours, text, re.MULTILINE)} == packages
        assert (folder / "_runtime").is_dir() == bool(flags)

    def test_a_standalone_package_works_without_this_project(self, tmp_path: Path) -> None:
        spec = write_document(tmp_path, DOCUMENT, "pets.json")
        assert main(["generate", str(spec), str(tmp_path / "pets_api"), "--standalone"]) == 0
        program = (
            "import sys; sys.meta_path.insert(0, type('Finder', (), {'find_spec': staticmethod(find)}))\n"
            "from pets_api import DecodeError, operations, models\n"
            "read = operations.pets.get_pet(id=7).read\n"
            "print(read(200, {'content-type': 'application/json'}, b'{\"owner\": {\"name\": \"Ada\"}}').owner.name)\n"
        )
        finder = "def find(name, *_):\n    assert not name.startswith(('openrouterkit', 'codegen')), name\n"
        done = subprocess.run(
            [sys.executable, "-c", finder + program], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert (done.stdout, done.stderr) == ("Ada\n", "")

    def test_the_manifest_includes_a_copied_runtime(self, tmp_path: Path) -> None:
        spec = write_document(tmp_path, DOCUMENT, "pets.json")
        for flags in ([], ["--standalone"]):
            assert main(["generate", str(spec), str(tmp_path / f"api{len(flags)}"), *flags]) == 0
        linked, copied = ((tmp_path / name / "MANIFEST").read_text(encoding="utf-8") for name in ("api0", "api1"))
        assert ("_runtime/model.py" in linked, "_runtime/model.py" in copied) == (False, True)
        assert linked.splitlines()[1] != copied.splitlines()[1]

    def test_a_standalone_package_requires_an_installed_runtime(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("codegen.rendering.render.find_spec", lambda name: None)
        spec = write_document(tmp_path, DOCUMENT, "pets.json")
        assert main(["generate", str(spec), str(tmp_path / "api"), "--standalone"]) == 2
        assert "error: cannot copy openrouterkit_runtime: it is not installed" in capsys.readouterr().err
        assert not (tmp_path / "api").exists()

    @pytest.mark.parametrize("flags", [["--standalone"], ["--names", "names.toml"], ["--operations", "rows.toml"]])
    def test_flags_are_rejected_for_the_contract_of_this_project(
        self, capsys: pytest.CaptureFixture[str], flags: list[str]
    ) -> None:
        with pytest.raises(SystemExit):
            main(["generate", *flags])
        assert "require SPEC and OUT" in capsys.readouterr().err

    def test_a_table_of_names_applies_to_another_document(
        self, tmp_path: Path, import_package: Callable[[str], ModuleType]
    ) -> None:
        (tmp_path / "names.toml").write_text('[methods]\ngetPet = "find"\n', encoding="utf-8")
        spec = str(write_document(tmp_path, DOCUMENT, "pets.json"))
        arguments = ["generate", spec, str(tmp_path / "pets_api"), "--names", str(tmp_path / "names.toml")]
        assert main(arguments) == 0
        pets = import_package("pets_api")
        assert callable(pets.operations.pets.find)
        assert not hasattr(pets.operations.pets, "get_pet")
        assert "names.toml" in (tmp_path / "pets_api" / "operations" / "pets.py").read_text(encoding="utf-8")

    def test_generating_another_document_leaves_the_repository_unchanged(self, tmp_path: Path) -> None:
        before = snapshot(OPENROUTER.package)
        assert main(["generate", str(write_document(tmp_path, DOCUMENT, "pets.json")), str(tmp_path / "pets_api")]) == 0
        assert snapshot(OPENROUTER.package) == before
        assert sorted(path.name for path in tmp_path.iterdir()) == ["pets.json", "pets_api"]

    def test_omitted_parts_are_reported_and_base_url_variables_are_resolved(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], import_package: Callable[[str], ModuleType]
    ) -> None:
        document = with_path_members(
            put=DOCUMENT["paths"]["/pets/{id}"]["get"], servers=[{"url": "https://other.example"}]
        )
        document["servers"] = [{"url": "https://{region}.pets.example", "variables": {"region": {"default": "eu"}}}]
        document |= {"openapi": "3.1", "webhooks": {"sold": {"post": {"operationId": "getPet"}}}}
        assert (
            main(["generate", str(write_document(tmp_path, document, "pets.json")), str(tmp_path / "partial_api")]) == 0
        )
        shown = capsys.readouterr()
        assert [line.split(": ")[1] for line in shown.err.splitlines()] == [
            "/webhooks/sold/post",
            "/paths/~1pets~1{id}/servers",
            "/paths/~1pets~1{id}/put",
        ]
        assert shown.out == "2 operations, 2 schemas, 2 left out, 3 warnings\n"
        partial_api = import_package("partial_api")
        assert partial_api.BASE_URL == "https://eu.pets.example"
        assert partial_api.operations.pets.get_pet_2(id=1).method == "PUT"

    def test_generating_twice_writes_the_same_bytes(self, tmp_path: Path) -> None:
        spec = write_document(tmp_path, DOCUMENT, "pets.json")
        assert main(["generate", str(spec), str(tmp_path / "one" / "api")]) == 0
        assert main(["generate", str(spec), str(tmp_path / "two" / "api")]) == 0
        assert find_differences(tmp_path / "one" / "api", tmp_path / "two" / "api") == []

    def test_generating_removes_stale_modules(self, tmp_path: Path) -> None:
        spec = write_document(tmp_path, DOCUMENT, "pets.json")
        assert main(["generate", str(spec), str(tmp_path / "api")]) == 0
        (tmp_path / "api" / "models" / "stale.py").touch()
        assert main(["generate", str(spec), str(tmp_path / "api")]) == 0
        assert not (tmp_path / "api" / "models" / "stale.py").exists()

    def test_a_folder_that_is_not_a_generated_package_is_not_replaced(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "mine").mkdir()
        (tmp_path / "mine" / "thesis.txt").write_text("years of work")
        assert main(["generate", str(write_document(tmp_path, DOCUMENT, "pets.json")), str(tmp_path / "mine")]) == 2
        assert "is not a generated package" in capsys.readouterr().err
        assert (tmp_path / "mine" / "thesis.txt").read_text() == "years of work"

    def test_a_folder_name_that_python_cannot_import_is_rejected(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["generate", str(write_document(tmp_path, DOCUMENT, "pets.json")), str(tmp_path / "my-api")]) == 2
        assert "not a valid Python name" in capsys.readouterr().err

    def test_a_document_requires_an_output_folder(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit):
            main(["generate", "pets.json"])
        assert "generate SPEC OUT" in capsys.readouterr().err


def with_path_members(**members: Any) -> dict[str, Any]:
    """Return the document with members of its only path replaced."""
    document = json.loads(json.dumps(DOCUMENT))
    document["paths"]["/pets/{id}"].update(members)
    return document


def with_schemas(**schemas: Any) -> dict[str, Any]:
    document = json.loads(json.dumps(DOCUMENT))
    document["components"]["schemas"].update(schemas)
    return document


class TestInvalidDocuments:
    @pytest.mark.parametrize(
        ("document", "pointer", "problem"),
        [
            (
                with_schemas(Pet={"properties": {"home": {"$ref": "#/components/schemas/Home"}}}),
                "/components/schemas/Pet/properties/home",
                "the reference target '#/components/schemas/Home' does not exist",
            ),
            (
                with_schemas(Pet={"allOf": [{"$ref": "#/components/schemas/Home"}]}),
                "/components/schemas/Pet/allOf/0",
                "the reference target '#/components/schemas/Home' does not exist",
            ),
            (
                with_path_members(get={**DOCUMENT["paths"]["/pets/{id}"]["get"], "deprecated": "since when"}),
                "/paths/~1pets~1{id}/get/deprecated",
                "openapi-python-client cannot read the document",
            ),
            (with_schemas(Pet=[]), "/components/schemas/Pet", "expected a schema object, found a list"),
            ({**DOCUMENT, "openapi": "3.2.0"}, "/openapi", "the document is not OpenAPI 3.0 or 3.1"),
            ({"swagger": "1.2"}, "/openapi", "the document is not OpenAPI 3.0 or 3.1"),
            ("no document", "/openapi", "the document is not OpenAPI 3.0 or 3.1"),
        ],
    )
    def test_the_error_has_pointer_problem_and_fix_and_the_old_package_remains(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], document: Any, pointer: str, problem: str
    ) -> None:
        assert main(["generate", str(write_document(tmp_path, DOCUMENT, "good.json")), str(tmp_path / "api")]) == 0
        before = snapshot(tmp_path)
        spec = write_document(tmp_path, document, "bad.json")

        unreadable = pointer == "/openapi" or "cannot read" in problem
        assert main(["generate", str(spec), str(tmp_path / "api")]) == (2 if unreadable else 1)
        errors = capsys.readouterr().err
        assert re.match(rf"codegen: error: {re.escape(pointer)}: {problem}.*\n  fix: \w+", errors), errors

        spec.unlink()
        assert snapshot(tmp_path) == before

    def test_no_folder_is_created_for_an_invalid_document(self, tmp_path: Path) -> None:
        spec = write_document(tmp_path, with_schemas(Pet={"$ref": "#/nowhere"}), "bad.json")
        assert main(["generate", str(spec), str(tmp_path / "deep" / "api")]) == 1
        assert [path.name for path in tmp_path.iterdir()] == ["bad.json"]

    def test_a_missing_file_is_reported(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["generate", str(tmp_path / "gone.yaml"), str(tmp_path / "api")]) == 2
        assert "gone.yaml" in capsys.readouterr().err


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A copy of the package of the contract and of the files it is generated from."""
    copy, real = move_project(OPENROUTER, tmp_path), OPENROUTER
    shutil.copytree(real.package, copy.package, ignore=shutil.ignore_patterns("__pycache__"))
    copy.tables.mkdir(parents=True)
    for name in ("contract", "pin", "names", "corrections", "operations", "constructors", "second_reading"):
        shutil.copy(getattr(real, name), getattr(copy, name))
    return copy


class TestTheContract:
    def test_the_generated_packages_are_up_to_date(self, project: Project, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check"], project) == 0, capsys.readouterr().err
        package, second_reading = capsys.readouterr().out.splitlines()
        assert re.fullmatch(r"generated/openrouterkit_api/ is up to date: \d+ files", package)
        assert re.match(
            r"openapi-python-client reads the same in \d+ places, except for 1 with a reason", second_reading
        )
        assert main(["check"]) == 0, capsys.readouterr().err
        assert "generated/openrouterkit_mistral_api/ is up to date" in capsys.readouterr().out

    def test_check_lists_changed_missing_and_added_files(
        self, project: Project, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (project.package / "models" / "chat_usage.py").write_text("# mine\n", encoding="utf-8")
        (project.package / "models" / "chat_result.py").unlink()
        (project.package / "models" / "extra.py").touch()
        assert main(["check"], project) == 1
        assert capsys.readouterr().err.splitlines()[1:4] == [
            "  changed by hand: models/chat_usage.py",
            "  missing: models/chat_result.py",
            "  not generated: models/extra.py",
        ]

    @pytest.mark.parametrize(
        ("text", "problem"), [(None, "missing: MANIFEST"), ("codegen 0", "but codegen/ has changed")]
    )
    def test_check_reads_the_manifest(
        self, project: Project, capsys: pytest.CaptureFixture[str], text: str | None, problem: str
    ) -> None:
        manifest = project.package / "MANIFEST"
        manifest.unlink() if text is None else manifest.write_text(text, encoding="utf-8")
        assert main(["check"], project) == 1
        assert problem in capsys.readouterr().err

    def test_check_changes_no_file(self, project: Project) -> None:
        (project.package / "models" / "extra.py").touch()
        before = snapshot(project.root)
        main(["check"], project)
        assert snapshot(project.root) == before

    def test_generate_undoes_a_hand_edit(self, project: Project, capsys: pytest.CaptureFixture[str]) -> None:
        (project.package / "models" / "chat_usage.py").unlink()
        assert main(["generate"], project) == 0
        assert re.fullmatch(r"\d+ operations, \d+ schemas, 0 warnings", capsys.readouterr().out.strip())
        assert main(["check"], project) == 0

    def test_a_changed_contract_is_rejected_until_it_is_pinned(
        self, project: Project, capsys: pytest.CaptureFixture[str]
    ) -> None:
        with project.contract.open("a", encoding="utf-8") as contract:
            contract.write("# a remark\n")
        before = snapshot(project.package)
        assert main(["generate"], project) == 2
        assert "then run `make pin`" in capsys.readouterr().err
        assert snapshot(project.package) == before
        assert (main(["pin"], project), main(["generate"], project)) == (0, 0)

    def test_an_openapi_python_client_that_is_not_pinned_is_rejected(
        self, project: Project, capsys: pytest.CaptureFixture[str]
    ) -> None:
        project.pin.write_text(project.pin.read_text().replace("0.29.1", "0.28.0"))
        assert main(["generate"], project) == 2
        assert "openapi-python-client 0.29.1 is installed, but pin.toml requires 0.28.0" in capsys.readouterr().err

    def test_a_warning_about_the_contract_of_this_project_is_an_error(
        self, project: Project, capsys: pytest.CaptureFixture[str]
    ) -> None:
        text = project.contract.read_text(encoding="utf-8")
        clash = (
            "  schemas:\n    chatUsage:\n      type: object\n      properties:\n        a:\n          type: string\n"
        )
        project.contract.write_text(text.replace("  schemas:\n", clash, 1), encoding="utf-8")
        before = snapshot(project.package)
        assert (main(["pin"], project), main(["generate"], project)) == (0, 1)
        assert "the contract causes warnings" in capsys.readouterr().err
        assert snapshot(project.package) == before
