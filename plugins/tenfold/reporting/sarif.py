"""Problems as SARIF 2.1.0, the form that editors and code scanning read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from tenfold.problems import Level, Problem, printable
from tenfold.reporting.rules import HELP, said, title, with_fingerprints

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Level.ERROR: "error", Level.ADVICE: "note"}


def sarif(problems: Sequence[Problem]) -> str:
    """One run of one tool, with each rule that was broken; JSON in plain ASCII."""
    rules = sorted({problem.rule for problem in problems})
    driver = {"name": "Tenfold", "rules": [described(rule, problems) for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ROOT": {"description": {"text": "The folder in which the check was run."}}},
        "results": [result(*each, rules) for each in with_fingerprints(problems)],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1)


def described(rule: str, problems: Sequence[Problem]) -> dict[str, Any]:
    """A rule with its help: what to do, in the words of the first problem that has some."""
    hint = next((problem.hint for problem in problems if problem.rule == rule and problem.hint), "")
    levels = {problem.level for problem in problems if problem.rule == rule}
    return {
        "id": rule,
        "shortDescription": {"text": title(rule)},
        "help": {"text": printable(f"{HELP} For example: {hint}" if hint else HELP)},
        "defaultConfiguration": {"level": LEVELS[Level.ERROR if Level.ERROR in levels else Level.ADVICE]},
    }


def result(problem: Problem, fingerprint: str, rules: Sequence[str]) -> dict[str, Any]:
    return {
        "ruleId": problem.rule,
        "ruleIndex": rules.index(problem.rule),
        "level": LEVELS[problem.level],
        "message": {"text": printable(said(problem))},
        "locations": [location(problem)],
        "partialFingerprints": {"tenfold/v1": fingerprint},
    }


def location(problem: Problem) -> dict[str, Any]:
    address = quote(problem.path.encode("utf-8", "surrogateescape"), safe="/")
    found: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": address, "uriBaseId": "ROOT"},
            "region": {"startLine": problem.line, "startColumn": problem.column},
        }
    }
    if problem.field:
        found["logicalLocations"] = [{"fullyQualifiedName": printable(problem.field), "kind": "member"}]
    return found
