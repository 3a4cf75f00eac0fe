"""Endpoint, Body and Behavior: the constant data of an operation, shared by all its calls."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Generic, Literal, Protocol, Self, TypeVar

from attrs import Factory, evolve, field, frozen

from .foreign_values import is_object
from .invalid_argument import InvalidArgumentError
from .pagination import Pagination
from .plain import ATOMS
from .responses import Events, Responses
from .security import Requirements, SecurityScheme
from .unset import UNSET

EXTRA = ("extra_headers", "extra_query", "extra_body")


@frozen
class Body:
    """The request body of an operation.

    Attributes:
        media_type: The Content-Type of the body.
        members: Keyword -> name on the wire, for a JSON object whose members are passed as keywords.
        required: Keywords that are required unless the whole body is passed.
        needed: Whether a body without members is required.
        files: Names on the wire of the parts that are files, for a multipart body.
        lists: Keywords that accept only a list; passing a string or a single object raises TypeError.
        object_lists: Those keywords of `lists` whose items are objects; an item that is a scalar or a list raises
            TypeError.
        objects: Keywords that accept an object; passing an object for any other keyword raises TypeError. None disables
            this check.
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
        """Return True if a keyword accepts an object, or is not a member of the body."""
        return self.objects is None or name in self.objects or name not in self.members


Reference = str | Callable[..., Any] | None
"""A class or a function, its import path `module:name`, or None."""


@frozen
class Behavior:
    """The classes that a client uses for the responses of an operation.

    A class is the object itself, or its import path `module:name`, which is imported at the first response; see
    `lookup`. Without any of them, a client uses the models of the contract.

    Attributes:
        result: The class of the result: a subclass of the contract's model, or a function of the plain JSON.
        chunk: The class of an item of the event stream, a subclass of the contract's model.
        accumulator: The class that combines the items of a stream into a result; it is called without arguments for
            each stream.
        stream: The class of the stream in sync code.
        async_stream: The class of the stream in async code.
        required_member: The name of a member that every successful response has. A successful response without it is
            searched for an error of any shape. None for the member that the contract requires, if any.
        protocol: How the events of a stream are read: a class, which is called without arguments for each stream, or an
            object without a state of its own, which all streams share.
    """

    result: Reference = None
    chunk: Reference = None
    accumulator: Reference = None
    stream: Reference = None
    async_stream: Reference = None
    required_member: str | None = None
    protocol: Any = None


_NO_BODY = Body("")

OperationT = TypeVar("OperationT", bound="OperationClass")


class OperationClass(Protocol):
    """The class of one call; implemented by `operation.Operation`."""

    @classmethod
    def of(cls, endpoint: Any, body: Any, params: Mapping[str, Any], /) -> Self:
        """Return a call of the endpoint. See `Operation.of` for the arguments and errors."""
        ...


