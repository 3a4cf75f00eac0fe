# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Security: how the service authenticates its callers."""

from __future__ import annotations

from collections.abc import Mapping

from openrouterkit_runtime.security import SecurityScheme

SECURITY_SCHEMES: Mapping[str, SecurityScheme] = {
    "apiKey": SecurityScheme("bearer", description="An API key of Mistral, sent as `Authorization: Bearer <key>`.")
}
"""The security schemes that operations use, by name."""

SECURITY: tuple[tuple[str, ...], ...] | None = (("apiKey",),)
"""The alternatives of credentials for requests by path: those of the description, or of all its operations."""
