"""What a contributor waits for: a check of one file and of everything, start-up included, in processes of their own.

Held against what Python itself takes to start, and against the least that any program with PyYAML and pydantic takes
to load one file. Processor time is what counts: a check has one thread and waits for nothing, so that on a machine with
nothing else to do it is what passes on the clock, and on a busy one it grows least. Runs take turns, and the least of
each is compared.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.content import write_content

FEW, MANY = 13, 1_000
REAL = Path(__file__).resolve().parent.parent / "content"
ONE = "content/case_studies/invented-12.yml"
MISTAKE = "content/case_studies/mistaken.yml"
LOAD = f"""
import yaml
from pydantic import BaseModel
class Record(BaseModel):
    title: str
    summary: str
    setting: dict[str, str]
with open({ONE!r}, encoding="utf-8") as file:
    Record.model_validate(yaml.load(file, Loader=yaml.CSafeLoader))
"""


@dataclass
class Run:
    """Something to run, where, and how long it took each time in seconds: of the processor, and by the clock."""

    name: str
    cases: int
    folder: Path
    arguments: Sequence[str]
    budget: float | None = None
    """Milliseconds."""
    seconds: list[float] = field(default_factory=list)
    clock: list[float] = field(default_factory=list)

    @property
    def ms(self) -> float:
        return 1000 * min(self.seconds)

    @property
    def ok(self) -> bool:
        return self.budget is None or self.ms <= self.budget

    def once(self, environment: dict[str, str]) -> tuple[float, float]:
        """Run it; the seconds it took of the processor, and by the clock."""
        used, start = processor_seconds(), time.perf_counter()
        subprocess.run(self.arguments, cwd=self.folder, env=environment, check=False, capture_output=True)
        return processor_seconds() - used, time.perf_counter() - start


def processor_seconds() -> float:
    """What all processes that ended have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def checks(rounds: int) -> int:
    """Measure and print; 1 when a budget is broken."""
    with tempfile.TemporaryDirectory() as temporary:
        runs = prepare(Path(temporary))
        environment = own_environment(Path(temporary))
        for number in range(rounds + 1):
            for run in runs.values():
                used, passed = run.once(environment)
                if number:  # the first time, Python compiles what it imports
                    run.seconds.append(used)
                    run.clock.append(passed)
            print(f"round {number} of {rounds}", file=sys.stderr)
        return report(runs)


def prepare(folder: Path) -> dict[str, Run]:
    few, many = folder / "few", folder / "many"
    for home, cases in ((few, FEW), (many, MANY)):
        home.mkdir()
        write_content(home / "content", cases + 1)
        last = max((home / "content/case_studies").glob("*.yml"))
        last.replace(home / ONE)
        text = (home / ONE).read_text(encoding="utf-8")
        (home / MISTAKE).write_text(text.replace("rsa-toolkit", "rsa-tolkit"), encoding="utf-8")
    check = [sys.executable, "-m", "tenfold", "check"]
    quick = [*check, "--quick"]
    fmt = [sys.executable, "-m", "tenfold", "fmt"]
    real = folder / "real"
    shutil.copytree(REAL, real / "content")
    files = sorted(file.relative_to(real).as_posix() for file in (real / "content/case_studies").glob("*.yml"))
    runs = [
        *(Run(f"{QUICK_REAL} {Path(file).stem}", len(files), real, [*quick, file], 300) for file in files),
        *(Run(f"{FMT_REAL} {Path(file).stem}", len(files), real, [*fmt, file], 300) for file in files),
        Run("python starts", 0, few, [sys.executable, "-c", "pass"]),
        Run("plain load of one file", 0, few, [sys.executable, "-c", LOAD]),
        Run("quick check of one file", FEW, few, [*quick, ONE], 300),
        Run("quick check of one file", MANY, many, [*quick, ONE], 300),
        Run("quick check of one file with an unknown id", FEW, few, [*quick, MISTAKE], 700),
        Run("check of everything", FEW, few, check, 700),
        Run("check of everything", MANY, many, check, 9_000),
    ]
    return {f"{run.name}, {run.cases}": run for run in runs}


QUICK_REAL, FMT_REAL = "quick check of a real file:", "layout of a real file:"
"""Both run before a commit; the slowest of the real files is what somebody may have to wait for."""


def slowest_of_the_real(runs: dict[str, Run]) -> list[Run]:
    """All runs but those of the real files; of these, the slowest check and the slowest layout."""
    found = list(runs.values())
    for name in (QUICK_REAL, FMT_REAL):
        real = [run for run in found if run.name.startswith(name)]
        found = [run for run in found if run not in real] + [max(real, key=lambda run: run.ms)]
    return found


def own_environment(folder: Path) -> dict[str, str]:
    """The environment of somebody who has run it before: compiled modules are kept."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def report(runs: dict[str, Run]) -> int:
    """Print the tables; 1 when a budget is broken."""
    print("| what | case studies | processor, ms | budget, ms | | least by the clock, ms |")
    print("| --- | ---: | ---: | ---: | --- | ---: |")
    for run in slowest_of_the_real(runs):
        cases, budget = f"{run.cases:,}" if run.cases else "", f"{run.budget:,.0f}" if run.budget else ""
        verdict = ("ok" if run.ok else "OVER") if run.budget else ""
        print(f"| {run.name} | {cases} | {run.ms:,.0f} | {budget} | {verdict} | {1000 * min(run.clock):,.0f} |")
    one, one_of_many = runs[f"quick check of one file, {FEW}"], runs[f"quick check of one file, {MANY}"]
    few, many = runs[f"check of everything, {FEW}"], runs[f"check of everything, {MANY}"]
    ratios = [
        ("quick check of one file to a plain load of it", one.ms / runs["plain load of one file, 0"].ms, 2.0),
        (f"quick check of one file among {MANY:,} to the same among {FEW}", one_of_many.ms / one.ms, 1.2),
        (f"quick check of one file to a check of all {FEW}", one.ms / few.ms, 0.8),
    ]
    print("\n| ratio | measured | budget | |\n| --- | ---: | ---: | --- |")
    for name, measured, limit in ratios:
        print(f"| {name} | {measured:.2f} | {limit} | {'ok' if measured <= limit else 'OVER'} |")
    print(f"\nEach case study more takes {(many.ms - few.ms) / (MANY - FEW):.1f} ms.")
    kept = [run.ok for run in runs.values()] + [measured <= limit for _, measured, limit in ratios]
    return 0 if all(kept) else 1
