"""The ASGI application of the local server."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from attrs import evolve
from starlette.requests import ClientDisconnect, Request

from .contract.routing import route
from .exchange.errors import ServiceError
from .exchange.requests import RawRequest, decode_body, validate_request
from .operations.examples import build_example_response
from .rate_limits import count_request
from .recording import RecordedRequest, redact_headers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.types import Receive, Scope, Send

    from .exchange.responses import LocalResponse
    from .service import Service

logger = logging.getLogger("openrouterkit.local")


class App:
    """The ASGI application.

    Args:
        service: The contract, settings and state from which responses are built.
        on_request: Called with each request after its response is built, before the response is sent. Defaults to None.
    """

    def __init__(self, service: Service, on_request: Callable[[RecordedRequest], None] | None = None) -> None:
        self._service = service
        self._on_request = on_request

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read one HTTP request and send the response, as defined by ASGI."""
        request = Request(scope, receive)
        try:
            content = await request.body()
        except ClientDisconnect:
            return
        response = self._respond(request, content)
        await response.to_starlette()(scope, receive, send)

    def _respond(self, request: Request, content: bytes) -> LocalResponse:
        """Record the request and return its response; exceptions become error responses."""
        path = request.scope["raw_path"].decode("latin-1")
        query = parse_qs(request.scope["query_string"].decode("latin-1"), keep_blank_values=True)
        record = RecordedRequest(
            method=request.method,
            path=path.removeprefix(self._service.contract.base_path),
            query={name: values[-1] for name, values in query.items()},
            headers=redact_headers(request.headers.items()),
            body=content or None,
        )
        self._service.state.requests.append(record)
        limits: Mapping[str, str] = {}
        try:
            limits = count_request(self._service)
            response = self._handle(record, path, query, content)
        except ServiceError as error:
            response = self._service.dialect.build_error_response(error)
        except Exception as error:
            logger.exception("unexpected error while handling %s %s", record.method, record.path)
            message = f"unexpected error in the local server: {error!r}; this is a bug in openrouterkit.local"
            response = self._service.dialect.build_error_response(ServiceError(500, message))
        response = evolve(response, headers={**limits, **response.headers})
        record.status_code = response.status
        if self._on_request is not None:
            self._on_request(record)
        return response

    def _handle(self, record: RecordedRequest, path: str, query: dict[str, list[str]], content: bytes) -> LocalResponse:
        """Route and validate the request, then run the handler of its operation."""
        service = self._service
        operation, path_values = route(service.contract, record.method, path)
        record.operation = operation.id
        raw = RawRequest(operation, path_values, query, record.headers, content)
        record.body = body = decode_body(raw)
        request = validate_request(raw, body, service.contract, service.checker)
        handler = service.dialect.handlers.get(operation.id)
        return (handler and handler(service, request)) or build_example_response(service, request)
