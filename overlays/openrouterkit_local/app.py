"""The application: from a request to its answer."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from starlette.requests import ClientDisconnect, Request

from .contract.routing import route
from .exchange.answers import Answer, failed
from .exchange.call import Arrival, checked, decoded
from .exchange.problems import ProblemError
from .handlers import HANDLERS
from .operations.examples import exemplary
from .recording import RecordedRequest, safe_headers

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import Receive, Scope, Send

    from .service import Service

logger = logging.getLogger("openrouterkit.local")


class App:
    """The ASGI application.

    Args:
        service: what answers are made from.
        on_request: called with every request once its answer is known, None for nobody.
    """

    def __init__(self, service: Service, on_request: Callable[[RecordedRequest], None] | None = None) -> None:
        self._service = service
        self._on_request = on_request

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, as ASGI has it."""
        request = Request(scope, receive)
        try:
            content = await request.body()
        except ClientDisconnect:
            return
        answer = self._recorded(request, content)
        await answer.response()(scope, receive, send)

    def _recorded(self, request: Request, content: bytes) -> Answer:
        path = request.scope["raw_path"].decode("latin-1")
        query = parse_qs(request.scope["query_string"].decode("latin-1"), keep_blank_values=True)
        record = RecordedRequest(
            method=request.method,
            path=path.removeprefix(self._service.contract.base_path),
            query={name: values[-1] for name, values in query.items()},
            headers=safe_headers(request.headers.items()),
            body=content or None,
        )
        self._service.memory.requests.append(record)
        try:
            answer = self._answer(record, path, query, content)
        except ProblemError as problem:
            answer = failed(problem)
        except Exception as error:
            logger.exception("the answer to %s %s could not be made", record.method, record.path)
            answer = failed(ProblemError(500, f"The local server failed, which is a fault of its own: {error!r}"))
        record.status = answer.status
        if self._on_request is not None:
            self._on_request(record)
        return answer

    def _answer(self, record: RecordedRequest, path: str, query: dict[str, list[str]], content: bytes) -> Answer:
        service = self._service
        operation, values = route(service.contract, record.method, path)
        record.operation = operation.id
        arrival = Arrival(operation, values, query, record.headers, content)
        record.body = body = decoded(arrival)
        call = checked(arrival, body, service.contract, service.checker)
        handler = HANDLERS.get(operation.id)
        return (handler and handler(service, call)) or exemplary(service, call)
