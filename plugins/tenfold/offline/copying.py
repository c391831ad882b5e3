"""Makes the copy: every file of the site in a folder, as a browser can use it without a server."""

from __future__ import annotations

import json
import re
import shutil
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from tenfold.offline.about import About, OfflineFailed
from tenfold.offline.links import with_named_files
from tenfold.offline.pages import SCRIPT, as_file
from tenfold.offline.scripts import one_script
from tenfold.offline.verifying import downloads, verify_copy
from tenfold.offline.welcome import LEADS_ON, READ_ME, SITE, START, leading_on, read_me, start_page
from tenfold.offline.words import TEXTS_A_FILE, index_of, texts_of
from tenfold.problems import counted

LEFT_OUT = ("pagefind/*", "404.html", "sitemap.xml", "sitemap.xml.gz", "robots.txt", "_headers")
"""What only a server or its visitors have a use for."""
FETCHED = ("find/", "compare/")
"""The folders whose JSON the pages' scripts ask for."""
MODULE_LINE = re.compile(r"^(?:import|export)\b", re.MULTILINE)
FONT = re.compile(r'url\("?([^")]+\.woff2)"?\)')
SHOWN_FAULTS = 30


@dataclass(frozen=True)
class Copy:
    """An offline copy in a folder: how many pages it has, and how many files they offer."""

    folder: Path
    pages: int
    downloads: int


def copy_site(site: Path, folder: Path, about: About) -> Copy:
    """Make an offline copy of a built site in an empty folder, and verify it.

    Raises:
        OfflineFailed: a script is written in a way that cannot be copied, or what was made does not hold together.
    """
    inner = folder / SITE
    pages = [as_page(site, file, about) for file in files_of(site) if file.suffix == ".html"]
    script = one_script(modules_of(site), {start for page in pages for start in page.starts})
    for page in pages:
        write(inner / page.path, page.html)
    write(inner / SCRIPT, script)
    write(inner / LEADS_ON, leading_on())
    for path, text in data_scripts(site):
        write(inner / path, text)
    for file in files_of(site):
        path = file.relative_to(site).as_posix()
        if not (file.suffix == ".html" or is_fetched(path) or is_module(file)):
            copy_file(file, inner / path)
    write(folder / START, start_page(about))
    (folder / READ_ME).write_text(read_me(about), encoding="utf-8-sig", newline="")
    faults = verify_copy(folder, top=about.slug)
    if faults:
        shown = "\n".join(f"  {fault}" for fault in faults[:SHOWN_FAULTS])
        number = counted(len(faults), "fault")
        raise OfflineFailed(f"the offline copy does not hold together ({number}):\n{shown}")
    return Copy(folder, len(pages), len(downloads(inner)))


@dataclass(frozen=True)
class CopiedPage:
    path: str
    html: str
    starts: tuple[str, ...]


def as_page(site: Path, file: Path, about: About) -> CopiedPage:
    path = file.relative_to(site).as_posix()
    made = as_file(file.read_text(encoding="utf-8"), path, about)
    return CopiedPage(path, made.html, made.starts)


def files_of(site: Path) -> list[Path]:
    """Every file of a site that belongs into a copy, in the order of their paths."""
    found = ((path.relative_to(site).as_posix(), path) for path in site.rglob("*") if path.is_file())
    return [path for name, path in sorted(found) if not left_out(name)]


def left_out(path: str) -> bool:
    return any(path == each or (each.endswith("*") and path.startswith(each[:-1])) for each in LEFT_OUT)


def is_fetched(path: str) -> bool:
    return path.endswith(".json") and path.startswith(FETCHED)


def is_module(file: Path) -> bool:
    """Whether a script is a module: what pages run of these is in the one script, and files cannot load the others."""
    return file.suffix == ".js" and bool(MODULE_LINE.search(file.read_text(encoding="utf-8")))


def modules_of(site: Path) -> dict[str, str]:
    """The scripts of a site by their paths; ours for offline copies in place of those that ask a server."""
    found = {path.relative_to(site).as_posix(): path for path in files_of(site) if path.suffix == ".js"}
    texts = {name: path.read_text(encoding="utf-8") for name, path in found.items()}
    ours = files("tenfold.offline") / "browser" / "find"
    for each in ours.iterdir():
        texts[f"assets/find/{each.name}"] = each.read_text(encoding="utf-8")
    return texts


def data_scripts(site: Path) -> Iterator[tuple[str, str]]:
    """What scripts fetch, as scripts: where each stands in the copy, and its text."""
    for file in files_of(site):
        path = file.relative_to(site).as_posix()
        if is_fetched(path):
            yield as_script(path, named_within(json.loads(file.read_text(encoding="utf-8"))))
    table = site / "find/table.json"
    if table.is_file():
        texts = texts_of(site)
        yield as_script("offline/words.json", index_of(texts, json.loads(table.read_text(encoding="utf-8"))["cases"]))
        for number, start in enumerate(range(0, len(texts), TEXTS_A_FILE)):
            some = [text.data() for text in texts[start : start + TEXTS_A_FILE]]
            yield as_script(f"offline/texts/{number}.json", some)


def as_script(path: str, data: Any) -> tuple[str, str]:
    """JSON as a script that hands it over under the path that it is asked for by."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"{path.removesuffix('.json')}.js", f"tenfoldData({json.dumps(path)},{text});\n"


def named_within(data: Any) -> Any:
    """Data with the links named in whatever of it is HTML."""
    if isinstance(data, str):
        return with_named_files(data) if "<" in data else data
    if isinstance(data, list):
        return [named_within(each) for each in data]
    if isinstance(data, dict):
        return {name: named_within(each) for name, each in data.items()}
    return data


def copy_file(file: Path, target: Path) -> None:
    if file.suffix == ".css":
        write(target, with_fonts_inside(file))
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, target)


def with_fonts_inside(file: Path) -> str:
    """A style sheet that holds its fonts: some browsers load none from the folder above a page that is a file."""

    def inside(match: re.Match[str]) -> str:
        font = file.parent / match[1]
        if not font.is_file():
            return match[0]
        return f'url("data:font/woff2;base64,{b64encode(font.read_bytes()).decode("ascii")}")'

    return FONT.sub(inside, file.read_text(encoding="utf-8"))


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
