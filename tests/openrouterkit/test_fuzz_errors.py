"""Property tests: any error response raises an OpenRouterError that is bounded, picklable and has the right status."""

from __future__ import annotations

import copy
import json
import math
import pickle
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from parsers import make_chat_parser

from openrouterkit._call.attempts import send_with_retries
from openrouterkit._call.policy import CallPolicy
from openrouterkit._errors.api_errors import BODY_LIMIT, build_api_error
from openrouterkit._errors.error_message import MESSAGE_LIMIT
from openrouterkit._errors.factory import ErrorFactory
from openrouterkit._errors.retry_after import find_retry_after
from openrouterkit._flow.deadlines import Deadlines
from openrouterkit.errors import APIError, DecodeError, OpenRouterError, StreamError
from openrouterkit.flow import Request, Response, drive
from openrouterkit.headers import Headers
from openrouterkit.retries import RetryOptions
from openrouterkit.timeouts import TimeoutOptions

UNTIMED = settings(deadline=None)
NOW = 1_800_000_000.0
A_YEAR = 366 * 86400.0

WORDS = """error errors message detail msg code type metadata raw provider_name provider headers availability
    retry_after retryable error_type choices response id request_id object title reason loc description user_id"""
NAMES = st.sampled_from(WORDS.split()) | st.text(max_size=3)
TEXTS = st.sampled_from(
    ["", "a", "\ud800", "\0", "<html><title>x", "{", '{"message": "inner"}', "[[", "429", "\u2028", "x" * 5000]
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | TEXTS | st.text(max_size=20)
JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=5), max_leaves=20
)
# JSON inside JSON strings, as the service passes on responses of providers.
WRAPPED = st.builds(lambda raw: {"error": {"message": "x", "metadata": {"raw": json.dumps(raw)}}}, JSON)
DEEP = st.builds(
    lambda depth, opening, inner: opening * depth + inner,
    st.sampled_from([10, 70, 990, 2000, 50_000]),
    st.sampled_from([b"[", b'{"error":', b'{"a":[', b'{"error":{"metadata":{"raw":', b'"']),
    st.binary(max_size=5),
)
UTF8 = (JSON | WRAPPED).map(lambda value: json.dumps(value).encode())
ENCODED = st.builds(
    lambda value, encoding: json.dumps(value, ensure_ascii=False).encode(encoding, "surrogatepass"),
    JSON,
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
)
BODIES = UTF8 | ENCODED | DEEP | st.binary() | st.builds(lambda body, end: body[:end], UTF8, st.integers(0, 200))

HINTS = st.sampled_from([b"retry-after", b"retry-after-ms", b"x-ratelimit-reset", b"x-ratelimit-remaining"])
FIELDS = HINTS | st.sampled_from(
    [b"content-type", b"location", b"x-should-retry", b"x-request-id", b"cf-ray", b"x-generation-id", b"content-length"]
)
VALUES = (
    st.binary(max_size=30)
    | st.sampled_from(
        [b"text/html; charset=hex", b"application/json; charset=utf-16", b"; charset=\0", b"charset=idna"]
    )
    | st.sampled_from([b"nan", b"inf", b"-1", b"1e400", b"1_0", b"0x10", b"9" * 400, "\u0663".encode(), b"Fri, 32 Jan"])
    | st.sampled_from([b"Fri, 31 Dec 9999 23:59:59 GMT", b"Mon, 01 Jan 0001 00:00:00 +2359", b"1 Jan 99999 0:0:0"])
    | st.floats().map(lambda value: str(value).encode())
    | st.datetimes().map(lambda moment: format_datetime(moment.replace(tzinfo=UTC), usegmt=True).encode())
)
HEADERS = st.lists(st.tuples(FIELDS, VALUES), max_size=4).map(
    lambda pairs: Headers((name.decode(), value.decode("latin-1")) for name, value in pairs)
)
STATUSES = st.sampled_from([200, 201, 301, 400, 401, 404, 408, 429, 500, 502, 503, 524, 529]) | st.integers(100, 999)


def check(error: OpenRouterError) -> None:
    """Assert the properties of every error."""
    assert len(str(error)) < MESSAGE_LIMIT + 500
    assert "\n" not in str(error)
    for duplicate in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(duplicate) is type(error)
        assert str(duplicate) == str(error)
        assert repr(vars(duplicate)) == repr(vars(error))
    if isinstance(error, APIError):
        assert error.message
        assert len(repr(error.body)) < 16 * BODY_LIMIT
        assert error.retry_after is None or 0 <= error.retry_after <= A_YEAR


# ------------------------------------------------------------------------------------------------------- error bodies


@UNTIMED
@given(STATUSES, HEADERS, BODIES)
@example(400, Headers(), b'{"error": ' * 900 + b"1" + b"}" * 900)
@example(400, Headers(), json.dumps({"error": {"code": 10**400, "message": "\ud800" * 3000}}).encode())
@example(200, Headers(), b'{"error": {"code": 1e999, "type": ["x"], "metadata": {"headers": {"a": NaN}}}}')
def test_any_response_makes_an_error_with_its_status_and_a_bounded_message(
    status: int, headers: Headers, body: bytes
) -> None:
    error = build_api_error(status, headers, body, now=NOW)
    check(error)
    if 200 <= status < 300:
        assert error.status_code == status or 400 <= error.status_code <= 599
    else:
        assert error.status_code == status


