# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `BashServerToolConfig`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Union

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import BashServerToolEngine
    from .bash_server_tool_environment import BashServerToolEnvironment, BashServerToolEnvironmentDict

    class BashServerToolConfigDict(TypedDict, total=False):
        """`BashServerToolConfig` as a plain dict."""

        engine: BashServerToolEngine
        environment: BashServerToolEnvironment | BashServerToolEnvironmentDict
        sleep_after_seconds: int


class BashServerToolConfig(JsonModel):
    """Settings of the bash tool."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"environment": Union("BashServerToolEnvironment")}

    engine: BashServerToolEngine | None
    """Which engine runs the commands. Defaults to auto."""
    environment: BashServerToolEnvironment | None
    """The container that runs the commands. Defaults to a new one."""
    sleep_after_seconds: int | None
    """Idle time in seconds after which the container is put to sleep."""

    def __init__(
        self,
        *,
        engine: BashServerToolEngine = UNSET,
        environment: BashServerToolEnvironment | BashServerToolEnvironmentDict = UNSET,
        sleep_after_seconds: int = UNSET,
    ) -> None:
        self._build(locals())
