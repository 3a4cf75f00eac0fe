"""Runs the clients in alternating turns: in each turn every client runs the same task once."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from statistics import median
from typing import TYPE_CHECKING, Final, Self, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from .cases import Case

OURS: Final = "openrouterkit"
RAW: Final = "raw httpx"
MODULES: Final = {OURS: "openrouterkit", RAW: "raw_httpx", "openai": "openai", "openrouter": "openrouter"}

Measurement: TypeAlias = dict[str, float]
"""The measurements of one run by metric, see `worker`."""

Turn: TypeAlias = dict[str, Measurement]
"""The measurements of one turn by client name."""


@dataclass(frozen=True)
class Client:
    """One of the compared clients: its name in the table, and the Python interpreter of its environment."""

    name: str
    python: str = sys.executable

    @property
    def module(self) -> str:
        """The module in `benchmarks.clients` with its tasks."""
        return f"benchmarks.clients.{MODULES[self.name]}"


class Worker:
    """The process that runs the tasks of a client. See `worker`."""

    def __init__(self, client: Client, base_url: str) -> None:
        command = [client.python, "-m", "benchmarks.worker", MODULES[client.name], base_url]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._process.communicate()

    def run(self, task: str) -> Measurement:
        """Run a task once and return its measurements."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{task}\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"the worker process failed in the task {task}; see its traceback above")
        measurement: Measurement = json.loads(line)
        return measurement


@dataclass(frozen=True)
class Result:
    """The measurements of a case: seconds or bytes of each turn, by client; clients without the task are missing."""

    case: Case
    values: dict[str, list[float]]

    @classmethod
    def from_turns(cls, case: Case, turns: list[Turn]) -> Result:
        """Return the result of a case from the turns of its task."""
        return cls(case, {name: [turn[name][case.metric] for turn in turns] for name in turns[0]})

    def ratio(self, client: str = OURS) -> float | None:
        """Return the median of the ratios to raw httpx in each turn, which drift of the machine affects least."""
        if client not in self.values or RAW not in self.values:
            return None
        return median(value / raw for value, raw in zip(self.values[client], self.values[RAW], strict=True))

    def ratio_of_minima(self) -> float | None:
        """Return the ratio of the lowest values, which other load on the machine affects least."""
        return min(self.values[OURS]) / min(self.values[RAW]) if RAW in self.values else None

    def is_within_limit(self) -> bool | None:
        """Return whether the ratio is within the limit of the case; None for a case without a limit."""
        return None if self.case.limit is None else not self.exceeds(self.case.limit)

    def exceeds(self, limit: float, *, both_ratios: bool = False) -> bool:
        """Return whether the median ratio exceeds a limit; with `both_ratios`, whether both ratios do."""
        ratio, minimum = self.ratio(), self.ratio_of_minima()
        if ratio is None or minimum is None:
            return median(self.values[OURS]) > limit
        return (min(ratio, minimum) if both_ratios else ratio) > limit


def measure(case: Case, clients: list[Client], turns: int, base_url: str) -> list[Turn]:
    """Measure the task of a case with every client that has it, and return the turns.

    Each client keeps one process for all turns and starts with a warm-up run, which is not counted. A case with
    `fresh` uses a new process for each turn, without a warm-up.
    """
    participants = [client for client in clients if hasattr(import_module(client.module), case.task)]
    with ExitStack() as stack:
        runs: dict[str, Callable[[], Measurement]] = {}
        for client in participants:
            if case.task.isupper():
                runs[client.name] = partial(_run_program, client, case.task, base_url)
            elif case.fresh:
                runs[client.name] = partial(_run_in_new_process, client, case.task, base_url)
            else:
                runs[client.name] = partial(stack.enter_context(Worker(client, base_url)).run, case.task)
        if not case.fresh:
            for run in runs.values():
                run()
        return [{name: run() for name, run in runs.items()} for _ in range(turns)]


def _run_in_new_process(client: Client, task: str, base_url: str) -> Measurement:
    with Worker(client, base_url) as worker:
        return worker.run(task)


def _run_program(client: Client, name: str, base_url: str) -> Measurement:
    program = getattr(import_module(client.module), name).replace("{url}", base_url)
    timed = f"import time\nstart = time.process_time()\n{program}\nprint(time.process_time() - start)"
    done = subprocess.run([client.python, "-c", timed], capture_output=True, text=True, check=True)
    return {"cpu": float(done.stdout)}