@UNTIMED
@given(st.dictionaries(NAMES, JSON, max_size=3))
def test_small_body_is_kept_unchanged(value: dict[str, Any]) -> None:
    body = json.dumps(value).encode()
    assume(len(body) <= BODY_LIMIT)
    assert repr(build_api_error(400, {}, body).body) == repr(value)


@UNTIMED
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=300), st.sampled_from([1, 3, 5]))
def test_nested_message_is_found_completely(reason: str, depth: int) -> None:
    wrapped: Any = {"message": f"reason: {reason}."}
    for _ in range(depth):
        wrapped = {"error": wrapped}
    assert build_api_error(400, {}, json.dumps(wrapped).encode()).message == " ".join(f"reason: {reason}.".split())


# -------------------------------------------------------------------------------------------------------------- calls


class Scripted:
    """A transport that returns one response, with the body in the given reads."""

    def __init__(self, status: int, headers: Headers, reads: list[bytes]) -> None:
        self.head = (status, headers)
        self.reads = reads
        self.closed = False

    def exchange(self, request: Request, *_: Any) -> Response:
        status, headers = self.head
        return Response(request=request, status=status, headers=headers, body=iter(self.reads))

    def read(self, response: Response, _: Deadlines) -> bytes:
        return next(response.body, b"")

    def close(self, _: Response) -> None:
        self.closed = True


def run_call(transport: Scripted, policy: CallPolicy) -> Response | OpenRouterError:
    request = Request("POST", "https://service.example/v1/x", {}, None, TimeoutOptions())
    try:
        return drive(send_with_retries(request, policy), transport)
    except OpenRouterError as error:
        return error


READS = st.lists(st.binary(min_size=1, max_size=20), max_size=4) | BODIES.map(lambda body: [body] if body else [])
ONCE = RetryOptions(max_attempts=1)


@UNTIMED
@given(STATUSES, HEADERS, READS)
def test_plain_call_returns_the_response_or_raises_api_error(status: int, headers: Headers, reads: list[bytes]) -> None:
    end = run_call(Scripted(status, headers, reads), CallPolicy(ONCE))
    if isinstance(end, Response):
        assert (end.status, end.content) == (status, b"".join(reads))
        assert 200 <= status < 300
    else:
        assert isinstance(end, APIError)
        assert [attempt.status for attempt in end.attempts] == [end.status_code]
        check(end)


def create_parser(response: Response, sent_at: float, started_at: float) -> Any:
    return make_chat_parser(ErrorFactory.from_response(response, "choices"), sent_at=sent_at, started_at=started_at)


@UNTIMED
@given(STATUSES, HEADERS, READS, st.booleans())
@example(200, Headers(), [b'{"choices": [{"index": 0, "delta": {"content": "Hello"}}]}'], True)
def test_stream_opens_or_raises_and_closes_the_connection(
    status: int, headers: Headers, reads: list[bytes], framed: bool
) -> None:
    transport = Scripted(status, headers, [b"data: ", *reads, b"\n\n"] if framed else reads)
    end = run_call(transport, CallPolicy(ONCE, create_parser=create_parser))
    if isinstance(end, Response):
        assert end.stream is not None
        assert end.stream.parser.is_open
    else:
        assert isinstance(end, (APIError, StreamError, DecodeError))
        assert transport.closed
        check(end)


# --------------------------------------------------------------------------------------------------------- retry waits


@UNTIMED
@given(st.sampled_from([429, 503]), HEADERS, JSON, st.integers(1, 5), st.floats(0, 100))
def test_any_retry_header_results_in_a_bounded_wait(
    status: int, headers: Headers, hint: Any, number: int, elapsed: float
) -> None:
    inner = dict(headers.multi_items())
    for error in ({"availability": {"retry_after": hint}}, {"metadata": {"headers": inner}}, hint):
        wait = find_retry_after(status, headers, error, NOW)
        assert wait is None or (math.isfinite(wait) and 0 <= wait <= A_YEAR)
        failure = APIError("x", status_code=status, retry_after=wait)
        decision = RetryOptions(max_attempts=6).decide(failure, number, elapsed)
        assert decision.wait is None or 0 <= decision.wait <= 60.0 - elapsed
        assert decision.reason


@UNTIMED
@given(st.integers(0, 100_000), st.sampled_from(["seconds", "float", "date", "ms", "reset", "reset ms"]))
def test_retry_after_is_parsed_in_every_unit(seconds: int, kind: str) -> None:
    moment = datetime.fromtimestamp(NOW, UTC) + timedelta(seconds=seconds)
    name, value = {
        "seconds": ("retry-after", f"{seconds}"),
        "float": ("Retry-After", f" {seconds}.0 "),
        "date": ("retry-after", format_datetime(moment, usegmt=True)),
        "ms": ("Retry-After-Ms", f"{seconds * 1000}"),
        "reset": ("X-RateLimit-Reset", f"{NOW + seconds:.0f}"),
        "reset ms": ("x-ratelimit-reset", f"{(NOW + seconds) * 1000:.0f}"),
    }[kind]
    wait = find_retry_after(429, Headers({name: value}), None, NOW)
    instant = kind in ("date", "reset", "reset ms")
    assert wait == (None if instant and seconds == 0 else seconds)
