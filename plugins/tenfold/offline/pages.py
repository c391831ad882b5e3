"""A page of an offline copy, from the page of the site: links to files, one script that is no module, and a line that
says that it is a copy."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from html import escape, unescape

from tenfold.offline.about import About
from tenfold.offline.links import with_named_files
from tenfold.publishing.verifying import ELSEWHERE

SCRIPT = "offline/modules.js"
"""Where the script stands that all modules were made into."""
MODULE = re.compile(r'[ \t]*<script\b(?=[^<>]*\stype="module")[^<>]*\ssrc="([^"]*)"[^<>]*></script>\n?')
ONLINE_ONLY = re.compile(r'[ \t]*<(?:meta http-equiv="Content-Security-Policy"|link rel="modulepreload")[^<>]*>\n?')
"""A policy speaks of the server's origin, which files have not."""
FOOTER = re.compile(r'<footer class="bottom">\s*(?:<div class="wrap">)?')
END = "</body>"


@dataclass(frozen=True)
class FilePage:
    """A page of the copy, and the modules that it runs, as paths from the root of the site."""

    html: str
    starts: tuple[str, ...]


def as_file(html: str, page: str, about: About) -> FilePage:
    """A page of the site as a file of the copy; `page` is its path, such as `find/index.html`."""
    html = ONLINE_ONLY.sub("", html)
    starts = tuple(path for match in MODULE.finditer(html) if (path := module_path(unescape(match[1]), page)))
    if starts:
        script = f'  <script src="{root_of(page)}{SCRIPT}" defer data-start="{escape(" ".join(starts))}"></script>\n'
        first = next(match for match in MODULE.finditer(html) if module_path(unescape(match[1]), page))
        html = html[: first.start()] + script + html[first.end() :]
        html = MODULE.sub(lambda match: "" if module_path(unescape(match[1]), page) else match[0], html)
    return FilePage(with_line(with_named_files(html), about), starts)


def module_path(src: str, page: str) -> str:
    """The path of a page's module from the root of the site; nothing for one from elsewhere."""
    if ELSEWHERE.match(src):
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), src.partition("?")[0]))


def root_of(page: str) -> str:
    return "../" * page.count("/") or "./"


def with_line(html: str, about: About) -> str:
    """The line in the footer, or at the end where a local template has no such footer."""
    line = copy_line(about)
    footer = FOOTER.search(html)
    if footer:
        return f"{html[: footer.end()]}\n  {line}{html[footer.end() :]}"
    return html.replace(END, f"<footer>{line}</footer>\n{END}", 1)


def copy_line(about: About) -> str:
    """That this is a copy, of which day, and where the newest is."""
    dated = f" with content of {escape(about.day)}" if about.day else ""
    address = escape(about.address)
    newest = f'; the newest is at <a href="{address}">{address}</a>' if address else ""
    return f'<p class="offline-copy"><b>Offline copy</b>{dated}. It does not update itself{newest}.</p>'
