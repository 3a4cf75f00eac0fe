"""python -m benchmarks.worker CLIENT BASE_URL: runs the tasks of one client, in the environment of that client.

Reads the name of a task from each line of standard input, runs the task once and prints the measurements as a line of
JSON: `cpu`, the CPU time of this process in seconds; `peak`, the peak of resident memory above the memory before the
run, in bytes; `value`, the number that the task returns, or 0.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from importlib import import_module
from typing import TYPE_CHECKING

from .memory import peak_memory, reset_peak, resident_memory

if TYPE_CHECKING:
    from .clients import Run


def main() -> None:
    """Run tasks until standard input ends."""
    name, base_url = sys.argv[1:]
    client = import_module(f"benchmarks.clients.{name}")
    runs: dict[str, Run] = {}
    for line in sys.stdin:
        task = line.strip()
        if task not in runs:
            runs[task] = getattr(client, task)(base_url)
        print(json.dumps(measure(runs[task])), flush=True)


def measure(run: Run) -> dict[str, float]:
    """Run a task once and return its measurements."""
    gc.collect()
    reset_peak()
    before = resident_memory()
    start = time.process_time()
    value = run()
    cpu = time.process_time() - start
    return {"cpu": cpu, "peak": peak_memory() - before, "value": value if isinstance(value, int) else 0}


if __name__ == "__main__":
    main()
