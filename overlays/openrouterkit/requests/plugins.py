"""Plugins, which act on a request beside the model: constructors of the items of the keyword `plugins`.

    from openrouterkit import plugins

    plugins=[plugins.web(max_results=3), plugins.file_parser(pdf={"engine": "mistral-ocr"})]

Each function returns a plugin, and takes its settings as keywords. `enabled=False` turns off, for this request, a
plugin that the account has on by default.
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
