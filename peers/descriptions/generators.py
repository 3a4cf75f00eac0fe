"""The two generators: each writes the package of a description, and says how much of the description is in it."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from .processes import Finished, run

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT: Final = Path(__file__).resolve().parents[2]
_TIMEOUT: Final = 1_200.0


@frozen
class Generated:
    """What a generator made of a description.

    Attributes:
        seconds: The processor time that it took.
        operations: The number of operations in the package.
        schemas: The number of models in the package, where the generator tells it.
        warnings: Kind of a warning -> how often it was given.
        option: What it had to be told before it could write the package; "" if nothing.
        failure: Why there is no package; None if there is one.
    """

    seconds: float
    operations: int = 0
    schemas: int = 0
    warnings: Mapping[str, int] = field(factory=dict)
    option: str = ""
    failure: str | None = None


def generate_ours(description: Path, folder: Path) -> Generated:
    """Write the package of a description with this project; if it is invalid, once more with `--lenient`."""
    command = [sys.executable, "-m", "codegen", "generate", str(description), str(folder), "--json"]
    finished = run(command, ROOT, _TIMEOUT)
    option = "--lenient" if finished.status == 1 and finished.output else ""
    if option:
        finished = run([*command, option], ROOT, _TIMEOUT)
    if finished.status != 0:
        return Generated(finished.seconds, option=option, failure=_describe(finished))
    report = json.loads(finished.output)
    rules = Counter(each["rule"] for each in report["problems"])
    return Generated(finished.seconds, report["operations"], report["schemas"], dict(rules), option)


def generate_theirs(description: Path, folder: Path) -> Generated:
    """Write the package of a description with openapi-python-client; once more with the option that it asks for."""
    program = str(Path(sys.executable).with_name("openapi-python-client"))
    options = ["--path", str(description), "--output-path", str(folder), "--meta", "none", "--overwrite"]
    # It finds the programs that format its packages in PATH.
    env = {"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin"}
    finished = run([program, "generate", *options], folder.parent, _TIMEOUT, env)
    option = (
        "literal_enums"
        if not (folder / "api").is_dir() and "literal_enums" in finished.output + finished.errors
        else ""
    )
    if option:
        config = folder.with_suffix(".yaml")
        config.write_text(f"{option}: true\n", encoding="utf-8")
        finished = run([program, "generate", *options, "--config", str(config)], folder.parent, _TIMEOUT, env)
    written = [each for each in folder.glob("api/*/*.py") if each.name != "__init__.py"]
    models = [each for each in folder.glob("models/*.py") if each.name != "__init__.py"]
    warnings = (finished.output + finished.errors).count("WARNING parsing")
    failure = None if written else _describe(finished)
    return Generated(finished.seconds, len(written), len(models), {"parsing": warnings}, option, failure)


def _describe(finished: Finished) -> str:
    """Return why there is no package: the exception, or the first lines that the generator printed."""
    if finished.status is None:
        return "stopped, as it took too long"
    lines = [line.strip(" │╭╰─") for line in (finished.errors or finished.output).splitlines()]
    said = [line for line in lines if line and not line.startswith(("If you believe", "Generating"))]
    chosen = said[-1:] if "Traceback" in finished.errors else said[1:3]
    return (" ".join(chosen) or "no output")[:200]
