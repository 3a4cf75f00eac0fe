# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""What is the same for every call of an operation, as frozen data."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from attrs import field, frozen

from .answers import Answers, Events
from .pagination import Pagination
from .unset import UNSET

EXTRA = ("extra_headers", "extra_query", "extra_body")


@frozen
class Body:
    """What a request's body is made of.

    Attributes:
        media_type: of the body as it is sent.
        members: keyword -> name on the wire, for a JSON object that is given member by member.
        required: the keywords that must be given where the body is not given whole.
        needed: whether a body that has no members must be given.
        files: the names on the wire of the parts that are files, for a multipart body.
    """

    media_type: str
    members: Mapping[str, str] = field(factory=dict)
    required: tuple[str, ...] = ()
    needed: bool = False
    files: frozenset[str] = frozenset()


@frozen
class Endpoint:
    """An operation of the contract.

    Attributes:
        id: the contract's operation id.
        function: the name a caller knows it by, for messages.
        path: with {parameters} to be filled in.
        path_params, query_params, header_params: keyword -> name on the wire.
        query_styles: name on the wire -> how a list or an object is written, where it is not one pair an item: `comma`,
            `space`, `pipe` (joined by it), `deep` (`name[member]=...`), `members` (each member a pair of its own).
        required: keywords of parameters that must be given.
        answers: readers by status and media type.
        events: how the event stream is read, if there is one.
        paging: how the next page is found, if there are pages.
        needs_key: whether the service wants a key.
    """

    id: str
    function: str
    method: str
    path: str
    answers: Answers
    path_params: Mapping[str, str] = field(factory=dict)
    query_params: Mapping[str, str] = field(factory=dict)
    header_params: Mapping[str, str] = field(factory=dict)
    query_styles: Mapping[str, str] = field(factory=dict)
    required: tuple[str, ...] = ()
    body: Body | None = None
    events: Events | None = None
    paging: Pagination | None = None
    needs_key: bool = True

    def check(self, body: Any, params: Mapping[str, Any]) -> None:
        """Raise TypeError for a keyword the operation does not take, or one missing that it needs."""
        for name in params:
            if not self._takes(name):
                raise TypeError(self._refusal(name))
        missing = [name for name in self.required if params.get(name, UNSET) is UNSET]
        if body is None and self.body is not None:
            merged = params.get("extra_body") or {}
            wire = self.body.members
            absent = [name for name in self.body.required if params.get(name, UNSET) is UNSET]
            missing += [name for name in absent if wire.get(name) not in merged]
            missing += ["body"] if self.body.needed and not merged else []
        if missing:
            raise TypeError(f"{self.function}() is missing {', '.join(repr(name) for name in missing)}")

    def _takes(self, name: str) -> bool:
        return (
            (self.body is not None and name in self.body.members)
            or name in self.query_params
            or name in self.path_params
            or name in self.header_params
            or name in EXTRA
        )

    def _refusal(self, name: str) -> str:
        members = self.body.members if self.body is not None else {}
        known = [*members, *self.path_params, *self.query_params, *self.header_params, *EXTRA]
        near = get_close_matches(name, known, 1)
        way = "extra_body" if self.body is not None else "extra_query"
        hint = f"did you mean {near[0]!r}?" if near else f"send what the contract does not know by {way}={{...}}"
        return f"{self.function}() does not take {name!r}; {hint}"
