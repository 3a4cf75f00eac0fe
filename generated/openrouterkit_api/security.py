# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Security: how the service authenticates its callers."""

from __future__ import annotations

from collections.abc import Mapping

from openrouterkit_runtime.security import SecurityScheme

SECURITY_SCHEMES: Mapping[str, SecurityScheme] = {
    "apiKey": SecurityScheme("bearer", description="An API key of OpenRouter, sent as `Authorization: Bearer <key>`.")
}
"""The security schemes that operations use, by name."""

SECURITY: tuple[tuple[str, ...], ...] | None = (("apiKey",),)
"""The alternatives of credentials for requests by path: those of the description, or of all its operations."""
