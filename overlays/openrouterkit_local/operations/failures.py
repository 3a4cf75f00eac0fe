"""Models that fail: `local/error-<status>`, `local/flaky`, and unknown models of the author `no`."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from openrouterkit_runtime.json import encode as encode_json

from ..exchange.errors import ServiceError, build_example_error, build_not_found
from .generations import find_session

if TYPE_CHECKING:
    from ..contract.document import Operation
    from ..exchange.requests import ValidRequest
    from ..service import Service

_ERROR_MODEL = re.compile(r"local/error-([45]\d\d)")
_FLAKY_STATUSES = (429, 503)


def find_model_error(service: Service, operation: Operation, model: str) -> ServiceError | None:
    """Return the error with which a model always fails, None for all other models.

    `local/error-<status>` fails with the status, from 400 to 599. Models of the author `no` fail with 404.
    """
    if model.startswith("no/"):
        return build_not_found(f"No endpoints found for {model}.")
    match = _ERROR_MODEL.fullmatch(model)
    if match is None:
        return None
    return build_example_error(operation, int(match[1]), service.settings.retry_after)


def count_flaky_error(service: Service, request: ValidRequest) -> ServiceError | None:
    """Return and count the next error of `local/flaky`: 429, then 503, then None.

    Errors are counted by session if the request names one, else by conversation, so that concurrent tests do not share
    a count.
    """
    key = find_session(request) or sha256(encode_json(request.body.get("messages"))).hexdigest()
    failures = service.state.failures
    if failures[key] >= len(_FLAKY_STATUSES):
        return None
    status = _FLAKY_STATUSES[failures[key]]
    failures[key] += 1
    return build_example_error(request.operation, status, service.settings.retry_after)
