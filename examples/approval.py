"""Let a person approve what a model wants to do: the run pauses, and another process resumes it.

python examples/approval.py                    # pauses at the tool call, and writes the run to a new file
python examples/approval.py run.json           # or to this one
python examples/approval.py run.json yes       # resumes the run with the decision: yes, or why not
"""

from __future__ import annotations

import os
import shlex
import sys
import tempfile
from pathlib import Path

from openrouterkit import OpenRouter, function_tool, user
from openrouterkit.runs import Run

MODEL = "openai/gpt-4o-mini"


@function_tool
def list_files() -> list[str]:
    """List all files, with their sizes."""
    return ["a.txt (1 kB)", "b.txt (9 kB)"]


@function_tool
def measure_disk() -> int:
    """Measure how much space is left."""
    raise OSError("the disk does not respond")


@function_tool(requires_approval=True)
def delete_file(path: str) -> str:
    """Delete a file.

    Args:
        path: Its name.
    """
    return f"{path} is deleted"


TOOLS = [list_files, measure_disk, delete_file]


def start(path: Path) -> None:
    """Run until a tool needs approval, and write the run to a file."""
    with OpenRouter() as client:
        request = "List the files, measure the disk, and delete b.txt."
        run = client.chat.run(model=MODEL, messages=[user(request)], tools=TOOLS)
    for result in run.turns[-1].outputs:
        print(f"{result.name}: {result.error or result.output}")
    for call in run.pending:
        print(f"waits for approval: {call.name}({call.arguments})")
    path.write_text(run.to_json(), encoding="utf-8")
    local = ["-m", "openrouterkit.local", "--", "python"] if "OPENROUTER_BASE_URL" in os.environ else []
    print("to resume:", shlex.join(["python", *local, sys.argv[0], str(path), "yes"]))


def resume(path: Path, decision: str) -> None:
    """Resume the run in a file."""
    run = Run.from_json(path.read_text(encoding="utf-8"))
    with OpenRouter() as client:
        if decision == "yes":
            run = client.chat.resume(run, tools=TOOLS, approve=True)
        else:
            run = client.chat.resume(run, tools=TOOLS, deny={call.id: decision for call in run.pending})
    print(run.text)
    print(f"stopped by: {run.stopped_by}, after {len(run.turns)} turns, for ${run.cost or 0:.7f}")


if len(sys.argv) == 3:
    resume(Path(sys.argv[1]), sys.argv[2])
else:
    start(Path(tempfile.mkdtemp()) / "run.json" if len(sys.argv) == 1 else Path(sys.argv[1]))
