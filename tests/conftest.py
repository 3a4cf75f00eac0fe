"""Profiles of hypothesis, and tests in several processes.

The default profile runs the same hundred examples every time, so that failures are reproducible. With
--hypothesis-profile=fuzz (`make fuzz`) it runs many more examples, and random ones.
"""

from __future__ import annotations

import os
import re

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("test", derandomize=True)
settings.register_profile(
    "fuzz",
    max_examples=2000,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("test")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Let no program that a test runs measure its coverage: that would take a tenth of a second for each."""
    if hasattr(session.config, "workerinput"):  # the first process starts the workers after this
        os.environ.pop("COVERAGE_PROCESS_START", None)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Return one process more than there are processors, because tests wait for sockets a third of their time."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run tests with a limit of their own first, because they take longest.

    Reject ids with the address of an object, as in `ids=repr`: in each process they are others.
    """
    items.sort(key=lambda item: item.get_closest_marker("timeout") is None)
    for item in items:
        if re.search(r" at 0x[0-9a-f]", item.nodeid):
            raise pytest.UsageError(f"{item.nodeid}: the id has an address; pass the parameter as pytest.param(id=...)")
