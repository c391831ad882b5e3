"""Below which path a site will stand. Its pages do not care; the page for what is not there has to know."""

from __future__ import annotations

import re
from pathlib import Path

NOT_FOUND = "404.html"
STYLE = re.compile(r'<link rel="stylesheet" href="(/(?:[^"]*/)?)assets/tenfold\.css"')
"""The first style sheet: what stands before it is the path that the page was built for."""
WHOLE = re.compile(r"/([A-Za-z0-9][A-Za-z0-9._~-]*/)*")


class NoPath(ValueError):
    """This cannot be the path of a site; the text says why."""


def whole_path(text: str) -> str:
    """A path with a slash at both ends: `inclusion` is `/inclusion/`.

    Raises:
        NoPath: it has something in it that would not survive the way through a server's configuration.
    """
    path = f"/{text.strip().strip('/')}/" if text.strip().strip("/") else "/"
    if not WHOLE.fullmatch(path):
        raise NoPath(f'"{text}" cannot be the path of a site. Write it like /inclusion/: letters, digits and dashes.')
    return path


def built_for(site: Path) -> str:
    """The path that a site's page for missing addresses was built for: that of the site's address, or / without one."""
    try:
        found = STYLE.search((site / NOT_FOUND).read_text(encoding="utf-8"))
    except OSError:
        return "/"
    return found[1] if found else "/"


def not_found_page(site: Path, path: str) -> bytes | None:
    """The page for missing addresses, made for another path; None when it is right already, or not there.

    It is served at any depth, so its links begin at the root of the host, whose path every other page can do without.
    """
    former = built_for(site)
    file = site / NOT_FOUND
    if former == path or not file.is_file():
        return None
    links = re.compile(rf'(\s(?:href|src|action|data-root)="){re.escape(former)}(?!/)')
    return links.sub(rf"\g<1>{path}", file.read_text(encoding="utf-8")).encode()
