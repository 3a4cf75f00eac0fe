"""The runtime of generated packages and clients: models, operations, decoders, JSON, and the protocols of a client.

A package generated from an OpenAPI document (the contract) describes one service: its models, and its operations as
data. This package contains the code that is the same for every service. It does no I/O, except that it reads the files
of request bodies, and it depends on attrs, msgspec and python-dateutil only.

    model        JsonModel, the base class of every model
    members      ModelType, the metaclass that creates the attributes of a model
    decoders     convert JSON values to models, unions and dates; UnknownVariant, an object that no variant matches
    mappings     JsonObject, the type of a plain dict where typed dicts are accepted too
    lazy         LazyModels and cached_property: what is imported, created or computed at its first use
    unset        UNSET, the default of optional parameters, and is_unset
    operation    Operation, StreamingOperation, PagedOperation: one call, ready to be sent
    endpoint     Endpoint, Body, Behavior: the constant data of an operation, shared by all its calls
    security     SecurityScheme: how a service authenticates its callers
    responses    Responses, Events: how responses and event streams are decoded
    parameters   writes parameters into the path, query, headers and body; EncodedObject, the body of a JSON request
    pagination   Pagination: how the next page of a listing is requested
    sender       Sender, AsyncSender, Options, Timeout: the interface of a client that the generated namespaces use
    files        File, Form, FileInput: files in request bodies
    json         encode, decode, DecodeError
    plain        to_plain, which converts models and other objects to plain JSON values
    foreign_values    converts objects of pydantic, dataclasses, attrs, msgspec and numpy to JSON values
    invalid_argument  InvalidArgumentError, for a value that a request cannot contain
    lookup       load, which imports an object by its import path

The names in `__all__` can be imported from this package. Each module is imported when one of its names is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .decoders import UnknownVariant as UnknownVariant
    from .endpoint import Behavior as Behavior
    from .endpoint import Body as Body
    from .endpoint import Endpoint as Endpoint
    from .files import File as File
    from .files import FileInput as FileInput
    from .files import Form as Form
    from .invalid_argument import InvalidArgumentError as InvalidArgumentError
    from .json import DecodeError as DecodeError
    from .json import decode as decode
    from .json import encode as encode
    from .lazy import cached_property as cached_property
    from .model import JsonModel as JsonModel
    from .operation import Operation as Operation
    from .operation import PagedOperation as PagedOperation
    from .operation import StreamingOperation as StreamingOperation
    from .pagination import Pagination as Pagination
    from .plain import to_plain as to_plain
    from .responses import Events as Events
    from .responses import Responses as Responses
    from .security import SecurityScheme as SecurityScheme
    from .sender import AsyncSender as AsyncSender
    from .sender import Options as Options
    from .sender import Sender as Sender
    from .sender import Timeout as Timeout
    from .unset import UNSET as UNSET
    from .unset import Unset as Unset
    from .unset import is_unset as is_unset

_MODULES = {
    "UNSET": "unset",
    "AsyncSender": "sender",
    "Behavior": "endpoint",
    "Body": "endpoint",
    "DecodeError": "json",
    "Endpoint": "endpoint",
    "Events": "responses",
    "File": "files",
    "FileInput": "files",
    "Form": "files",
    "InvalidArgumentError": "invalid_argument",
    "JsonModel": "model",
    "Operation": "operation",
    "Options": "sender",
    "PagedOperation": "operation",
    "Pagination": "pagination",
    "Responses": "responses",
    "SecurityScheme": "security",
    "Sender": "sender",
    "StreamingOperation": "operation",
    "Timeout": "sender",
    "UnknownVariant": "decoders",
    "Unset": "unset",
    "cached_property": "lazy",
    "decode": "json",
    "encode": "json",
    "is_unset": "unset",
    "to_plain": "plain",
}

__all__ = [
    "UNSET",
    "AsyncSender",
    "Behavior",
    "Body",
    "DecodeError",
    "Endpoint",
    "Events",
    "File",
    "FileInput",
    "Form",
    "InvalidArgumentError",
    "JsonModel",
    "Operation",
    "Options",
    "PagedOperation",
    "Pagination",
    "Responses",
    "SecurityScheme",
    "Sender",
    "StreamingOperation",
    "Timeout",
    "UnknownVariant",
    "Unset",
    "cached_property",
    "decode",
    "encode",
    "is_unset",
    "to_plain",
]


if not TYPE_CHECKING:  # hidden from type checkers, which would otherwise accept every misspelt name

    def __getattr__(name: str) -> Any:
        module = _MODULES.get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f".{module}", __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return list(__all__)
