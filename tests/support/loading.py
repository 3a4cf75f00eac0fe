"""Finding the modules that code loads."""

from __future__ import annotations

import json
import subprocess
import sys


def find_loaded_modules(code: str) -> set[str]:
    """Return the modules that a new interpreter has loaded after running the code."""
    program = f"{code}\nimport sys, json\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))
