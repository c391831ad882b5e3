"""Pagefind's index over the pages of a built site: made by its command, which takes seconds where its Python API takes
minutes."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
import sys
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tenfold.problems import counted

FOLDER = "pagefind"
"""Where the index stands, below the site."""
NEEDED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.en.pagefind")
"""Of the files at the top of the index, those that pages load; the rest belongs to interfaces that we do not use."""
UNSPOKEN = (".tip", ".crumbs", ".jump", ".no-print", ".unsearched", ".references", ".page-foot", ".neighbours", ".sr")
"""Parts of a page that are not what it says: explanations of terms, ways to elsewhere, the bibliography."""
MAGIC = b"pagefind_dcd"
WORD = re.compile(r"[a-z]{5,}")
MOST_SPELLINGS = 8000
"""Words against which a mistyped one is held: some 60 kB, fetched when somebody types a word that nobody writes."""


class IndexFailed(Exception):
    """The index could not be made; the text says why, and what to do."""


def index_pages(site: Path, cases: Sequence[str]) -> int:
    """Index every page of a built site that has a part marked `data-pagefind-body`; how many there are.

    Beside Pagefind's own files it writes `cases.json`: for each of these case studies, in their order, the name that
    Pagefind's results have for its page.

    Raises:
        IndexFailed: Pagefind is not installed, failed, or left a case study out.
    """
    folder = site / FOLDER
    shutil.rmtree(folder, ignore_errors=True)  # Pagefind leaves what a former run put there
    run(site)
    names = {address: name for name, address in indexed(folder)}
    missing = [id for id in cases if f"/case_studies/{id}/" not in names]
    if missing:
        number = counted(len(missing), "case study", "case studies")
        raise IndexFailed(f"Pagefind left out {number}, the first of them {missing[0]}.")
    ordered = [names[f"/case_studies/{id}/"] for id in cases]
    (folder / "cases.json").write_text(json.dumps(ordered, separators=(",", ":")), encoding="utf-8")
    for file in folder.iterdir():
        if file.is_file() and file.name not in NEEDED and file.suffix in (".js", ".css", ".pagefind"):
            file.unlink()
    return len(names)


def run(site: Path) -> None:
    command = [
        *(sys.executable, "-m", "pagefind", "--site", str(site), "--output-subdir", FOLDER, "--silent"),
        *("--force-language", "en", "--exclude-selectors", ",".join(UNSPOKEN)),
    ]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        why = said[-1].rstrip(". ") if said else f"exit status {done.returncode}"
        raise IndexFailed(
            f"Pagefind could not index the pages: {why}. "
            "It comes with: pip install 'pagefind[bin]'. Without search: take - tenfold/search out of mkdocs.yml."
        )


def indexed(folder: Path) -> Iterator[tuple[str, str]]:
    """Every page in an index: Pagefind's name for it, and its address from the root of the site."""
    for file in sorted((folder / "fragment").glob("*.pf_fragment")):
        yield file.stem, fragment(file)["url"]


def spellings(site: Path) -> tuple[str, ...]:
    """The words of five and more letters on the indexed pages of a site, those on the most pages first."""
    pages: Counter[str] = Counter()
    for file in (site / FOLDER / "fragment").glob("*.pf_fragment"):
        pages.update(set(WORD.findall(fragment(file)["content"].lower())))
    return tuple(sorted(pages, key=lambda word: (-pages[word], word))[:MOST_SPELLINGS])


def fragment(file: Path) -> dict[str, Any]:
    """What Pagefind keeps of one page. The format is its own: should it change, this fails rather than guesses."""
    try:
        data = gzip.decompress(file.read_bytes())
        found = json.loads(data.removeprefix(MAGIC)) if data.startswith(MAGIC) else None
    except (OSError, EOFError, zlib.error, ValueError):
        found = None
    if not isinstance(found, dict) or not isinstance(found.get("url"), str):
        raise IndexFailed(
            f"{file.name} is not as this version of Tenfold knows it. Use the locked version of Pagefind."
        )
    return found
