"""Fixtures of the tests of runs."""

import pytest
from run_callers import WORLDS, RunCaller


@pytest.fixture(params=WORLDS)
def caller(request):
    """Return what makes runs in sync code, on asyncio and on trio."""
    return RunCaller(request.param)
