"""Models that fail: `local/error-429` and its like, `local/flaky`, and names that do not exist."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from openrouterkit_runtime.json import encode as encode_json

from ..exchange.problems import ProblemError, not_found, stated_problem
from .generations import session

if TYPE_CHECKING:
    from ..contract.description import Operation
    from ..exchange.call import Call
    from ..service import Service

_STATUS = re.compile(r"local/error-([45]\d\d)")
_FAILURES = (429, 503)


def refusal(service: Service, operation: Operation, model: str) -> ProblemError | None:
    """Why a model does not answer at all, None where it does.

    `local/error-<status>` fails with any status from 400 to 599; a model of the author `no` does not exist.
    """
    if model.startswith("no/"):
        return not_found(f"No endpoints found for {model}.")
    status = _STATUS.fullmatch(model)
    if status is None:
        return None
    return stated_problem(operation, int(status[1]), service.settings.retry_after)


def flakiness(service: Service, call: Call) -> ProblemError | None:
    """Why `local/flaky` fails this time: with 429 at first, with 503 the second time, then never again.

    Counted by session where the call names one, else by conversation, so that tests side by side do not share a count.
    """
    key = session(call) or sha256(encode_json(call.body.get("messages"))).hexdigest()
    failures = service.memory.failures
    if failures[key] >= len(_FAILURES):
        return None
    status = _FAILURES[failures[key]]
    failures[key] += 1
    return stated_problem(call.operation, status, service.settings.retry_after)
