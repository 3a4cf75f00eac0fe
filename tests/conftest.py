"""Profiles of hypothesis, and the number of processes that run tests.

The default profile runs the same hundred examples every time, so that failures are reproducible. With
--hypothesis-profile=fuzz (`make fuzz`) it runs many more examples, and random ones.
"""

from __future__ import annotations

import os

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


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Return one process more than there are processors, because tests wait for sockets a third of their time."""
    return (os.cpu_count() or 1) + 1
