"""Run a sample of mutants: `python -m tests.mutants --count 60 --seed 1 [folder or module ...]`."""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue

import coverage

from tests.mutants.sites import Mutant, find_mutants

ROOT = Path(__file__).parents[2]
SOURCES = ["overlays/openrouterkit", "overlays/openrouterkit_runtime", "overlays/openrouterkit_local", "codegen"]
TREE = ["codegen", "generated", "overlays", "tests", "examples", "benchmarks", "docs", "peers"]
TARGET = 0.95
# A mutant may make a loop endless: its tests are given up after so many seconds, and it counts as caught.
TEST_TIMEOUT = 30
RUN_TIMEOUT = 300


def main() -> int:
    """Run the sample and print the survivors; the exit status is 1 where fewer than 95 % are caught."""
    arguments = parse_arguments()
    with tempfile.TemporaryDirectory() as folder:
        copies: Queue[Path] = Queue()
        for number in range(arguments.jobs):
            copies.put(copy_tree(Path(folder) / str(number)))
        print("running the suite once, to learn which tests execute which line", flush=True)
        first = copies.get()
        tests_of = record_coverage(first, Path(folder))
        copies.put(first)
        sample = choose(arguments)

        def run(mutant: Mutant) -> str:
            copy = copies.get()
            try:
                return try_mutant(copy, mutant, tests_of)
            finally:
                copies.put(copy)

        with ThreadPoolExecutor(arguments.jobs) as pool:
            results = []
            for number, (mutant, result) in enumerate(zip(sample, pool.map(run, sample), strict=True), 1):
                results.append(result)
                print(f"{number:4}/{len(sample)}  {result:9}  {mutant}", flush=True)
    return report(sample, results)


def parse_arguments() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(prog="make mutants", description=__doc__)
    parser.add_argument("--count", type=int, default=60, help="number of mutants (default: 60)")
    parser.add_argument("--seed", type=int, default=1, help="of the sample (default: 1)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="mutants at a time (default: CPUs)")
    parser.add_argument("folders", nargs="*", default=SOURCES, help="what to mutate (default: all hand-written code)")
    return parser.parse_args()


def copy_tree(target: Path) -> Path:
    """Copy what the tests need into a new folder."""
    target.mkdir()
    for name in TREE:
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in ROOT.iterdir():
        if path.is_file() and not path.name.startswith(".coverage"):
            shutil.copy(path, target)
    (target / ".git").symlink_to(ROOT / ".git")
    return target


def environment(copy: Path, **more: str) -> dict[str, str]:
    """Return the environment in which a copy's own code is imported."""
    folders = [copy, copy / "overlays", copy / "generated", copy / "tests" / "support"]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, folders)), "PYTHONDONTWRITEBYTECODE": "1", **more}


def record_coverage(copy: Path, folder: Path) -> dict[str, dict[int, list[str]]]:
    """Return, for each module and line, the tests that execute it, the fastest first; line 0 has all of a module."""
    durations = folder / "durations.json"
    data = folder / "coverage"
    command = [sys.executable, "-m", "coverage", "run", "--data-file", str(data), "--source", ",".join(SOURCES)]
    command += ["-m", "pytest", "-p", "tests.mutants.plugin"]
    settings = environment(copy, MUTANTS_DURATIONS=str(durations))
    done = subprocess.run(command, cwd=copy, env=settings, check=False, stdout=subprocess.DEVNULL)
    if done.returncode:
        raise SystemExit("the tests fail without any mutant: run `make test` first")
    seconds: dict[str, float] = json.loads(durations.read_text(encoding="utf-8"))
    combined = coverage.Coverage(data_file=str(data), config_file=False)
    combined.combine(data_paths=[str(folder)], keep=True)
    found: dict[str, dict[int, list[str]]] = {}
    for file in combined.get_data().measured_files():
        lines = combined.get_data().contexts_by_lineno(file)
        by_line = {line: sort_tests(tests, seconds) for line, tests in lines.items()}
        by_line[0] = sort_tests({test for tests in by_line.values() for test in tests}, seconds)
        found[str(Path(file).relative_to(copy))] = by_line
    return found


def sort_tests(names: Iterable[str], seconds: dict[str, float]) -> list[str]:
    """Return the tests, the fastest first, then the modules that execute code while they are collected."""
    return sorted(
        filter(lambda name: ".py" in name, names), key=lambda name: (name not in seconds, seconds.get(name, 0))
    )


def choose(arguments: argparse.Namespace) -> list[Mutant]:
    """Return a seeded sample of the mutants, without those that are known to have no effect."""
    known = tomllib.loads((Path(__file__).parent / "equivalent.toml").read_text(encoding="utf-8"))
    equivalent = {(path, each["before"], each["after"]) for path, entries in known.items() for each in entries}
    paths = [ROOT / folder for folder in arguments.folders]
    modules = sorted(module for path in paths for module in ([path] if path.is_file() else path.rglob("*.py")))
    mutants = [
        mutant
        for module in modules
        for mutant in find_mutants(str(module.relative_to(ROOT)), module.read_text(encoding="utf-8"))
    ]
    sample = random.Random(arguments.seed).sample(mutants, min(arguments.count, len(mutants)))
    return [each for each in sample if (each.path, each.before, each.after) not in equivalent]


def try_mutant(copy: Path, mutant: Mutant, tests_of: dict[str, dict[int, list[str]]]) -> str:
    """Return `caught`, `timeout`, `survived` or `untested`."""
    by_line = tests_of.get(mutant.path, {})
    tests = by_line.get(mutant.line, [])
    if not any("::" in test for test in tests):  # executed by imports: every test of the module may depend on it
        tests = [*by_line.get(0, []), *tests]
    if not tests:
        return "untested"
    module = copy / mutant.path
    source = module.read_text(encoding="utf-8")
    arguments = copy / "tests.txt"
    arguments.write_text("\n".join(tests), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", f"--timeout={TEST_TIMEOUT}"]
    module.write_text(mutant.apply(source), encoding="utf-8")
    try:
        done = subprocess.run(
            [*command, f"@{arguments}"],
            cwd=copy,
            env=environment(copy),
            check=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=RUN_TIMEOUT,
        )
    except subprocess.TimeoutExpired:
        return "timeout"
    finally:
        module.write_text(source, encoding="utf-8")
    return "survived" if done.returncode == 0 else "caught"


def report(sample: list[Mutant], results: list[str]) -> int:
    """Print the survivors and the share that was caught; return the exit status."""
    survivors = [mutant for mutant, result in zip(sample, results, strict=True) if result in ("survived", "untested")]
    share = 1 - len(survivors) / len(sample)
    print(
        f"\n{len(sample) - len(survivors)} of {len(sample)} mutants caught ({share:.1%}; at least {TARGET:.0%} wanted)"
    )
    for mutant in survivors:
        print(f"survived  {mutant}")
    return int(share < TARGET)


if __name__ == "__main__":
    sys.exit(main())
