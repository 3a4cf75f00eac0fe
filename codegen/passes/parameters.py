"""Parameters: each has a schema, one in the path is required; one in a cookie is left out, with a warning.

before  [{name: id, in: path}, {name: q, in: query, content: {application/json: {schema: X}}}, {name: s, in: cookie}]
after   [{name: id, in: path, required: true, schema: {}}, {name: q, in: query, schema: X}]
"""

from __future__ import annotations

from ..document import Node, operations_of
from ..problems import Report


def run(document: Node, report: Report) -> None:
    """Tidy the parameters of every operation."""
    for place, _, _, operation in operations_of(document):
        for index, parameter in enumerate(operation["parameters"]):
            _tidy(parameter)
            if parameter["in"] == "cookie":
                hint = f"extra_headers={{'Cookie': '{parameter['name']}=...'}}"
                report.warn(f"{place}/parameters/{index}", f"cookies are no keywords; a caller gives {hint}")
        operation["parameters"] = [each for each in operation["parameters"] if each["in"] != "cookie"]


def _tidy(parameter: Node) -> None:
    content = parameter.pop("content", None) or {}
    stated: Node = next((media["schema"] for media in content.values() if "schema" in media), {})
    parameter.setdefault("schema", stated)
    if parameter["in"] == "path":
        parameter["required"] = True
