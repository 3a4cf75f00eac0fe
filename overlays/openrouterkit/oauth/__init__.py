"""Login with the browser, by OAuth with PKCE (RFC 7636): the user grants your program an API key.

`client.oauth.login()` does the whole login on the machine of the user. A web application runs the steps itself:

    challenge = oauth.Challenge()
    url = oauth.authorize_url("https://you.example/back", challenge, state=state)  # open it in the user's browser
    code = oauth.read_callback(callback_url, state)  # when the browser requests the callback URL
    login = client.oauth.exchange(code, challenge)
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
