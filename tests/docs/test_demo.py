"""The tour in examples/demo.py runs against the embedded server, and its answers fit its questions."""

import os
import subprocess
import sys

from places import ROOT


def test_the_demo_runs_to_its_end_and_its_first_question_is_answered():
    environment = {name: value for name, value in os.environ.items() if name != "LIVE"}
    done = subprocess.run(
        [sys.executable, ROOT / "examples" / "demo.py"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    start = lines.index("A plain call")
    assert lines[start + 2].split(maxsplit=1) == ["user", "What is the capital of France?"]
    assert lines[start + 3].split(maxsplit=1) == ["assistant", "Paris."]
    assert lines[-1].startswith("End of the tour.")


def test_the_tests_of_the_example_application_pass():
    # Those of the example package run where it is installed: see tests/test_package.py.
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "examples/test_assistant.py"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout
    assert "4 passed" in done.stdout
