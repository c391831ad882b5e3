"""Problems as a Code Quality report, which GitLab shows in a merge request."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tenfold.problems import Level, Problem, printable
from tenfold.reporting.rules import said, with_fingerprints

SEVERITY = {Level.ERROR: "major", Level.ADVICE: "info"}


def code_quality(problems: Sequence[Problem]) -> str:
    """The report, a JSON list in plain ASCII."""
    return json.dumps([entry(*each) for each in with_fingerprints(problems)], indent=1)


def entry(problem: Problem, fingerprint: str) -> dict[str, object]:
    field = f"{problem.field}: " if problem.field else ""
    return {
        "description": printable(field + said(problem)),
        "check_name": problem.rule,
        "fingerprint": fingerprint,
        "severity": SEVERITY[problem.level],
        "location": {"path": printable(problem.path), "lines": {"begin": problem.line}},
    }
