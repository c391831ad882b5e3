"""Problems for GitLab and for editors: whole, stable, and in the form that the other program reads."""

from __future__ import annotations

import json
import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.support.problems import a_problem
from tests.support.steady import STEADY

from tenfold.problems import Level, Problem
from tenfold.reporting import code_quality, sarif
from tenfold.reporting.rules import TITLES, title

SEVERITIES = {"info", "minor", "major", "critical", "blocker"}
ADDRESS = re.compile(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})*")


def quality(*problems: Problem) -> list[dict[str, Any]]:
    found = json.loads(code_quality(problems))
    assert isinstance(found, list)
    return found


def fingerprints(*problems: Problem) -> list[str]:
    return [entry["fingerprint"] for entry in quality(*problems)]


def test_gitlab_gets_what_its_form_asks_for() -> None:
    (entry,) = quality(a_problem(field="setting.phase", rule="enum"))

    assert entry.pop("fingerprint")
    assert entry == {
        "description": "setting.phase: something is wrong. Do this.",
        "check_name": "enum",
        "severity": "major",
        "location": {"path": "content/case_studies/oak.yml", "lines": {"begin": 7}},
    }


def test_advice_weighs_less() -> None:
    wrong, advice = quality(a_problem(), a_problem(level=Level.ADVICE))

    assert {wrong["severity"], advice["severity"]} <= SEVERITIES
    assert (wrong["severity"], advice["severity"]) == ("major", "info")


def test_nothing_wrong_is_an_empty_list() -> None:
    assert quality() == []


def test_a_fingerprint_stays_when_lines_move() -> None:
    before = a_problem(message='"title" stands here twice: first on line 3, again on line 7.')
    after = a_problem(line=17, column=2, message='"title" stands here twice: first on line 13, again on line 17.')

    assert fingerprints(before) == fingerprints(after)


def test_problems_that_differ_have_fingerprints_of_their_own() -> None:
    problems = [a_problem(), a_problem(), a_problem(field="x"), a_problem(rule="y"), a_problem(path="z")]
    found = fingerprints(*problems, a_problem(message="another."))

    assert len(set(found)) == 6
    assert all(re.fullmatch("[0-9a-f]{40}", each) for each in found)


def check_sarif(text: str, problems: list[Problem]) -> dict[str, Any]:
    """What SARIF 2.1.0 requires of the parts that we write, and forbids beside them."""
    log = json.loads(text)
    assert set(log) == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert set(run) == {"tool", "columnKind", "originalUriBaseIds", "results"}
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    driver = run["tool"]["driver"]
    assert set(driver) == {"name", "rules"}
    names = [rule["id"] for rule in driver["rules"]]
    assert len(set(names)) == len(names)
    for rule in driver["rules"]:
        assert set(rule) == {"id", "shortDescription", "help", "defaultConfiguration"}
        assert rule["shortDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in ("none", "note", "warning", "error")
    assert len(run["results"]) == len(problems)
    for result in run["results"]:
        check_result(result, names, run["originalUriBaseIds"])
    assert isinstance(run, dict)
    return run


def check_result(result: dict[str, Any], names: list[str], bases: dict[str, Any]) -> None:
    assert set(result) == {"ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"}
    assert names[result["ruleIndex"]] == result["ruleId"]
    assert result["level"] in ("none", "note", "warning", "error")
    assert result["message"]["text"]
    assert all(isinstance(value, str) for value in result["partialFingerprints"].values())
    (location,) = result["locations"]
    assert set(location) <= {"physicalLocation", "logicalLocations"}
    physical = location["physicalLocation"]
    assert ADDRESS.fullmatch(physical["artifactLocation"]["uri"])
    assert physical["artifactLocation"]["uriBaseId"] in bases
    assert physical["region"]["startLine"] >= 1
    assert physical["region"]["startColumn"] >= 1


def test_sarif_holds_rules_results_and_places() -> None:
    problems = [
        a_problem(rule="enum", field="setting.phase"),
        a_problem(rule="uncited_source", level=Level.ADVICE, path="content/sources.yml"),
        a_problem(rule="enum", line=9),
    ]
    run = check_sarif(sarif(problems), problems)
    first, second, third = run["results"]

    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["enum", "uncited_source"]
    assert first["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "setting.phase", "kind": "member"}]
    assert (first["level"], second["level"]) == ("error", "note")
    assert third["locations"][0]["physicalLocation"]["region"] == {"startLine": 9, "startColumn": 10}
    assert run["tool"]["driver"]["rules"][0]["help"]["text"].endswith("For example: Do this.")


def test_sarif_of_good_content_has_no_results() -> None:
    assert check_sarif(sarif([]), [])["results"] == []


ANY = st.text() | st.sampled_from(["", "a b.yml", "ü.yml", "\udcff.yml", "a%2Fb:c?d#e", "\x1b[2J"])


@STEADY
@given(path=ANY, field=ANY, message=st.text(min_size=1), hint=ANY, rule=ANY.filter(bool))
def test_whatever_the_words_both_forms_stay_whole(path: str, field: str, message: str, hint: str, rule: str) -> None:
    message = message if message.strip() else "x"
    problems = [a_problem(path=path, field=field, message=message, hint=hint, rule=rule)]

    assert sarif(problems).isascii()
    assert code_quality(problems).isascii()
    check_sarif(sarif(problems), problems)
    assert quality(*problems)[0]["description"].isprintable()


def test_rules_are_called_by_what_they_mean() -> None:
    assert title("enum") == TITLES["enum"]
    assert title("figure_source") == "Figure source"
    assert title("unknown_case") == "There is no such case"
    assert title("safeguarding-phone") == "Safeguarding phone"
    assert title("") == "Problem"
