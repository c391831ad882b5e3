"""Sites of generated case studies, ours and plain, to build and to measure."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.checking import own_environment
from benchmarks.content import write_content, write_plain

OURS = """
site_name: Ours
edit_uri: https://example.org/edit/main/content/
docs_dir: content
theme: {name: material, font: false}
nav: []
plugins: [tenfold/library]
"""
SEARCHABLE = OURS.replace("[tenfold/library]", "[tenfold/library, tenfold/search]")
WITH_DOCUMENTS = OURS.replace("[tenfold/library]", "[tenfold/library, tenfold/documents]")
PLAIN = """
site_name: Plain
edit_uri: https://example.org/edit/main/content/
docs_dir: content
theme: {{name: material, font: false}}
nav: [index.md]
plugins: [{plugins}]
validation: {{nav: {{omitted_files: ignore}}}}
"""
MKDOCS = "from mkdocs.__main__ import cli; cli()"
ALONE = f"""
import os, sys
if sys.platform == "linux":
    os.sched_setaffinity(0, {{min(os.sched_getaffinity(0))}})
{MKDOCS}
"""


@dataclass
class Site:
    """A site to build, and how long each build of it took, in seconds."""

    name: str
    folder: Path
    cases: int
    seconds: list[float] = field(default_factory=list)
    alone: list[float] = field(default_factory=list)
    """The same with one processor: how the work grows, not from where on it is shared."""
    built: Path = Path()
    """What the last build made."""

    def build(self, *, alone: bool = False) -> float:
        """Build with MkDocs in a process of its own, into a folder of its own; seconds.

        An empty folder, as when `tenfold build` builds aside: ext4 passes over the places of what was deleted in the
        last seconds, one by one, so that whoever is quick to write where a site was deleted pays most.

        Args:
            alone: with one processor, where the system can say so.
        """
        self.built = self.folder / f"site-{len(list(self.folder.glob('site-*')))}"
        environment = own_environment(self.folder.parent) | {"NO_MKDOCS_2_WARNING": "1"}
        code = ALONE if alone else MKDOCS
        command = [sys.executable, "-c", code, "build", "--quiet", "--strict", "--site-dir", str(self.built)]
        start = time.perf_counter()
        subprocess.run(command, cwd=self.folder, env=environment, check=True)
        return time.perf_counter() - start

    @property
    def largest_page(self) -> float:
        """The largest page, in kB of HTML."""
        return max(file.stat().st_size for file in self.built.rglob("*.html")) / 1000


def make(folder: Path, name: str, cases: int, config: str) -> Site:
    """A site that is not built yet, with so many generated case studies.

    Args:
        folder: where its own folder goes.
        name: what it is called, different from all others there.
        cases: how many case studies.
        config: its mkdocs.yml, one of those above.
    """
    home = folder / name.replace(" ", "-")
    home.mkdir()
    (home / "mkdocs.yml").write_text(config, encoding="utf-8")
    write = write_content if config in (OURS, SEARCHABLE, WITH_DOCUMENTS) else write_plain
    write(home / "content", cases)
    return Site(name, home, cases)
