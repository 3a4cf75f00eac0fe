"""Logging in: an API key from a user who agrees in the browser, by OAuth with PKCE (RFC 7636).

`client.oauth.login()` does it all on the user's own machine. A web application goes the steps itself: `Challenge`,
`authorize_url`, `read_callback`, and `client.oauth.exchange`.
"""

from __future__ import annotations

from .callback import LoginError, LoginFailure, read_callback
from .login import Login
from .pkce import Challenge, authorize_url, code_challenge, code_verifier

__all__ = [
    "Challenge",
    "Login",
    "LoginError",
    "LoginFailure",
    "authorize_url",
    "code_challenge",
    "code_verifier",
    "read_callback",
]
