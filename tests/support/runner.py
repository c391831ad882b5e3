"""Plays the steps of a GitHub workflow on this machine: the `run:` lines as they stand, in a workspace of their own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.support.builders import PROJECT

PYTHON_HERE = """#!/bin/sh
# "dev.py setup" fetches packages; here, what this test run has is put in its place. All else goes to Python.
if [ "$*" = "dev.py setup" ]; then
  ln -s "{venv}" .venv
  mkdir -p theme/tenfold_theme/overrides/assets
  cp -R "{vendor}" theme/tenfold_theme/overrides/assets/
  exit 0
fi
exec "{python}" "$@"
"""
VENDOR = PROJECT / "theme/tenfold_theme/overrides/assets/vendor"
COMMAND = re.compile(r"\s*::([a-z-]+)(?: [^:]*)?::")
OLD_COMMAND = re.compile(r"##\[")


def workflow(path: str) -> dict[str, Any]:
    """A workflow of the project, all values as text, so that `on` is no yes."""
    found = yaml.load((PROJECT / path).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(found, dict)
    return found


@dataclass
class Ran:
    """How the steps went: what each printed, and which one failed, if one did."""

    workspace: Path
    printed: dict[str, str] = field(default_factory=dict)
    failed: str = ""

    @property
    def all(self) -> str:
        return "\n".join(self.printed.values())

    @property
    def summary(self) -> str:
        file = self.workspace.parent / "summary.md"
        return file.read_text(encoding="utf-8") if file.is_file() else ""

    @property
    def commands(self) -> list[str]:
        """Every line that GitHub would take for a command."""
        return [line for text in self.printed.values() for line in commands_in(text)]


def commands_in(text: str) -> Iterator[str]:
    """The lines that count as commands, those between `stop-commands` and its word left out."""
    word = ""
    for line in text.splitlines():
        if word:
            word = "" if line.strip() == f"::{word}::" else word
            continue
        found = COMMAND.match(line)
        if found and found[1] == "stop-commands":
            word = line.rpartition("::")[2]
        elif found or OLD_COMMAND.search(line):
            yield line


def play(job: Mapping[str, Any], folder: Path, *, variables: Mapping[str, str], values: Mapping[str, str]) -> Ran:
    """Run the steps of a job that run something, up to the first that fails.

    Args:
        job: the job, as the workflow has it.
        folder: an empty folder, in which the workspace is made.
        variables: the environment that GitHub sets.
        values: what stands for the expressions between `${{` and `}}`.
    """
    ran = Ran(folder / "workspace")
    ran.workspace.mkdir(parents=True)
    environment = machine(folder) | dict(variables) | {"GITHUB_STEP_SUMMARY": str(folder / "summary.md")}
    for step in job["steps"]:
        if "run" not in step:
            continue
        given = {**job.get("env", {}), **step.get("env", {})}
        own = {name: filled_in(text, values) for name, text in given.items()}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=ran.workspace,
            env=environment | own,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        ran.printed[step["name"]] = done.stdout.decode("utf-8", "replace")
        if done.returncode:
            ran.failed = step["name"]
            break
    return ran


def machine(folder: Path) -> dict[str, str]:
    """The environment of a fresh machine: nothing of ours but the way to Python, and the project's own code first."""
    tools = folder / "tools"
    tools.mkdir(parents=True)
    python = tools / "python3"
    venv = Path(sys.prefix)
    python.write_text(PYTHON_HERE.format(venv=venv, vendor=VENDOR, python=sys.executable), encoding="utf-8")
    python.chmod(0o755)
    home = folder / "home"
    home.mkdir()
    workspace = folder / "workspace"
    return {
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PYTHONPATH": f"{workspace / 'plugins'}{os.pathsep}{workspace / 'theme'}",
        "PYTHONDONTWRITEBYTECODE": "1",
        "NO_MKDOCS_2_WARNING": "1",
        "GITHUB_WORKSPACE": str(workspace),
        "A_SECRET_OF_THE_MACHINE": "the-secret-of-the-machine",
    }


def filled_in(text: str, values: Mapping[str, str]) -> str:
    return re.sub(r"\$\{\{\s*(.*?)\s*\}\}", lambda found: values[found[1]], text)


def project_files(into: Path) -> None:
    """A copy of what a checkout of the project holds, with no content."""
    for name in ("plugins", "theme", ".github", "requirements"):
        ignored = shutil.ignore_patterns("__pycache__", "vendor")
        shutil.copytree(PROJECT / name, into / name, ignore=ignored)
    for name in ("mkdocs.yml", "dev.py", "pyproject.toml", ".gitignore"):
        shutil.copyfile(PROJECT / name, into / name)
