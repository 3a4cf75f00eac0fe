"""Tests of the middleware: the same functions in sync and async clients."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from acmekit import Acme, AsyncAcme, QuotaExceededError, StreamMeter, WordLedger, answer_in, is_blank, sign
from acmekit.testing import answer, event, fault, pieces
from openrouterkit import RequestOptions, RetryOptions
from openrouterkit.testing import Script, connection_error, events

if TYPE_CHECKING:
    from openrouterkit.flow import Flow, Request, Response
    from openrouterkit.middleware import Handler

AUTH = {"key": "k-0123456789"}
QUESTION = "How long is the Tagus?"


def test_answers_are_requested_in_a_language() -> None:
    script = Script([answer(), answer()])
    with script.client(Acme, auth=AUTH, middleware=[answer_in("fr")]) as client:
        client.answers.ask(question=QUESTION)
        client.answers.ask(question=QUESTION, language="pt")
    assert [request.json["language"] for request in script.requests] == ["fr", "pt"]


def test_the_context_of_a_call_names_another_language() -> None:
    script = Script([answer()])
    with script.client(Acme, auth=AUTH, middleware=[answer_in("fr")]) as client:
        client.answers.ask(question=QUESTION, options=RequestOptions(context={"language": "pt"}))
    assert script.requests[0].json["language"] == "pt"


def test_each_attempt_has_a_signature_of_its_own_which_no_one_sees() -> None:
    script = Script([503, connection_error(), answer()])
    seen: list[str] = []

    def see(request: Request, call_next: Handler) -> Flow[Response]:
        seen.append(request.headers["X-Acme-Signature"])
        return (yield from call_next(request))

    with script.client(Acme, auth=AUTH, attempt_middleware=[sign("secret"), see]) as client:
        client.answers.ask(question=QUESTION)
    assert len(set(seen)) == 3
    assert {request.headers["x-acme-signature"] for request in script.requests} == {"***"}


def test_the_ledger_counts_answers_and_streams_however_they_end() -> None:
    ledger = WordLedger()
    script = Script([answer(words=6), pieces(), pieces(), pieces(event("fault", **fault()["fault"]))])
    with script.client(Acme, auth=AUTH, middleware=[ledger]) as client:
        client.answers.ask(question=QUESTION)
        client.answers.stream_ask(question=QUESTION).read_all()
        with client.answers.stream_ask(question=QUESTION) as stream:
            next(stream)
        with pytest.raises(QuotaExceededError):
            client.answers.stream_ask(question=QUESTION).read_all()
    assert ledger.words == 12
    assert [kind for kind, _ in ledger.entries] == ["plain", "complete", "closed", "failed"]


def test_the_meter_counts_events_and_pieces() -> None:
    meter = StreamMeter()
    with Script([pieces()]).client(Acme, auth=AUTH, attempt_middleware=[meter]) as client:
        client.answers.stream_ask(question=QUESTION).read_all()
    assert meter.events == {"text": 2, "ping": 1, "source": 1, "end": 1}
    assert meter.pieces == 4  # a ping is no piece


def test_async_clients_use_the_same_middleware() -> None:
    ledger = WordLedger()
    script = Script([answer(), pieces()])

    async def ask() -> None:
        options = RequestOptions(middleware=[ledger])  # of one call
        async with script.async_client(AsyncAcme, auth=AUTH, attempt_middleware=[sign("secret")]) as client:
            await client.answers.ask(question=QUESTION, options=options)
            await client.answers.stream_ask(question=QUESTION, options=options).read_all()

    asyncio.run(ask())
    assert [kind for kind, _ in ledger.entries] == ["plain", "complete"]


def test_an_answer_without_text_is_requested_again() -> None:
    script = Script([answer(text=""), answer()])
    retries = RetryOptions(should_retry_result=is_blank, initial_interval=0)
    with script.client(Acme, auth=AUTH, retries=retries) as client:
        assert client.answers.ask(question=QUESTION).text == "1,007 km"
    assert [request.attempt for request in script.requests] == [1, 2]


def test_so_is_a_stream_without_text() -> None:
    script = Script([events(event("ping"), event("end", usage={"words": 4})), pieces()])
    retries = RetryOptions(should_retry_result=is_blank, initial_interval=0)
    ledger = WordLedger()
    with script.client(Acme, auth=AUTH, retries=retries, attempt_middleware=[ledger]) as client:
        assert client.answers.stream_ask(question=QUESTION).read_all().text == "1,007 km"
    assert [kind for kind, _ in ledger.entries] == ["failed", "complete"]  # the discarded answer, too
