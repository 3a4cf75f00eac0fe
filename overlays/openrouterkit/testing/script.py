"""Scripted responses in place of a service: `Script`."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Self

from .._testing.rendering import check_step, render_step
from .clients import Playing
from .replies import Reply, ScriptError
from .step_types import Conditional

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

    from .._testing.secrets import Secrets
    from .requests import SentRequest
    from .step_types import Step

__all__ = ["Script"]


class Script(Playing):
    """Scripted responses: each request uses the next step.

        script = Script(["Paris", 429, "Rome"])
        client = script.client()
        assert client.chat.send(model="a/b", messages=[user("Capital of France?")]).text == "Paris"
        assert client.chat.send(model="a/b", messages=[user("And of Italy?")]).text == "Rome"  # after a retry
        assert [request.text for request in script.requests] == ["Capital of France?", "And of Italy?", "And of Italy?"]
        script.assert_done()

    The script is below everything that a client does: it is a transport of httpx. So requests are built, and responses
    are parsed, limited and retried, as they are with the service. Threads and tasks may share it; the steps are used in
    the order of the requests. As a context manager, it runs `assert_done()` at the end.

    Args:
        steps: What the service replies to one request each; see `openrouterkit.testing.steps`.
        default: The step for every request after the last step; it need not be used. By default there is none, and a
            further request raises a `ScriptError`.
    """

    def __init__(self, steps: Iterable[Step] = (), *, default: Step | None = None) -> None:
        self._lock = threading.Lock()
        if default is not None:
            check_step(default, "the default")
        self._default = default
        self._steps: list[Step] = []
        self._unused: list[tuple[int, Step]] = []
        self._requests: list[SentRequest] = []
        self._errors: list[BaseException] = []
        self.add(*_check_list(steps))

    def __repr__(self) -> str:
        with self._lock:
            used = len(self._steps) - len(self._unused)
            return f"Script({len(self._steps)} steps, {used} used, {len(self._requests)} requests)"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if error is None:
            self.assert_done()

    @property
    def requests(self) -> list[SentRequest]:
        """The requests so far, in order; one for each attempt of a call."""
        with self._lock:
            return list(self._requests)

    def add(self, *steps: Step) -> None:
        """Add steps at the end.

        Raises:
            ScriptError: A step is of an unknown type, or an invalid status.
        """
        with self._lock:
            start = len(self._steps) + 1
            for number, step in enumerate(steps, start):
                check_step(step, f"step {number}")
            self._steps += steps
            self._unused += enumerate(steps, start)

    def assert_done(self) -> None:
        """Raise an error if a step was not used, or if a request failed for lack of a fitting step.

        Raises:
            ScriptError: A step was not used.
        """
        with self._lock:
            error = self._errors[0] if self._errors else None  # the code under test may have caught it
            unused, count = list(self._unused), len(self._steps)
        if error is not None:
            raise error
        if unused:
            what = f"{len(unused)} of {count} steps were not used"
            raise ScriptError(f"{what}:\n{_list_steps(unused)}\n{self._describe_requests()}")

    def begin(self, request: SentRequest, secrets: Secrets) -> Reply:  # noqa: ARG002 - only cassettes use the secrets
        """Return the reply to a request. The transport runs it for every request.

        Args:
            request: The request.
            secrets: The secrets of the request.

        Raises:
            ScriptError: There is no step for the request, or the step does not fit it.
        """
        with self._lock:
            self._requests.append(request)
            count = len(self._requests)
        number = 0
        try:
            number, step = self._take(request)
            return render_step(step, request, count)
        except ScriptError as error:
            if number:
                error.args = (f"step {number} does not fit: {error}",)
            self._keep(error)
            raise
        except Exception as error:
            self._keep(error)
            raise

    def _keep(self, error: BaseException) -> None:
        with self._lock:
            self._errors.append(error)

    def _take(self, request: SentRequest) -> tuple[int, Step]:
        """Return the number and the step for a request, and mark it as used; (0, the default) if none is left.

        Conditions run without the lock: they may take their time, and use the script.
        """
        tried = 0
        while True:
            with self._lock:
                entry = next((entry for entry in self._unused if entry[0] > tried), None)
            if entry is None:
                if self._default is not None:
                    return 0, self._default
                raise ScriptError(self._describe_missing(request))
            tried, step = entry
            if isinstance(step, Conditional) and not step.match(request):
                continue
            with self._lock:
                if entry in self._unused:  # else another request has used it meanwhile
                    self._unused.remove(entry)
                    return entry

    def _describe_missing(self, request: SentRequest) -> str:
        with self._lock:
            unused, count, number = list(self._unused), len(self._steps), len(self._requests)
        came = f"request {number} came, {request}"
        if unused:
            return f"{came}, and the conditions of no step that is left accept it:\n{_list_steps(unused)}"
        expected = "the script has no steps" if not count else f"the script has only {count} step{'s' * (count > 1)}"
        return (
            f"{came}, but {expected}; add a step, or pass a default to Script. A retry is a request of its own.\n"
            f"{self._describe_requests()}"
        )

    def _describe_requests(self) -> str:
        requests = self.requests
        if not requests:
            return "no request came"
        lines = "\n".join(f"  {number}. {request}" for number, request in enumerate(requests, 1))
        return f"the requests were:\n{lines}"


def _list_steps(steps: Iterable[tuple[int, Step]]) -> str:
    return "\n".join(f"  step {number}: {step!r:.200}" for number, step in steps)


def _check_list(steps: Any) -> Iterable[Any]:
    """Return the steps; raise ScriptError for a single one."""
    if isinstance(steps, str | bytes | dict):
        raise ScriptError(f"Script needs a list of steps: write Script([{steps!r:.50}])")
    return steps  # type: ignore[no-any-return]  # the type is checked by the caller's type checker
