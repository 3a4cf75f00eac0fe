# Generated from acme.yaml sha256:821beca4db60ceda by `openrouterkit generate SPEC OUT`: do not edit; change its document, or how it is generated, instead.
"""Security: how the service authenticates its callers."""

from __future__ import annotations

from collections.abc import Mapping

from openrouterkit_runtime.security import SecurityScheme

SECURITY_SCHEMES: Mapping[str, SecurityScheme] = {
    "key": SecurityScheme("header", name="X-Acme-Key", description="The key of an application, for questions."),
    "app": SecurityScheme(
        "client_credentials",
        token_url="/v1/oauth/token",
        description="The id and the secret of an application, from which its tokens are fetched, in place of a key.",
    ),
    "login": SecurityScheme("basic", description="The user name and password of an owner, for the account."),
}
"""The security schemes that operations use, by name."""

SECURITY: tuple[tuple[str, ...], ...] | None = (("key",), ("app",))
"""The alternatives of credentials for requests by path: those of the description, or of all its operations."""
