"""What memory this process has, as Linux counts it."""

from __future__ import annotations

from pathlib import Path
from resource import getpagesize

MEGABYTE = 1024 * 1024


def resident() -> int:
    """The resident memory of this process, in bytes."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * getpagesize()


def forget_peak() -> None:
    """Have the peak counted from now on."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def peak() -> int:
    """The most resident memory this process had at once since `forget_peak`, in bytes."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024
