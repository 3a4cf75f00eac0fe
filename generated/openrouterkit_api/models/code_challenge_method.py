# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""How a code challenge is made from its verifier (RFC 7636): S256 is the SHA-256 of the verifier, in
base64url without padding; plain is the verifier itself, which protects little.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

CodeChallengeMethod: TypeAlias = Literal["S256", "plain"] | str
"""How a code challenge is made from its verifier (RFC 7636): S256 is the SHA-256 of the verifier, in
base64url without padding; plain is the verifier itself, which protects little.
"""
