"""The environment variable OPENROUTER_LOG."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

PROGRAM = """
import logging, sys
from openrouterkit import OpenRouter
from openrouterkit._log import logger
{before}
OpenRouter(api_key="k")
OpenRouter(api_key="k")
logger.debug("a debug message")
logger.info("a message")
"""


def run(level: str, before: str = "") -> list[str]:
    """Run a program with OPENROUTER_LOG; return the lines on its standard error."""
    environment = {**os.environ, "OPENROUTER_LOG": level}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(before=before)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stderr.splitlines()


@pytest.mark.parametrize(
    ("level", "lines"),
    [("debug", ["a debug message", "a message"]), ("Info", ["a message"]), ("warning", []), ("", [])],
)
def test_the_messages_of_a_level_are_printed_once_without_any_configuration(level: str, lines: list[str]) -> None:
    assert run(level) == lines


def test_the_handlers_that_a_program_has_configured_are_the_only_ones() -> None:
    configured = 'logging.basicConfig(format="configured: %(message)s")'
    assert run("info", configured) == ["configured: a message"]
    own = 'h = logging.StreamHandler(sys.stderr); h.setFormatter(logging.Formatter("own: %(message)s"))'
    assert run("info", f"{own}; logger.addHandler(h)") == ["own: a message"]


def test_an_unknown_level_is_rejected_with_the_valid_levels() -> None:
    with pytest.raises(subprocess.CalledProcessError) as failed:
        run("loud")
    assert "OPENROUTER_LOG 'loud'" in failed.value.stderr
    assert all(level in failed.value.stderr for level in ("debug", "info", "warning", "error"))
