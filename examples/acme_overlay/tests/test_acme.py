"""Tests of the service: its results, streams, errors and credentials."""

from __future__ import annotations

import asyncio
import pickle
from typing import TYPE_CHECKING

import pytest

from acme_api import Groups
from acmekit import ACME, Acme, AnswerProtocol, AsyncAcme, QuotaExceededError
from acmekit.testing import answer, event, fault, pieces
from openrouterkit import ConfigurationError, IncompleteStreamError
from openrouterkit.authentication import ClientCredentials
from openrouterkit.testing import Script, events, reply

if TYPE_CHECKING:
    from openrouterkit.testing import Step

AUTH = {"key": "k-0123456789"}
QUESTION = "How long is the Tagus?"
FAULT = fault(missing=4)


def test_an_answer_has_footnotes_and_its_response() -> None:
    script = Script([answer()])
    with script.client(Acme, auth=AUTH) as client:
        result = client.answers.ask(question=QUESTION)
    assert result.footnotes == "[1] Rivers <https://rivers.example>"
    assert result.response.status_code == 200
    assert script.requests[0].json == {"question": QUESTION}


def test_the_pieces_of_a_stream_add_up_to_the_same_answer() -> None:
    with Script([pieces()]).client(Acme, auth=AUTH) as client:
        with client.answers.stream_ask(question=QUESTION) as stream:
            texts = [piece.text for piece in stream]
        assert texts == ["1,007", None, " km", None]
        assert stream.result().to_dict() == answer()
        assert stream.result().footnotes == "[1] Rivers <https://rivers.example>"


def test_async_code_reads_the_same_stream() -> None:
    async def read() -> dict[str, object]:
        async with Script([pieces()]).async_client(AsyncAcme, auth=AUTH) as client:
            return (await client.answers.stream_ask(question=QUESTION).read_all()).to_dict()

    assert asyncio.run(read()) == answer()


def test_an_answer_without_its_last_event_is_incomplete() -> None:
    script = Script([pieces(is_complete=False)])
    with script.client(Acme, auth=AUTH) as client, pytest.raises(IncompleteStreamError) as caught:
        client.answers.stream_ask(question=QUESTION).read_all()
    assert caught.value.partial.text == "1,007 km"


def test_a_request_by_path_reads_the_same_events() -> None:
    with Script([pieces()]).client(ACME, auth=AUTH) as client:
        question = {"question": QUESTION, "stream": True}
        stream = client.request_stream("POST", "/answers", json=question, protocol=AnswerProtocol)
        names = [stream.event.event for _ in stream if stream.event is not None]
    assert names == ["text", "source", "text", "end"]


@pytest.mark.parametrize(
    "step",
    [
        pytest.param(reply(FAULT, status=402), id="status"),
        pytest.param(reply(FAULT), id="success"),
        pytest.param(events(event("fault", **FAULT["fault"])), id="first event"),
        pytest.param(pieces(event("fault", **FAULT["fault"])), id="later event"),
    ],
)
def test_an_error_of_the_service_is_the_same_wherever_it_arrives(step: Step) -> None:
    with Script([step]).client(Acme, auth=AUTH) as client, pytest.raises(QuotaExceededError) as caught:
        client.answers.stream_ask(question=QUESTION).read_all()
    assert caught.value.words_missing == 4
    assert str(caught.value).endswith("buy words, or wait for the next month")
    assert pickle.loads(pickle.dumps(caught.value)).words_missing == 4


def test_each_operation_is_sent_with_its_own_scheme() -> None:
    script = Script([answer(), {"owner": "ada", "words_left": 90}])
    with script.client(Acme, auth={**AUTH, "login": ("ada", "s3cret-pass")}) as client:
        client.answers.ask(question=QUESTION)
        assert client.account.get_balance().words_left == 90
    used = [request.headers.keys() & {"x-acme-key", "authorization"} for request in script.requests]
    assert used == [{"x-acme-key"}, {"authorization"}]


def test_an_application_without_a_key_fetches_one_token_for_its_questions() -> None:
    script = Script([{"access_token": "t-0123456789", "expires_in": 3600}, answer(), answer()])
    with script.client(Acme, auth={"app": ClientCredentials("my-app", "s3cret")}) as client:
        client.answers.ask(question=QUESTION)
        client.answers.ask(question=QUESTION)
    assert [request.path for request in script.requests] == ["/v1/oauth/token", "/v1/answers", "/v1/answers"]


def test_the_methods_of_acme_can_be_attached_to_any_client_of_the_service() -> None:
    with Script([answer()]).client(ACME, auth=AUTH) as client:
        assert client.attach(Groups).answers.ask(question=QUESTION).text == "1,007 km"


def test_a_missing_credential_is_reported_before_anything_is_sent() -> None:
    script = Script()
    with script.client(Acme, auth=AUTH) as client, pytest.raises(ConfigurationError, match="'login' has no value"):
        client.account.get_balance()
    assert script.requests == []
