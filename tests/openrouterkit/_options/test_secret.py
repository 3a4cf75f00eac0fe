"""Which headers contain credentials, and which texts in them are secret."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

from openrouterkit._options.secret import HiddenText, InvalidValue, hide_header
from openrouterkit._options.secret_names import is_credential, is_secret_value, split_secrets
from openrouterkit.headers import Headers


@pytest.mark.parametrize(
    "name",
    [
        *("Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "X-API-Key", "api_key", "apikey"),
        *(
            "X-Acme-Key",
            "X-Auth-Token",
            "X-AuthToken",
            "X-Amz-Security-Token",
            "X-Hub-Signature-256",
            "X-Client-Secret",
        ),
        *("X-Password", "X-JWT", "x-goog-api-key", "X-Access-Token", "X-Session-Token", "Private-Token", "X-Auth-User"),
        *("xAccessToken", "accessToken", "xApiKey", "xaccesstoken", "XAccessToken", "X-Bearer", "X-Bearer-Value"),
        *("X-Pass", "X-Passwd", "X-Pwd", "X-Session", "userSession", "X-Sign", "X-Sig"),
    ],
)
def test_a_name_with_a_word_for_credentials_is_a_credential(name: str) -> None:
    assert is_credential(name)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Accept",
            "X-Author",
            "X-Max-Tokens",
            "X-Tokenizer",
            "X-Keyboard",
            "X-Monkey",
            "Idempotency-Key",
            "X-Session-Id",
        ),
        *(
            "X-RateLimit-Remaining-Tokens",
            "HTTP-Referer",
            "X-OpenRouter-Title",
            "WWW-Authenticate",
            "Sec-WebSocket-Key",
        ),
        *("X-Session-Affinity", "X-Pass-Through", "X-Sign-Algorithm", "X-Design", "X-Compass", "maxTokens", "xAuthor"),
        *("idempotencyKey", "idempotency_key", "signedHeaders", "sessionId", "X-OAuth-Scopes"),
    ],
)
def test_a_name_without_such_a_word_is_none(name: str) -> None:
    assert not is_credential(name)


@pytest.mark.parametrize(
    ("name", "value", "secrets"),
    [
        ("Authorization", "Bearer abc-1", ["abc-1"]),
        ("Authorization", "secret", ["secret"]),
        ("Authorization", "Basic dXNlcjpwYXNzd29yZA==", ["password", "dXNlcjpwYXNzd29yZA=="]),
        ("Authorization", "Basic no base64", ["no", "base64"]),
        ("Cookie", "theme=dark; id=a1b2c3", ["dark", "a1b2c3"]),
        ("X-Acme-Key", "acme-123456", ["acme-123456"]),
        ("X-Auth-Mode", "default", []),
        ("X-Auth-Mode", "Standard STRICT", []),
        ("X-Acme-Key", "correcthorsebatterystaple", ["correcthorsebatterystaple"]),
    ],
)
def test_schemes_and_ordinary_words_of_uncertain_headers_are_not_secret(
    name: str, value: str, secrets: list[str]
) -> None:
    assert list(split_secrets(name, value)) == secrets


def test_the_value_of_a_credential_header_is_usable_and_hidden() -> None:
    value = hide_header("X-Acme-Key", "acme-123456")
    assert value == "acme-123456"
    assert repr({"x": value}) == "{'x': '***'}"
    assert copy.deepcopy([value])[0] is copy.copy(value) is value
    with pytest.raises(TypeError, match="X-Acme-Key cannot be pickled"):
        pickle.dumps(value)
    assert hide_header("X-Acme-Key", value) is value
    assert type(hide_header("X-Title", "title")) is str


def test_an_invalid_value_of_a_credential_header_is_known_by_its_type_only() -> None:
    value = hide_header("X-Acme-Key", b"acme-123456")
    assert isinstance(value, InvalidValue)
    assert repr(value) == "<bytes>"
    assert hide_header("X-Title", b"title") == b"title"
    assert hide_header("X-Acme-Key", None) is None
    assert hide_header(b"X-Acme-Key", "x") == "x"


def test_the_repr_of_headers_hides_credentials() -> None:
    headers = Headers({"X-Acme-Key": "acme-123456", "X-Other": "shown"})
    assert repr(headers) == "Headers({'x-acme-key': '***', 'x-other': 'shown'})"


def test_a_pickled_hidden_text_is_refused_with_every_protocol() -> None:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        with pytest.raises(TypeError, match="secret"):
            pickle.dumps(HiddenText("value-1", "Cookie"), protocol)


@pytest.mark.parametrize("value", ["x", "tok-123", "12|abc", "two words", 12345678])
@pytest.mark.parametrize(
    "name",
    [
        *("access_token", "refreshToken", "id_token", "client_secret", "secret", "password", "db_password", "passwd"),
        *("api_key", "apiKey", "API-Key", "x-api-key", "private_key", "authorization", "jwt", "credentials"),
    ],
)
def test_members_with_certain_names_are_secret_whatever_their_value(name: str, value: Any) -> None:
    assert is_secret_value(name, value)


@pytest.mark.parametrize(
    ("name", "value", "secret"),
    [
        ("key", "id", False),
        ("key", "two words that are long", False),
        ("key", "a1b2c3d4e5f6a7b8", True),
        ("token", "Hello", False),
        ("token", "12|abcdefghijklmn", True),
        ("token", "a:b:c:ddddddddddd", True),
        ("session", "https://pets.example/sessions/1", False),
        ("signature", "ErUBCkYIBRgCIkDG+/8=", True),
        ("token_type", "Bearer", False),
        ("total_tokens", 12345678, False),
        ("token", 12345678, False),
        ("password", "", False),
        ("password", None, False),
        ("password", True, False),
        ("author", "a1b2c3d4e5f6a7b8", False),
    ],
)
def test_members_with_other_names_are_secret_if_they_look_so(name: str, value: Any, secret: bool) -> None:
    assert is_secret_value(name, value) is secret
