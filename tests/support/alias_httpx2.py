"""A plugin of pytest that makes `import httpx` import httpx2, so that the client's own connections use it, too."""

from __future__ import annotations

import httpx2

httpx2.alias_httpx()
