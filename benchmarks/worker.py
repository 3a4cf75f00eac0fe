"""python -m benchmarks.worker SIDE BASE_URL: the process in which one side works, in whichever environment.

Each line it reads names a task; it makes ready for it if it has not before, does it once, and writes what it took as
one line of JSON: `cpu` in seconds of this process; `peak` the bytes of resident memory it had at most beyond those it
had before; `value` what the task itself gives, where that is a number.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from importlib import import_module
from typing import TYPE_CHECKING

from .memory import forget_peak, peak, resident

if TYPE_CHECKING:
    from .sides import Run


def main() -> None:
    """Do what is asked until there is nothing more."""
    name, base_url = sys.argv[1:]
    side = import_module(f"benchmarks.sides.{name}")
    ready: dict[str, Run] = {}
    for line in sys.stdin:
        task = line.strip()
        if task not in ready:
            ready[task] = getattr(side, task)(base_url)
        print(json.dumps(measured(ready[task])), flush=True)


def measured(run: Run) -> dict[str, float]:
    """What it takes to run it once."""
    gc.collect()
    forget_peak()
    before = resident()
    began = time.process_time()
    value = run()
    cpu = time.process_time() - began
    return {"cpu": cpu, "peak": peak() - before, "value": value if isinstance(value, int) else 0}


if __name__ == "__main__":
    main()
