"""Alternating turns: every side does the same task once, then every side again."""

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

    from .rows import Row

OURS: Final = "openrouterkit"
RAW: Final = "raw httpx"
MODULES: Final = {OURS: "ours", RAW: "raw", "openai": "openai", "openrouter": "openrouter"}

Taken: TypeAlias = dict[str, float]
"""What one run took, see `worker`."""

Turn: TypeAlias = dict[str, Taken]
"""What it took each side, by its name."""


@dataclass(frozen=True)
class Side:
    """One of those compared, by its name in the table, and the interpreter of its environment."""

    name: str
    python: str = sys.executable

    @property
    def module(self) -> str:
        """The module of `sides` that does its work."""
        return f"benchmarks.sides.{MODULES[self.name]}"


class Worker:
    """A process in which a side works. See `worker`."""

    def __init__(self, side: Side, base_url: str) -> None:
        command = [side.python, "-m", "benchmarks.worker", MODULES[side.name], base_url]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._process.communicate()

    def do(self, task: str) -> Taken:
        """What it takes to do a task once."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{task}\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"the worker of {task} ended: it says why above")
        taken: Taken = json.loads(line)
        return taken


@dataclass(frozen=True)
class Figures:
    """What the turns of a row gave: seconds or bytes, by side; a side without the task is not there."""

    row: Row
    taken: dict[str, list[float]]

    @classmethod
    def of(cls, row: Row, rounds: list[Turn]) -> Figures:
        """The figures of a row out of the turns of its task."""
        return cls(row, {name: [turn[name][row.figure] for turn in rounds] for name in rounds[0]})

    def ratio(self, side: str = OURS) -> float | None:
        """To raw httpx: the median of the ratios turn by turn, which a drifting machine moves least."""
        if side not in self.taken or RAW not in self.taken:
            return None
        return median(one / raw for one, raw in zip(self.taken[side], self.taken[RAW], strict=True))

    def best_ratio(self) -> float | None:
        """The ratio of the minima: of the turns that the machine's other work disturbed least."""
        return min(self.taken[OURS]) / min(self.taken[RAW]) if RAW in self.taken else None

    def kept(self) -> bool | None:
        """Whether the limit is kept; None where nothing is promised."""
        return None if self.row.limit is None else not self.exceeds(self.row.limit)

    def exceeds(self, limit: float, *, surely: bool = False) -> bool:
        """Whether a limit is exceeded; surely is where both the medians and the least say so."""
        ratio, least = self.ratio(), self.best_ratio()
        if ratio is None or least is None:
            return median(self.taken[OURS]) > limit
        return (min(ratio, least) if surely else ratio) > limit


def measured(row: Row, sides: list[Side], turns: int, base_url: str) -> list[Turn]:
    """The turns of a row's task, in which every side takes part that has it.

    The sides work in lasting processes, and a turn before the first is not counted; or in a new process each turn.
    """
    taking_part = [side for side in sides if hasattr(import_module(side.module), row.task)]
    with ExitStack() as stack:
        doing: dict[str, Callable[[], Taken]] = {}
        for side in taking_part:
            if row.task.isupper():
                doing[side.name] = partial(_program_run, side, row.task, base_url)
            elif row.fresh:
                doing[side.name] = partial(_done_afresh, side, row.task, base_url)
            else:
                doing[side.name] = partial(stack.enter_context(Worker(side, base_url)).do, row.task)
        if not row.fresh:
            for do in doing.values():
                do()
        return [{name: do() for name, do in doing.items()} for _ in range(turns)]


def _done_afresh(side: Side, task: str, base_url: str) -> Taken:
    with Worker(side, base_url) as worker:
        return worker.do(task)


def _program_run(side: Side, name: str, base_url: str) -> Taken:
    program = getattr(import_module(side.module), name).replace("{url}", base_url)
    timed = f"import time\nbegan = time.process_time()\n{program}\nprint(time.process_time() - began)"
    done = subprocess.run([side.python, "-c", timed], capture_output=True, text=True, check=True)
    return {"cpu": float(done.stdout)}
