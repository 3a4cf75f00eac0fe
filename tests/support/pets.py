"""Small documents about pets, for tests that compare and edit documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st
from projects import OPENROUTER, move_project

from codegen.drift.comparison import RENAMES, Applied, Comparison, Drift
from codegen.project import Project

Node = dict[str, Any]

TEXT = {"type": "string"}

CONTRACT = """\
openapi: 3.1.0
info: {title: Pets, version: '1'}
tags:
  - name: Pets
    description: All about pets.
paths:
  /pets:
    get:
      operationId: listPets
      tags: [Pets]
      summary: List pets
      description: >-
        Gives every pet, the
        oldest first.
      responses:
        '200':
          description: The pets.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Pets'
              example: [{name: Rex, kind: dog, owner: null}]
components:
  schemas:
    # what lives with people
    Pet:
      description: A pet.   # also a stray
      type: object
      properties:
        kind:
          description: What it is.
          $ref: '#/components/schemas/PetKind'
        name:
          description: What it is called,
            by its people.
          type: string
        owner:
          description: Whose it is. Null for a stray.
          type: [string, 'null']
      required: [name]
    PetKind:
      description: A kind of pet.
      type: string
      enum:
        - cat
        - dog
    Pets:
      description: Pets.
      type: array
      items:
        $ref: '#/components/schemas/Pet'
"""


def make_project(root: Path, contract: str) -> Project:
    """Create a project with the contract and empty tables."""
    project = move_project(OPENROUTER, root)
    project.tables.mkdir(parents=True, exist_ok=True)
    for name in ("names.toml", "corrections.toml", "operations.toml", "constructors.toml"):
        (project.tables / name).write_text("", encoding="utf-8")
    project.contract.write_text(contract, encoding="utf-8")
    return project


def apply(project: Project, theirs: Node) -> Applied:
    """Apply the differences of another document, write the contract and return the result."""
    other = project.root / "other.json"
    other.write_text(json.dumps(theirs), encoding="utf-8")
    result = Comparison(project.contract, other, project).apply()
    project.contract.write_text(result.text, encoding="utf-8")
    return result


def compare_with_other(project: Project) -> Drift:
    """Return the differences of the document that `apply` has written."""
    return Comparison(project.contract, project.root / "other.json", project).drift()


def remaining_keys(project: Project) -> list[str]:
    """Return the keys of the differences that remain after `apply`, except names, which it keeps."""
    found = compare_with_other(project).differences
    return [each.key for each in found if each.kind not in RENAMES]


def update(root: Path, ours: Node, theirs: Node) -> Node:
    """Return a contract after all differences of another document are applied to it; none may remain."""
    project = make_project(root, yaml.safe_dump(json.loads(json.dumps(ours)), sort_keys=False))
    result = apply(project, theirs)
    assert result.remaining == []
    assert remaining_keys(project) == []
    updated: Node = yaml.safe_load(result.text)
    return updated


def ref(name: str) -> Node:
    return {"$ref": f"#/components/schemas/{name}"}


def sent(schema: Node, **named: Node) -> Node:
    """Return a document whose only operation has a request body with the schema and an empty response."""
    body = {"required": True, "content": {"application/json": {"schema": schema}}}
    return document({"/pets": {"post": {"requestBody": body, "responses": {"204": {}}}}}, named)


def document(paths: Node, named: Node | None = None) -> Node:
    return {"openapi": "3.1.0", "info": {}, "paths": paths, "components": {"schemas": named or {}}}


def pet(required: tuple[str, ...] = (), **properties: Node) -> Node:
    """Return an object schema with these properties."""
    return {"type": "object", "properties": properties, "required": list(required)}


SCALARS = st.sampled_from(
    [TEXT, {"type": "integer"}, {"type": ["boolean", "null"]}, {"enum": ["a", "b"]}, {"const": "c"}]
)


def nest(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    objects = st.dictionaries(st.sampled_from("abcd"), inner, min_size=1).map(
        lambda properties: pet(tuple(properties)[:1], **properties)
    )
    return (
        objects
        | inner.map(lambda items: {"type": "array", "items": items})
        | st.lists(inner, min_size=2, max_size=3).map(lambda variants: {"anyOf": variants})
    )


SCHEMAS = st.recursive(SCALARS, nest, max_leaves=12)
