"""Looking at a page that stays open sees what is wrong with it in one colour scheme or at one width alone."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest
from tests.browser.looking import NARROW, WIDE, Visit, VisitTo, Way

WAYS: tuple[Way, ...] = (("light", NARROW), ("light", WIDE), ("dark", NARROW), ("dark", WIDE))
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
<meta name="viewport" content="width=device-width"><style>
:root { color-scheme: light dark; background: #fff; color: #111; }
p { transition: color 60s; }
button { display: none; }
@media (prefers-color-scheme: dark) { :root { background: #111; color: #eee; } p { color: #333; } }
@media (max-width: 400px) { button { display: block; width: 40rem; height: 3rem; } }
</style></head>
<body><main><h1>A page</h1><p>Text that nobody can read in the dark.</p><button></button></main></body>"""
FAULTS = {
    "/ light 320": {"button-name", "scrolls sideways"},
    "/ dark 320": {"button-name", "scrolls sideways", "color-contrast"},
    "/ light 1280": set(),
    "/ dark 1280": {"color-contrast"},
}


def named(*ways: Way) -> str:
    return ", then ".join(f"{scheme} {size['width']}" for scheme, size in ways)


@pytest.fixture
def visit(visit_to: VisitTo, tmp_path: Path, serve: Callable[[Path], str]) -> Visit:
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "favicon.ico").write_bytes(b"")  # else the console says that there is none
    return visit_to(serve(tmp_path))


@pytest.mark.parametrize("ways", list(permutations(WAYS, 2)), ids=lambda ways: named(*ways))
def test_what_is_wrong_in_one_way_alone_is_seen_in_that_way(ways: tuple[Way, Way], visit: Visit) -> None:
    visit.look("", *ways)
    said = [told.split(": ")[:2] for told in visit.wrong]
    for scheme, size in ways:
        where = f"/ {scheme} {size['width']}"
        assert {what for place, what in said if place == where} == FAULTS[where]
