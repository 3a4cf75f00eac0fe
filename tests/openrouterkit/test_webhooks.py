"""Webhook signatures: what is taken for the service's, and what is not."""

from __future__ import annotations

import copy
import datetime as dt
import hashlib
import hmac
import pickle
import traceback
from typing import Any

import pytest

from openrouterkit import webhooks
from openrouterkit._options.secret import Secret
from openrouterkit.errors import ConfigurationError, DecodeError, OpenRouterError
from openrouterkit.webhooks import WebhookSignatureError, sign, verify

SECRET = "whsec_5f0c"
BODY = b'{"type": "video.generation.completed", "data": {"id": "job-1"}}'
NOW = 1_760_000_000
# Of `1760000000,` and the body, by `openssl dgst -sha256 -hmac whsec_5f0c`.
DIGEST = "3f18de8d59136c206e1ae9a565d6a46d1e9cc2575dd8eadd7882d95477880fc8"
HEADER = f"t={NOW},v1={DIGEST}"


def reason(header: Any, body: Any = BODY, secret: Any = SECRET, **more: Any) -> str:
    with pytest.raises(WebhookSignatureError) as caught:
        verify(body, header, secret, **{"now": NOW, **more})
    return caught.value.reason


def test_the_event_of_a_right_signature_has_its_time_and_its_body() -> None:
    event = verify(BODY, HEADER, SECRET, now=NOW)
    assert event.sent_at == dt.datetime(2025, 10, 9, 8, 53, 20, tzinfo=dt.UTC)
    assert (event.body, event.json()["data"]["id"]) == (BODY, "job-1")
    assert "job-1" not in repr(event)


def test_what_sign_makes_verify_takes_by_the_clock_of_the_machine() -> None:
    assert verify(BODY, sign(BODY, SECRET), SECRET).body == BODY
    assert sign(BODY, SECRET, now=NOW) == HEADER


@pytest.mark.parametrize("secret", [SECRET, SECRET.encode(), Secret(SECRET)])
@pytest.mark.parametrize("body", [BODY, bytearray(BODY), memoryview(BODY)])
def test_secret_and_body_may_be_of_every_kind_that_has_bytes(secret: Any, body: Any) -> None:
    assert verify(body, HEADER, secret, now=NOW).body == BODY


@pytest.mark.parametrize(
    "header",
    [
        f"t={NOW},v1={'0' * 64},v1={DIGEST}",
        f"t={NOW},v1={DIGEST},v1={'0' * 64}",
        f"v1={DIGEST},t={NOW}",
        f" t={NOW} , v1={DIGEST.upper()} ",
        f"t={NOW},v0=old,v1={DIGEST},v2=new,x",
        f"t={NOW},v1=short,v1={DIGEST}",
    ],
)
def test_one_right_signature_among_several_is_enough_wherever_it_stands(header: str) -> None:
    assert verify(BODY, header, SECRET, now=NOW).body == BODY


@pytest.mark.parametrize("now", [NOW - 300, NOW, NOW + 300])
def test_five_minutes_either_way_are_tolerated(now: int) -> None:
    assert verify(BODY, HEADER, SECRET, now=now).body == BODY


@pytest.mark.parametrize("now", [NOW - 301, NOW + 301, NOW + 300.5, 0, float("nan"), float("inf")])
def test_more_than_five_minutes_are_not(now: float) -> None:
    assert reason(HEADER, now=now) == "expired"


def test_the_tolerance_is_the_callers() -> None:
    assert verify(BODY, HEADER, SECRET, now=NOW + 900, tolerance=900).body == BODY
    assert reason(HEADER, now=NOW + 2, tolerance=1) == "expired"
    assert reason(HEADER, now=NOW, tolerance=float("nan")) == "expired"


@pytest.mark.parametrize(
    ("body", "header", "secret"),
    [
        (BODY + b" ", HEADER, SECRET),
        (b"", HEADER, SECRET),
        (BODY, HEADER, "whsec_other"),
        (BODY, f"t={NOW + 1},v1={DIGEST}", SECRET),
        (BODY, f"t=0{NOW},v1={DIGEST}", SECRET),
        (BODY, f"t={NOW},v1={'0' * 64}", SECRET),
        (BODY, f"t={NOW},v1={hmac.new(SECRET.encode(), b'%d.' % NOW + BODY, hashlib.sha256).hexdigest()}", SECRET),
    ],
)
def test_another_body_time_secret_or_signature_is_wrong(body: bytes, header: str, secret: str) -> None:
    assert reason(header, body, secret) == "wrong"


@pytest.mark.parametrize("header", [None, ""])
def test_a_request_without_the_header_is_told_apart(header: Any) -> None:
    assert reason(header) == "missing"


@pytest.mark.parametrize(
    "header",
    [
        "nonsense",
        f"v1={DIGEST}",
        f"t={NOW}",
        f"t={NOW},t={NOW},v1={DIGEST}",
        f"t=-1,v1={DIGEST}",
        f"t=1e9,v1={DIGEST}",
        f"t=\u0661,v1={DIGEST}",
        f"t={'9' * 400},v1={DIGEST}",
        f"t={NOW},v1={DIGEST[:-1]}",
        f"t={NOW},v1={DIGEST}\u0661",
        f"t={NOW},v1=",
        f"t={NOW},v0={DIGEST}",
    ],
)
def test_a_header_of_another_form_is_malformed(header: str) -> None:
    assert reason(header) == "malformed"


@pytest.mark.parametrize("payload", [BODY.decode(), {"type": "x"}, None])
def test_a_payload_that_is_not_bytes_is_refused_with_an_explanation(payload: Any) -> None:
    for call in (lambda: verify(payload, HEADER, SECRET), lambda: sign(payload, SECRET)):
        with pytest.raises(ConfigurationError, match=r"must be the body as bytes, not .*before they are decoded"):
            call()


@pytest.mark.parametrize("secret", ["", b"", Secret(" ")])
def test_an_empty_secret_is_refused_as_anybody_could_sign_with_it(secret: Any) -> None:
    with pytest.raises(ConfigurationError, match="empty"):
        verify(BODY, sign(BODY, "k"), secret)


@pytest.mark.parametrize("header", [HEADER.replace(DIGEST[:4], "beef"), f"t={NOW - 999},v1={DIGEST}", None, "t=,v1="])
def test_no_error_shows_the_secret_or_the_right_signature(header: Any) -> None:
    with pytest.raises(WebhookSignatureError) as caught:
        verify(BODY, header, Secret(SECRET), now=NOW)
    shown = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())
    own = shown[shown.index("webhooks.py") :]
    assert SECRET not in own
    assert DIGEST not in own.replace(str(header), "")


def test_the_error_is_of_the_tree_and_pickles_and_copies() -> None:
    error = WebhookSignatureError("no", "expired")
    assert isinstance(error, OpenRouterError)
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert (str(twin), twin.reason) == ("no", "expired")


def test_a_signed_body_that_is_not_json_is_an_event_all_the_same() -> None:
    event = verify(b"hello", sign(b"hello", SECRET), SECRET)
    with pytest.raises(DecodeError, match="webhook"):
        event.json()


def test_a_time_beyond_all_dates_is_an_event_where_it_is_tolerated() -> None:
    header = sign(BODY, SECRET, now=999_999_999_999)
    assert verify(BODY, header, SECRET, now=999_999_999_999).sent_at.year == 9999


def test_the_header_is_named() -> None:
    assert webhooks.HEADER == "X-OpenRouter-Signature"
