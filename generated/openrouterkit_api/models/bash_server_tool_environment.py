# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The container that runs shell commands: a new one, or an existing one by its id."""

from __future__ import annotations

from typing import Any, TypeAlias, cast

from openrouterkit_runtime.decoders import UnknownVariant
from openrouterkit_runtime.mappings import JsonObject
from openrouterkit_runtime.model import owned

from . import ContainerAutoEnvironmentDict, ContainerReferenceEnvironmentDict
from ._unions import DECODERS
from .container_auto_environment import ContainerAutoEnvironment
from .container_reference_environment import ContainerReferenceEnvironment

BashServerToolEnvironment: TypeAlias = ContainerAutoEnvironment | ContainerReferenceEnvironment | UnknownVariant
"""The container that runs shell commands: a new one, or an existing one by its id."""

BashServerToolEnvironmentDict: TypeAlias = ContainerAutoEnvironmentDict | JsonObject | ContainerReferenceEnvironmentDict
"""The values that arguments accept for a `BashServerToolEnvironment`, in addition to its models."""


def read_bash_server_tool_environment(data: Any) -> BashServerToolEnvironment:
    """Decode a JSON value as the matching variant; an object that matches none becomes an `UnknownVariant`."""
    return cast("BashServerToolEnvironment", DECODERS["BashServerToolEnvironment"](owned(data)))
