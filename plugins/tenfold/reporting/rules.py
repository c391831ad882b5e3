"""What each rule is called where a program lists rules by name, and what tells one problem from another."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from tenfold.problems import Problem

TITLES = {
    "enum": "A word that is not in the list",
    "extra_forbidden": "A field that is not known",
    "missing": "A field is missing",
    "string_too_long": "A text is too long",
    "string_too_short": "A text is empty",
    "string_type": "Text is needed here",
    "too_long": "A list or text is too long",
    "too_short": "A list is empty",
    "tuple_type": "A list is needed here",
    "model_type": "Fields are needed here",
    "model_attributes_type": "Fields are needed here",
    "pattern": "Not in the form that is needed",
    "id": "Not an id",
    "link": "A link that may not stand here",
    "html": "HTML is not read",
    "syntax": "This cannot be read",
    "shape": "Fields are needed here",
    "both_changed": "Changed in two places",
}
"""Titles of the rules whose names do not say it: the others are called by their names."""

HELP = "Each message says where it is, what is wrong and what to do. Mend it there, and check again."


def title(rule: str) -> str:
    """What people call a rule: "A field is missing", "Figure source"."""
    words = re.sub(r"[^A-Za-z0-9]+", " ", rule).strip()
    if rule.startswith("unknown_"):
        return f"There is no such {words.removeprefix('unknown ')}"
    return TITLES.get(rule) or words[:1].upper() + words[1:] or "Problem"


def with_fingerprints(problems: Iterable[Problem]) -> Iterator[tuple[Problem, str]]:
    """Each problem with a name that stays its own when lines move: 40 hexadecimal digits.

    Two that are alike in everything but their lines are told apart by their order.
    """
    seen: Counter[str] = Counter()
    for problem in problems:
        message = re.sub(r"\bline \d+", "line", problem.message)
        same = "\0".join((problem.path, problem.rule, problem.field, message))
        seen[same] += 1
        text = f"{same}\0{seen[same]}"
        yield problem, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:40]


def said(problem: Problem) -> str:
    """What is wrong and what to do, in one go."""
    return f"{problem.message} {problem.hint}".strip()
