"""The memory of this process, as Linux reports it."""

from __future__ import annotations

from pathlib import Path
from resource import getpagesize

MEGABYTE = 1024 * 1024


def resident_memory() -> int:
    """Return the resident memory of this process, in bytes."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * getpagesize()


def reset_peak() -> None:
    """Reset the peak that `peak_memory` returns."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def peak_memory() -> int:
    """Return the largest resident memory of this process since `reset_peak`, in bytes."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024
