"""The rooms of the house: what each may import. Every rule is tried on the real tree and on a made-up violation."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest

from tests.support.builders import PROJECT

PACKAGE = PROJECT / "plugins" / "tenfold"

ROOMS = (
    "model",
    "problems",
    "side_by_side",
    "branding",
    "loading",
    "prose",
    "layout",
    "library",
    "safeguarding",
    "teaching",
    "schema",
    "checking",
    "local",
    "nearby",
    "reviewing",
    "owners",
    "reporting",
    "receiving",
    "pages",
    "ledger",
    "changing",
    "migrating",
    "bundling",
    "proposing",
    "finding",
    "render",
    "documents",
    "forms",
    "conversation",
    "publishing",
    "hosting",
    "updating",
    "offline",
    "founding",
    "adapters",
    "cli",
)
"""From the foundation up. A module imports from its own room and from those below."""

ONLY_IN = {
    "mkdocs": {"adapters"},
    "material": set[str](),
    "tenfold_theme": {"adapters"},
    "yaml": {"loading", "layout"},
    "jinja2": {"render"},
    "nh3": {"render"},
    "pydyf": {"render"},
    "coloraide": {"branding"},
    "PIL": {"branding"},
    "markupsafe": {"render"},
    "markdown_it": {"prose", "teaching", "forms", "render"},
    "filelock": {"adapters", "updating"},
    "docx": {"documents", "forms"},
    "openpyxl": {"forms"},
    "pptx": {"documents"},
    "snowballstemmer": {"offline"},
    "xlsxwriter": {"documents", "forms"},
}
"""The rooms that may know a package."""

ALONE = {
    "model": {"model"},
    "branding": {"branding"},
    "reporting": {"reporting", "problems"},
    "receiving": {"receiving", "problems", "model", "loading"},
    "documents": {"documents", "model", "problems", "library", "pages"},
    "forms": {"forms", "model", "problems", "loading", "prose", "documents"},
    "publishing": {"publishing", "problems"},
    "hosting": {"hosting", "publishing", "problems"},
    "offline": {"offline", "problems", "finding", "publishing"},
}
"""Rooms that import less than what lies below them."""


@dataclass(frozen=True)
class Import:
    """That a module imports something: what, on which line, and whether only when a function is called."""

    name: str
    line: int
    late: bool


def imports_in(source: str) -> Iterator[Import]:
    """Every import of a module, wherever it stands."""
    yield from imports_below(ast.parse(source), late=False)


def imports_below(node: ast.AST, *, late: bool) -> Iterator[Import]:
    """Every import in a statement. No expression holds one, and there are many more of those."""
    if isinstance(node, ast.Import):
        yield from (Import(alias.name, node.lineno, late) for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        name = "." * node.level + (node.module or "")
        parts = [f"{name}.{alias.name}" for alias in node.names] if name == "tenfold" else [name]
        yield from (Import(part, node.lineno, late) for part in parts)
    elif isinstance(node, ast.stmt | ast.mod | ast.ExceptHandler | ast.match_case):
        inside = late or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for child in ast.iter_child_nodes(node):
            yield from imports_below(child, late=inside)


def violations(room: str, source: str) -> list[str]:
    """What a module of a room imports that it may not, each as line and name."""
    return [f"{each.line}: {each.name}" for each in imports_in(source) if not allowed(room, each)]


def allowed(room: str, each: Import) -> bool:
    package, _, rest = each.name.partition(".")
    if package == "tenfold":
        target = rest.partition(".")[0]
        below = ALONE.get(room, set(ROOMS[: ROOMS.index(room) + 1]))
        return target in below and not (room == "cli" and target == "adapters" and not each.late)
    return bool(package) and room in ONLY_IN.get(package, {room})


@cache
def modules() -> tuple[tuple[str, str, str], ...]:
    """Every module of the package: its path, its room and its source."""
    return tuple(read_modules())


def read_modules() -> Iterator[tuple[str, str, str]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        path = file.relative_to(PACKAGE)
        room = "cli" if path.name == "__main__.py" else path.parts[0].removesuffix(".py")
        if path.as_posix() != "__init__.py":
            yield path.as_posix(), room, file.read_text(encoding="utf-8")


@pytest.mark.parametrize("room", ROOMS)
def test_the_modules_of_a_room_import_only_what_it_may(room: str) -> None:
    found = {path: violations(room, source) for path, own, source in modules() if own == room}
    assert found
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def test_every_room_is_in_the_list_and_every_one_in_the_list_is_there() -> None:
    assert {room for _, room, _ in modules()} == set(ROOMS)


def test_the_package_itself_imports_nothing() -> None:
    assert list(imports_in((PACKAGE / "__init__.py").read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("room", ROOMS)
def test_importing_up_the_house_is_caught(room: str) -> None:
    """A room that stands later in the list is higher up."""
    for higher in ROOMS[ROOMS.index(room) + 1 :]:
        assert violations(room, f"from tenfold.{higher}.inside import thing") == [f"1: tenfold.{higher}.inside"]


@pytest.mark.parametrize(
    "room, source",
    [
        pytest.param("library", "import mkdocs.plugins", id="mkdocs outside adapters"),
        pytest.param("cli", "from mkdocs.config import load_config", id="mkdocs in cli"),
        pytest.param("cli", "def f():\n    import mkdocs", id="mkdocs in cli, late"),
        pytest.param("cli", "from tenfold.adapters.building import build_site", id="adapters in cli at once"),
        pytest.param("cli", "from tenfold import adapters", id="adapters in cli, from the package"),
        pytest.param("adapters", "import material", id="the theme MkDocs uses, as code"),
        pytest.param("model", "import yaml", id="yaml outside loading"),
        pytest.param("library", "from yaml import load", id="a name from yaml outside loading"),
        pytest.param("pages", "from jinja2 import Environment", id="jinja2 outside render"),
        pytest.param("adapters", "import jinja2", id="jinja2 in adapters"),
        pytest.param("prose", "import nh3", id="nh3 outside render"),
        pytest.param("pages", "from markupsafe import Markup", id="markupsafe outside render"),
        pytest.param("documents", "import pydyf", id="pydyf outside render"),
        pytest.param("loading", "from markdown_it import MarkdownIt", id="markdown_it outside prose and render"),
        pytest.param("render", "from tenfold_theme import FRAGMENTS", id="theme outside adapters"),
        pytest.param("render", "from docx import Document", id="Word outside documents"),
        pytest.param("adapters", "import pptx", id="PowerPoint in adapters"),
        pytest.param("cli", "def f():\n    import xlsxwriter", id="Excel in cli, late"),
        pytest.param("documents", "from tenfold.render import Renderer", id="documents know no pages as HTML"),
        pytest.param("publishing", "from tenfold.pages import Page", id="publishing knows no pages"),
        pytest.param("publishing", "from tenfold.model import Kind", id="publishing knows no records"),
        pytest.param("hosting", "from tenfold.render import Renderer", id="hosting knows what was built, not how"),
        pytest.param("render", "from PIL import Image", id="pictures outside branding"),
        pytest.param("branding", "from tenfold.pages import Page", id="branding knows no pages"),
        pytest.param("model", "from tenfold import problems", id="model knows only itself"),
        pytest.param("model", "from tenfold.problems import Problem", id="model knows only itself, in full"),
        pytest.param("library", "from tenfold import render", id="a room named after from tenfold import"),
        pytest.param("library", "import tenfold.render.view", id="import in full"),
        pytest.param("library", "def f():\n    from tenfold import cli", id="late"),
        pytest.param("library", "try:\n    import tenfold.cli\nexcept ImportError:\n    pass", id="in a try"),
        pytest.param("library", "if TYPE_CHECKING:\n    from tenfold.render import Renderer", id="for types alone"),
        pytest.param("library", "from ..render import view", id="relative, which hides where it leads"),
        pytest.param("library", "from . import checks", id="relative, of its own room"),
        pytest.param("library", "import tenfold", id="the package as a whole"),
    ],
)
def test_a_violation_is_caught(room: str, source: str) -> None:
    assert len(violations(room, source)) == 1


@pytest.mark.parametrize(
    "room, source",
    [
        pytest.param("cli", "def build():\n    from tenfold.adapters.building import build_site", id="adapters, late"),
        pytest.param("adapters", "from mkdocs.plugins import BasePlugin\nimport tenfold_theme", id="mkdocs"),
        pytest.param("loading", "import yaml\nfrom tenfold.model import Kind", id="yaml"),
        pytest.param("prose", "from markdown_it.token import Token", id="markdown_it"),
        pytest.param("render", "import nh3, jinja2\nfrom markupsafe import Markup", id="what makes HTML"),
        pytest.param(
            "documents", "import docx, pptx.oxml\nfrom xlsxwriter.format import Format", id="what makes files"
        ),
        pytest.param("publishing", "from tenfold.problems import counted\nimport os", id="problems"),
        pytest.param("library", "from tenfold.library.reasons import reason\nimport re", id="its own room"),
    ],
)
def test_what_is_allowed_is_not_a_violation(room: str, source: str) -> None:
    assert violations(room, source) == []
