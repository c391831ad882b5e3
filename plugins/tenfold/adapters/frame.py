"""What the frame around each page needs from MkDocs' configuration."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

from tenfold.adapters.logs import log
from tenfold.problems import Problem, summary
from tenfold_theme import FONT, OVERRIDES

SHOWN_PROBLEMS = 20


def dress(config: MkDocsConfig) -> None:
    """Put our templates before Material's."""
    own = str(OVERRIDES)
    if own not in config.theme.dirs:
        # After custom_dir, so that what a local host overrides wins; before Material.
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, own)
    if not FONT.is_file():
        log.info("The typeface is not there (dev.py fetches it): pages will use the reader's own.")


def show_problems(config: MkDocsConfig, problems: list[Problem]) -> None:
    """Have every page say that the content has problems; for `mkdocs serve`."""
    first = [str(problem) for problem in problems[:SHOWN_PROBLEMS]]
    config.extra["tenfold_problems"] = {"summary": summary(problems), "first": first}