@frozen
class Endpoint(Generic[OperationT]):
    """An operation of the contract; `OperationT` is the class of its calls.

    Attributes:
        id: The contract's operation id.
        name: The name of the method, such as `models.list`, for error messages.
        method: The HTTP method, in capitals.
        path: The path template, with placeholders such as `{slug}`.
        kind: The class of its calls.
        responses: Decoders by status and media type.
        path_params: Keyword -> name on the wire.
        query_params: Keyword -> name on the wire.
        header_params: Keyword -> name on the wire.
        query_styles: Name on the wire -> style of a list or an object in the query: `comma`, `space` or `pipe` (the
            items joined by that separator), `deep` (`name[member]=...`) or `members` (one pair per member). Without a
            style, each item of a list is one pair, and an object is written as JSON.
        required: Keywords of the required parameters.
        body: The request body, None if the operation has no body.
        events: How the event stream is decoded, None if the operation has no stream.
        paging: How the next page is requested, None if the response has no pages.
        security: The alternatives of credentials, each a tuple of names in `schemes` that are sent together; an empty
            tuple is an alternative without credentials. None if the contract declares nothing.
        schemes: The security schemes of the service, by name; without any, a key is sent as a bearer token.
        keywords: All keywords that a call accepts, as the keys of a dict, in order.
        response_kind: The JSON kind of every successful JSON response; None if it varies or is unknown.
        behavior: The classes that a client uses for the responses, none by default.
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
    security: Requirements | None = None
    schemes: Mapping[str, SecurityScheme] = field(factory=dict, repr=False)
    response_kind: Literal["object", "array"] | None = None
    behavior: Behavior = Behavior()
    keywords: Mapping[str, None] = field(
        init=False,
        repr=False,
        eq=False,
        default=Factory(lambda endpoint: endpoint._list_keywords(), takes_self=True),
    )

    @property
    def needs_key(self) -> bool:
        """True if the service requires credentials."""
        return bool(self.security) and all(self.security or ())

    def _list_keywords(self) -> dict[str, None]:
        members = self.body.members if self.body is not None else {}
        return dict.fromkeys((*members, *self.path_params, *self.query_params, *self.header_params, *EXTRA))

    def build(self, given: Mapping[str, Any], body: Any = None, *, sender: Any = None) -> OperationT:
        """Return a call of the operation.

        Args:
            given: The arguments by keyword; UNSET values and unknown keywords are ignored.
            body: The whole body; None to build it from the arguments.
            sender: The client that will send the call. If it has a method `_convert_arguments`, the arguments that this
                method returns are sent in place of those passed. If it has a method `_convert_argument_error`, the
                exception that this method returns is raised in place of a TypeError or ValueError.

        Raises:
            TypeError: A required argument is missing, or an argument has an invalid type.
            InvalidArgumentError: A path parameter is empty, `.` or `..`, or JSON cannot represent a value.
        """
        unset, known = UNSET, self.keywords
        params: Mapping[str, Any] = {
            name: value for name, value in given.items() if value is not unset and name in known
        }
        try:
            if (convert_arguments := getattr(sender, "_convert_arguments", None)) is not None:
                params = convert_arguments(params)
            return self.kind.of(self, body, params)
        except (TypeError, ValueError) as error:
            if isinstance(error, InvalidArgumentError):
                error.call = self.name
            convert = getattr(sender, "_convert_argument_error", None)
            if convert is None:
                raise
            raise convert(error) from error

    def with_name(self, name: str) -> Self:
        """Return a copy with another name, for a second method that calls the same operation."""
        return evolve(self, name=name)

    def check_arguments(self, body: Any, params: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the validated arguments by keyword; iterables of objects are converted to lists.

        Args:
            body: The whole body, or None.
            params: The arguments by keyword.

        Raises:
            TypeError: An argument is unknown, a required one is missing, or one has an invalid type.
        """
        if not params.keys() <= self.keywords.keys():
            raise TypeError(self._describe_unknown(next(name for name in params if name not in self.keywords)))
        missing = [name for name in self.required if params.get(name, UNSET) is UNSET]
        if body is None and self.body is not None:
            extra = params.get("extra_body") or {}
            wire = self.body.members
            absent = [name for name in self.body.required if params.get(name, UNSET) is UNSET]
            missing += [name for name in absent if wire.get(name) not in extra]
            missing += ["body"] if self.body.needed and not extra else []
        if missing:
            plural = "s" if len(missing) > 1 else ""
            raise TypeError(f"{self.name}() missing required argument{plural}: {', '.join(map(repr, missing))}")
        shape = self.body or _NO_BODY
        for name, value in params.items():
            if name in shape.lists:
                if value is not None or name in shape.required:
                    items = self._check_list(name, value, of_objects=name in shape.object_lists)
                    params = params if items is value else {**params, name: items}
            elif name in EXTRA:
                if value is not None and not is_object(value):
                    raise TypeError(f"{self.name}() expects a dict or a model for {name}, got {type(value).__name__}")
            elif value.__class__ not in ATOMS and not shape.takes_object(name) and is_object(value):
                raise TypeError(f"{self.name}() does not accept an object for {name}, got {type(value).__name__}")
        return params

    def _check_list(self, name: str, value: Any, *, of_objects: bool) -> Any:
        """Return the value of a keyword that accepts a list, as a list if its items are objects."""
        items = value
        if value.__class__ is not list:
            if isinstance(value, str | bytes) or is_object(value) or not isinstance(value, Iterable):
                kind = type(value).__name__
                raise TypeError(f"{self.name}() expects a list for {name}, got {kind}; pass {name}=[...]")
            items = list(value) if of_objects else value
        for item in items if of_objects else ():
            if item.__class__ in ATOMS or isinstance(item, list | tuple):
                kind = type(item).__name__
                raise TypeError(f"{self.name}() expects dicts or models in {name}, got {kind}: {item!r:.40}")
        return items

    def _describe_unknown(self, name: str) -> str:
        """Return the error message for an unknown keyword."""
        from difflib import get_close_matches

        near = get_close_matches(name, self.keywords, 1)
        extra = "extra_body" if self.body is not None else "extra_query"
        hint = f"did you mean {near[0]!r}?" if near else f"pass arguments unknown to the contract in {extra}={{...}}"
        return f"{self.name}() got an unexpected keyword argument {name!r}; {hint}"
