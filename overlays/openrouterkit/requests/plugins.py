"""Plugins, which process a request or its response: constructors of items of the argument `plugins`.

    from openrouterkit import plugins

    client.chat.send(..., plugins=[plugins.web(max_results=3), plugins.file_parser(pdf={"engine": "mistral-ocr"})])

Each function returns a plugin and accepts the settings of the plugin as keyword arguments. `enabled=False` disables,
for this request, a plugin that is enabled by default in your account.
"""

from __future__ import annotations

from openrouterkit_api.constructors.plugins import (
    auto_beta_router,
    auto_router,
    context_compression,
    file_parser,
    fusion,
    moderation,
    pareto_router,
    response_healing,
    web,
    web_fetch,
)

__all__ = [
    "auto_beta_router",
    "auto_router",
    "context_compression",
    "file_parser",
    "fusion",
    "moderation",
    "pareto_router",
    "response_healing",
    "web",
    "web_fetch",
]
