"""The `tenfold` command, run as people run it: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.support.builders import PROJECT

ROOMS = (PROJECT / "plugins", PROJECT / "theme")
COMPILED = PROJECT / ".pytest_cache" / "compiled"
"""Where Python keeps what it compiles for commands that tests run: else each would compile everything anew."""


def environment(**more: str) -> dict[str, str]:
    """The environment of somebody who set nothing up for Python, with `more` on top."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return plain | {"PYTHONPATH": os.pathsep.join(map(str, ROOMS)), "PYTHONPYCACHEPREFIX": str(COMPILED)} | more


def run_python(
    arguments: Sequence[str], folder: Path, *, stdout: int = subprocess.PIPE, **more: str
) -> subprocess.CompletedProcess[bytes]:
    """Run Python with arguments in a folder; `more` goes into its environment."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment(**more),
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
    )


def run_tenfold(
    *arguments: str, folder: Path, stdout: int = subprocess.PIPE, **more: str
) -> subprocess.CompletedProcess[bytes]:
    return run_python(["-m", "tenfold", *arguments], folder, stdout=stdout, **more)
