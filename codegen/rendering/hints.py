"""Hints of errors: what the descriptions of the error responses say about all operations of a service."""

from __future__ import annotations

import re
from collections import defaultdict

from ..document import Node, iter_operations

_STATUSES = (401, 403, 404, 429)
# Words of descriptions that only repeat what the status means.
_GENERAL = frozenset(
    """a an and api are as at auth authenticate authenticated authentication authorisation authorization authorize
    authorized be been but by call caller cannot client content could credentials denied do does entity error exceeded
    exist exists failed failure for forbidden found from given has have http if in incorrect information insufficient
    invalid is it its key limit limited limits made many missing must no not object of on operation or permission
    permissions permitted please possible provided rate refused reached request requested requests resource resources
    response result server service specified status supplied that the there this to token too unauthenticated
    unauthorised unauthorized unknown url used user valid was were when with without wrong you your""".split()  # noqa: SIM905 - a list of words is easier to read without quotes
)
_MOST_CHARACTERS = 200


def find_hints(normal: Node) -> dict[int, str]:
    """Return the descriptions of error responses that tell more than the status, by status.

    A hint applies to every operation. So a description is one only if all operations that declare the status agree.
    """
    found: dict[int, list[str]] = defaultdict(list)
    for _, _, _, operation in iter_operations(normal):
        for status, response in operation["responses"].items():
            if status.isdecimal() and int(status) in _STATUSES:
                found[int(status)].append(_write_hint(str(response.get("description") or "")))
    agreed = {status: texts[0] for status, texts in sorted(found.items()) if len(set(texts)) == 1}
    return {status: text for status, text in agreed.items() if text and (status != 404 or len(found[404]) > 1)}


def _write_hint(description: str) -> str:
    """Return a description as the end of an error's text; "" if it is long, or says no more than the status."""
    text = "".join(char for char in " ".join(description.split()) if char.isprintable()).rstrip(". ")
    words = re.findall(r"[^\W\d_]+|\d+", text.lower())
    tells = [word for word in words if word not in _GENERAL and word not in map(str, _STATUSES)]
    return text if len(tells) > 1 and len(text) <= _MOST_CHARACTERS and not re.search(r"[<>`\[\]]", text) else ""
