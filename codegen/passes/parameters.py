"""Normalizes parameters: all have a schema, path parameters are required, cookies are removed with a warning.

before
    operation: {parameters: [{name: id, in: path}, {name: s, in: cookie},
      {name: q, in: query, content: {application/json: {schema: {type: string}}}}]}
after
    operation: {parameters: [{name: id, in: path, required: true, schema: {}},
      {name: q, in: query, schema: {type: string}}]}

`style` and `explode` become one `x-style`, except for the default style of lists, one pair per item.

before
    operation: {parameters: [{name: q, in: query, style: form, explode: false, schema: {type: array}},
      {name: r, in: query, style: deepObject, schema: {type: object}}]}
after
    operation: {parameters: [{name: q, in: query, x-style: comma, schema: {type: array}},
      {name: r, in: query, x-style: deep, schema: {type: object}}]}
"""

from __future__ import annotations

from ..document import Node, iter_operations
from ..problems import Report

_JOINED = {"form": "comma", "spaceDelimited": "space", "pipeDelimited": "pipe"}


def run(document: Node, report: Report) -> None:
    """Normalize the parameters of every operation."""
    for place, _, _, operation in iter_operations(document):
        for index, parameter in enumerate(operation["parameters"]):
            _normalize(parameter)
            if parameter["in"] == "cookie":
                hint = f"extra_headers={{'Cookie': '{parameter['name']}=...'}}"
                report.leave_out(
                    f"{place}/parameters/{index}", "cookie-parameter", f"cookie parameter left out; pass {hint}"
                )
        operation["parameters"] = [each for each in operation["parameters"] if each["in"] != "cookie"]


def _normalize(parameter: Node) -> None:
    content = parameter.pop("content", None) or {}
    style, explode = parameter.pop("style", "form"), parameter.pop("explode", None)
    word = _JOINED.get(style) if explode is False or (explode is None and style != "form") else "members"
    word = "deep" if style == "deepObject" else word
    if parameter["in"] == "query" and not content and word is not None:
        parameter["x-style"] = word
    declared: Node = next((media["schema"] for media in content.values() if "schema" in media), {})
    parameter.setdefault("schema", declared)
    if parameter["in"] == "path":
        parameter["required"] = True
    if parameter["schema"].get("type") in ("string", "integer", "number", "boolean"):
        parameter.pop("x-style", None)  # a scalar is written in the same way in all styles
