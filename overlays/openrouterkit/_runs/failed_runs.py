"""The run so far of an exception that has ended it: `find_run`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ..errors import SDKError

if TYPE_CHECKING:
    from .results import Run

_NAME: Final = "_openrouterkit_run"


class _Link:
    """Leads from an exception to its run. It is copied and pickled without the run, which may contain anything."""

    def __init__(self, run: Run[Any] | None = None) -> None:
        self.run = run

    def __reduce__(self) -> tuple[type[_Link], tuple[()]]:
        return _Link, ()


def attach_run(error: BaseException, run: Run[Any]) -> None:
    """Associate an exception with the run that it has ended.

    Args:
        error: The exception. All have a `__dict__`, also those that refuse further attributes.
        run: The run so far.
    """
    if isinstance(error, SDKError):
        error.run = run
    else:
        error.__dict__[_NAME] = _Link(run)


def read_run(error: BaseException | None) -> Run[Any] | None:
    """Return the run that exactly this exception has ended; None if it has ended none."""
    if isinstance(error, SDKError):
        run: Run[Any] | None = error.run
        return run
    link = None if error is None else error.__dict__.get(_NAME)
    return link.run if isinstance(link, _Link) else None


def find_run(error: BaseException) -> Run[Any] | None:
    """Return the run so far that an exception has ended, whatever its type; None if there is none.

        try:
            run = client.chat.run(model="a/b", messages=messages, tools=[pay], tool_errors="raise")
        except Exception as error:
            if (run := find_run(error)) is not None:
                print(run.cost, run.turns)

    `chat.resume` continues the run: tools that have finished do not run again, an interrupted one does. A timeout of
    asyncio, an exception group and `raise ... from` lead to the run, too; a copy from another process does not.

    Args:
        error: The exception that has left `chat.run`, `chat.resume` or the stream of a run.
    """
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        each = waiting.pop()
        if each is None or id(each) in seen:
            continue
        seen.add(id(each))
        run = read_run(each)
        if run is not None:
            return run
        # The last one is looked at first: members of a group, then the cause, then the context.
        waiting.append(None if each.__suppress_context__ else each.__context__)
        waiting.append(each.__cause__)
        if isinstance(each, BaseExceptionGroup):
            waiting.extend(reversed(each.exceptions))
    return None
