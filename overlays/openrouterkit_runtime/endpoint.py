"""What is the same for every call of an operation, as frozen data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Generic, Literal, Protocol, Self, TypeVar

from attrs import Factory, evolve, field, frozen

from .pagination import Pagination
from .plain import ATOMS
from .responses import Events, Responses
from .unset import UNSET

EXTRA = ("extra_headers", "extra_query", "extra_body")


@frozen
class Body:
    """What a request's body consists of.

    Attributes:
        media_type: the Content-Type of the body.
        members: keyword -> name on the wire, for a JSON object whose members are given as keywords.
        required: the keywords that must be given unless the whole body is given.
        needed: whether a body without members must be given.
        files: the names on the wire of the parts that are files, for a multipart body.
        lists: the keywords that take a list; a text or a single object given for one is an error.
        object_lists: those of them whose items are objects; a text among the items is an error.
        objects: the keywords that take an object; one given for any other is an error. None for no check.
    """

    media_type: str
    members: Mapping[str, str] = field(factory=dict)
    required: tuple[str, ...] = ()
    needed: bool = False
    files: frozenset[str] = frozenset()
    lists: tuple[str, ...] = ()
    object_lists: tuple[str, ...] = ()
    objects: tuple[str, ...] | None = None

    def takes_object(self, name: str) -> bool:
        """Whether a keyword takes an object, or is no member of the body."""
        return self.objects is None or name in self.objects or name not in self.members


@frozen
class Behavior:
    """What a client adds to the responses of an operation. Each class is an import path, `module:name`; see `lookup`.

    Attributes:
        result: the class of a result, a subclass of the contract's model.
        chunk: the class of an item of the event stream, a subclass of the contract's model.
        accumulator: what combines the items of a stream into a result.
        stream: the class of the stream in sync code.
        async_stream: the class of the stream in async code.
        required_member: the member that every successful response has. A JSON object without it is searched for an
            error, of whatever shape.
    """

    result: str | None = None
    chunk: str | None = None
    accumulator: str | None = None
    stream: str | None = None
    async_stream: str | None = None
    required_member: str | None = None


_NO_BODY = Body("")

OperationT = TypeVar("OperationT", bound="OperationClass")


class OperationClass(Protocol):
    """What describes one call; `operation.Operation` is it."""

    @classmethod
    def of(cls, endpoint: Any, body: Any, params: Mapping[str, Any], /) -> Self:
        """The call of an endpoint with these parameters."""
        ...


@frozen
class Endpoint(Generic[OperationT]):
    """An operation of the contract; `OperationT` is the class of its calls.

    Attributes:
        id: the contract's operation id.
        name: the name users call it by, `models.list`; error messages use it.
        method: the HTTP method, in capitals.
        path: with {parameters} to be filled in.
        kind: the class of its calls.
        responses: decoders by status and media type.
        path_params, query_params, header_params: keyword -> name on the wire.
        query_styles: name on the wire -> how a list or an object is written, where it is not one pair per item:
            `comma`, `space`, `pipe` (joined by it), `deep` (`name[member]=...`), `members` (each member a pair).
        required: keywords of parameters that must be given.
        body: what the request's body consists of, None where there is none.
        events: how the event stream is decoded, None where there is none.
        paging: how the next page is requested, None where the response has no pages.
        needs_key: whether the service requires an API key.
        keywords: everything a call takes, in order.
        response_kind: the JSON kind of every successful JSON response; None where it differs or is not stated.
        behavior: what a client adds to the responses, nothing by default.
    """

    id: str
    name: str
    method: str
    path: str
    kind: type[OperationT]
    responses: Responses
    path_params: Mapping[str, str] = field(factory=dict)
    query_params: Mapping[str, str] = field(factory=dict)
    header_params: Mapping[str, str] = field(factory=dict)
    query_styles: Mapping[str, str] = field(factory=dict)
    required: tuple[str, ...] = ()
    body: Body | None = None
    events: Events | None = None
    paging: Pagination | None = None
    needs_key: bool = True
    response_kind: Literal["object", "array"] | None = None
    behavior: Behavior = Behavior()
    keywords: Mapping[str, None] = field(
        init=False, repr=False, eq=False, default=Factory(lambda endpoint: endpoint._all_keywords(), takes_self=True)
    )

    def _all_keywords(self) -> dict[str, None]:
        members = self.body.members if self.body is not None else {}
        return dict.fromkeys((*members, *self.path_params, *self.query_params, *self.header_params, *EXTRA))

    def build(self, given: Mapping[str, Any], body: Any = None) -> OperationT:
        """A call of the operation.

        Args:
            given: the arguments by keyword; what is UNSET, or no keyword of the operation, is left out.
            body: the whole body, in place of its members.

        Raises:
            TypeError: a required keyword is missing, or one that takes a list has something else.
            ValueError: a path parameter is empty, or would lead to another path.
        """
        unset, known = UNSET, self.keywords
        params = {name: value for name, value in given.items() if value is not unset and name in known}
        return self.kind.of(self, body, params)

    def with_name(self, name: str) -> Self:
        """The same operation by another name, for a second method that calls it."""
        return evolve(self, name=name)

    def check_arguments(self, body: Any, params: Mapping[str, Any]) -> Mapping[str, Any]:
        """The arguments by keyword; an iterator given for a list of objects becomes a list.

        Raises:
            TypeError: an unknown keyword, a required one that is missing, or one that takes a list, an object or
                neither has something else.
        """
        if not params.keys() <= self.keywords.keys():
            raise TypeError(self._unknown_keyword(next(name for name in params if name not in self.keywords)))
        missing = [name for name in self.required if params.get(name, UNSET) is UNSET]
        if body is None and self.body is not None:
            merged = params.get("extra_body") or {}
            wire = self.body.members
            absent = [name for name in self.body.required if params.get(name, UNSET) is UNSET]
            missing += [name for name in absent if wire.get(name) not in merged]
            missing += ["body"] if self.body.needed and not merged else []
        if missing:
            raise TypeError(f"{self.name}() is missing {', '.join(repr(name) for name in missing)}")
        takes = self.body or _NO_BODY
        for name, value in params.items():
            if name in takes.lists:
                if value is not None or name in takes.required:
                    items = self._list(name, value, of_objects=name in takes.object_lists)
                    params = params if items is value else {**params, name: items}
            elif name in EXTRA:
                if value is not None and not _is_object(value):
                    raise TypeError(f"{self.name}() takes {name} as a dict or a model, not {type(value).__name__}")
            elif value.__class__ not in ATOMS and not takes.takes_object(name) and _is_object(value):
                raise TypeError(f"{self.name}() takes no object for {name}, but got {type(value).__name__}")
        return params

    def _list(self, name: str, value: Any, *, of_objects: bool) -> Any:
        """The value of a keyword that takes a list."""
        items = value
        if value.__class__ is not list:
            if isinstance(value, str | bytes) or _is_object(value) or not isinstance(value, Iterable):
                raise TypeError(f"{self.name}() takes {name} as a list, {name}=[...], not {type(value).__name__}")
            items = list(value) if of_objects else value
        for item in items if of_objects else ():
            if item.__class__ in ATOMS or isinstance(item, list | tuple):
                raise TypeError(
                    f"{self.name}() takes {name} as a list of objects, and {item!r:.40} is {type(item).__name__}"
                )
        return items

    def _unknown_keyword(self, name: str) -> str:
        from difflib import get_close_matches

        near = get_close_matches(name, self.keywords, 1)
        way = "extra_body" if self.body is not None else "extra_query"
        hint = f"did you mean {near[0]!r}?" if near else f"pass arguments unknown to the contract in {way}={{...}}"
        return f"{self.name}() does not take {name!r}; {hint}"


def _is_object(value: Any) -> bool:
    return isinstance(value, Mapping) or hasattr(value, "to_dict")
