"""A pytest plugin that records which test executes which line, and how long each test takes."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import coverage

_DURATIONS: dict[str, float] = {}


def pytest_collectstart(collector: Any) -> None:
    _switch_context(collector.nodeid)


def pytest_runtest_setup(item: Any) -> None:
    _switch_context(item.nodeid)


def _switch_context(nodeid: str) -> None:
    current = coverage.Coverage.current()
    if current is not None:
        current.switch_context(nodeid)


def pytest_runtest_logreport(report: Any) -> None:
    _DURATIONS[report.nodeid] = _DURATIONS.get(report.nodeid, 0.0) + report.duration


def pytest_sessionfinish() -> None:
    Path(os.environ["MUTANTS_DURATIONS"]).write_text(json.dumps(_DURATIONS), encoding="utf-8")
