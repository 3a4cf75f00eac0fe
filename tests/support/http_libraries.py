"""The libraries whose clients can be passed as `http_client`: httpx, and httpx2 where it is installed.

httpx2 needs a newer anyio than the lowest version that pyproject.toml allows, which `make matrix` tests without it.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

_found = [import_module(name) for name in ("httpx", "httpx2") if find_spec(name) is not None]
HTTP_LIBRARIES = list({library.__name__: library for library in _found}.values())  # `alias_httpx2` makes them one
