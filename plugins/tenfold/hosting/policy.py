"""The policy of a built site: what its pages may do, computed from the pages themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tenfold.hosting.reading import Seen, read_page, read_style
from tenfold.publishing import Fault

ONLY_IN_A_HEADER = ("frame-ancestors",)
"""What a page cannot say of itself: browsers pass over it in a meta element."""


@dataclass(frozen=True)
class Policy:
    """What the pages of a site may do, and what in them would be blocked.

    `scripts` are the hashes of inline scripts, sorted; `searches` is whether there is full-text search, which runs
    WebAssembly; `faults` is what the policy would block, page by page; `pages` is how many pages were read.
    """

    scripts: tuple[str, ...]
    searches: bool
    faults: tuple[Fault, ...]
    pages: int

    @property
    def directives(self) -> dict[str, str]:
        """Each directive with what it allows."""
        wasm = ("'wasm-unsafe-eval'",) if self.searches else ()
        return {
            "default-src": "'none'",
            "script-src": " ".join(["'self'", *wasm, *self.scripts]),
            "style-src": "'self'",
            "img-src": "'self' data:",
            "font-src": "'self'",
            "connect-src": "'self'",
            "worker-src": "'self'",
            "manifest-src": "'self'",
            "base-uri": "'self'",
            "form-action": "'self'",
            "frame-ancestors": "'none'",
            "object-src": "'none'",
        }

    @property
    def header(self) -> str:
        """The value of the header Content-Security-Policy."""
        return written(self.directives)

    @property
    def meta(self) -> str:
        """The same for a meta element, without what only a header can say."""
        return written({name: value for name, value in self.directives.items() if name not in ONLY_IN_A_HEADER})


def policy(site: Path) -> Policy:
    """The policy of a built site, and what in the site it would block.

    Args:
        site: the folder of the built site.
    """
    pages = [(file.relative_to(site).as_posix(), read_file(file)) for file in sorted(site.rglob("*.html"))]
    scripts = sorted({each for _, seen in pages for each in seen.scripts})
    searches = (site / "pagefind" / "pagefind.js").is_file()
    return Policy(tuple(scripts), searches, tuple(faults(site, pages)), len(pages))


def faults(site: Path, pages: list[tuple[str, Seen]]) -> Iterator[Fault]:
    """What the policy would block, each thing once a page."""
    for page, seen in pages:
        yield from (Fault(page, wrong) for wrong in dict.fromkeys(seen.wrong))
    for file in sorted(site.rglob("*.css")):
        css = file.read_text(encoding="utf-8", errors="replace")
        yield from (Fault(file.relative_to(site).as_posix(), wrong) for wrong in dict.fromkeys(read_style(css)))
    for file in sorted(site.rglob("*.svg")):
        if read_file(file).scripts:
            yield Fault(file.relative_to(site).as_posix(), "has a script in it. Save the drawing without scripts.")


def read_file(file: Path) -> Seen:
    # Reading as text makes every line end with one newline, as a browser does before it computes a hash.
    return read_page(file.read_text(encoding="utf-8", errors="replace"))


def written(directives: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in directives.items())
