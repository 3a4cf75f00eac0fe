"""Scripted responses in place of a service: `Script`."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Self

from .._testing.rendering import render_step
from .clients import Playing
from .replies import Reply, ScriptError
from .steps import Conditional

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

    from .._testing.secrets import Secrets
    from .requests import SentRequest
    from .steps import Step

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
        """Add steps at the end."""
        with self._lock:
            start = len(self._steps) + 1
            self._steps += steps
            self._unused += enumerate(steps, start)

    def assert_done(self) -> None:
        """Raise an error if a step was not used, or if a request failed for lack of a fitting step.

        Raises:
            ScriptError: A step was not used.
        """
        with self._lock:
            if self._errors:  # the code under test may have caught it
                raise self._errors[0]
            if not self._unused:
                return
            steps = "\n".join(f"  step {number}: {step!r:.200}" for number, step in self._unused)
            raise ScriptError(
                f"{len(self._unused)} of {len(self._steps)} steps were not used:\n{steps}\n{self._describe_requests()}"
            )

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
        """Return the number and the step for a request, and mark it as used."""
        with self._lock:
            for place, (number, step) in enumerate(self._unused):
                if not isinstance(step, Conditional) or step.match(request):
                    del self._unused[place]
                    return number, step
            if self._default is not None:
                return 0, self._default
            raise ScriptError(self._describe_missing(request))

    def _describe_missing(self, request: SentRequest) -> str:
        came = f"request {len(self._requests)} came, {request}"
        if self._unused:
            steps = "\n".join(f"  step {number}: {step!r:.200}" for number, step in self._unused)
            return f"{came}, and the conditions of no step that is left accept it:\n{steps}"
        count = len(self._steps)
        expected = "the script has no steps" if not count else f"the script has only {count} step{'s' * (count > 1)}"
        return (
            f"{came}, but {expected}; add a step, or pass a default to Script. A retry is a request of its own.\n"
            f"{self._describe_requests()}"
        )

    def _describe_requests(self) -> str:
        if not self._requests:
            return "no request came"
        lines = "\n".join(f"  {number}. {request}" for number, request in enumerate(self._requests, 1))
        return f"the requests were:\n{lines}"


def _check_list(steps: Any) -> Iterable[Any]:
    """Return the steps; raise ScriptError for a single one."""
    if isinstance(steps, str | bytes | dict):
        raise ScriptError(f"Script needs a list of steps: write Script([{steps!r:.50}])")
    return steps  # type: ignore[no-any-return]  # the type is checked by the caller's type checker
