"""What the frame around each page needs from MkDocs' configuration."""

from __future__ import annotations

from pathlib import Path

import mkdocs
from mkdocs.config.defaults import MkDocsConfig

from tenfold.adapters.logs import log
from tenfold.problems import Problem, summary
from tenfold_theme import FONT, OVERRIDES

SHOWN_PROBLEMS = 20
MKDOCS_OWN = str(Path(mkdocs.__file__).parent / "templates")


def dress(config: MkDocsConfig) -> None:
    """Have MkDocs use our templates, those of a local host before them, and none of Material's.

    The frame is whole without them, and among them are 14,000 icons, which MkDocs would look through in every build.
    """
    custom = [config.theme.custom_dir] if config.theme.custom_dir else []
    config.theme.dirs = [*custom, str(OVERRIDES), MKDOCS_OWN]
    if not FONT.is_file():
        log.info("The typeface is not there (dev.py fetches it): pages will use the reader's own.")


def show_problems(config: MkDocsConfig, problems: list[Problem]) -> None:
    """Have every page say that the content has problems; for `mkdocs serve`."""
    first = [str(problem) for problem in problems[:SHOWN_PROBLEMS]]
    config.extra["tenfold_problems"] = {"summary": summary(problems), "first": first}
