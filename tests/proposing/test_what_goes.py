"""What goes and what stays: theories and annotations, notes, comments, mentions; and at which lines it is told."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from tests.support.builders import BASE, PROJECT
from tests.support.copies import a_copy, own_case
from tests.support.proposals import SOURCES, elm_copy
from tests.support.theories import THEORY

from tenfold.loading import load_content
from tenfold.local.copy import read_copy
from tenfold.local.sameness import same_record
from tenfold.model import Kind
from tenfold.proposing import NotProposable, Outcome, Wish, propose
from tenfold.proposing.checklist import QUESTIONS
from tenfold.proposing.excerpt import excerpt, without_comments
from tenfold.proposing.gathering import Two, by_key, gathered

PARTS = """\
title: Elm, part by part
summary: Why it works.
case: elm
advice: Be brief.
notes:
  - part: title
    title: The title
    works: It says what they did.
"""
ELM = own_case(**{"oak-report": "elm-report"})


def theory(**more: Any) -> str:
    provenance = yaml.load(ELM, Loader=yaml.BaseLoader)["provenance"]
    return yaml.safe_dump({**THEORY, "provenance": provenance, **more}, sort_keys=False)


def elm(folder: Path, text: str = ELM, files: dict[str, str] | None = None, **options: Any) -> Outcome:
    copy = elm_copy(folder, {"content/case_studies/elm.yml": text, **(files or {})})
    return propose(copy, Wish("elm", **options))


def keys_of(outcome: Outcome) -> list[str]:
    assert outcome.proposal, outcome.problems
    return [f"{kind}:{id}" for kind, id in outcome.proposal.keys]


def texts_of(outcome: Outcome) -> dict[str, str]:
    assert outcome.proposal, outcome.problems
    return {str(path): raw.decode() for path, raw in outcome.proposal.after.items()}


def test_a_theory_and_an_annotation_go_with_their_case_study(tmp_path: Path) -> None:
    files = {
        "content/theories_of_change/elm-theory.yml": theory(case="elm"),
        "content/annotations/elm-parts.yml": PARTS,
    }
    outcome = elm(tmp_path, files=files)
    assert sorted(keys_of(outcome)) == ["annotation:elm-parts", "case:elm", "source:elm-report", "theory:elm-theory"]
    assert keys_of(outcome)[0] == "case:elm"


def test_a_theory_that_the_case_study_names_goes_unless_it_is_left_out(tmp_path: Path) -> None:
    files = {"content/theories_of_change/elm-theory.yml": theory()}
    text = ELM + "theory_of_change: elm-theory\n"
    assert "theory:elm-theory" in keys_of(elm(tmp_path / "one", text, files))
    without = elm(tmp_path / "two", text, files, without=("theory:elm-theory",))
    assert "theory:elm-theory" not in keys_of(without)
    assert "theory_of_change" not in texts_of(without)["case_studies/elm.yml"]


def test_a_theory_alone_needs_the_case_study_that_only_the_copy_has(tmp_path: Path) -> None:
    copy = elm_copy(tmp_path, {"content/theories_of_change/elm-theory.yml": theory(case="elm")})
    (problem,) = propose(copy, Wish("elm-theory")).problems
    assert (problem.rule, problem.field) == ("local_only", "case")
    assert "--with case:elm" in problem.hint


def test_terms_go_with_what_links_to_them_and_no_others(tmp_path: Path) -> None:
    glossary = (
        'catch-up:\n  term: catch-up\n  definition: "A lesson."\nother:\n  term: other\n  definition: Not this.\n'
    )
    text = ELM.replace("context: The", "context: A [catch-up](term:catch-up). The")
    outcome = elm(tmp_path, text, {"content/glossary.yml": glossary})
    assert keys_of(outcome) == ["case:elm", "term:catch-up", "source:elm-report"]
    assert "other" not in texts_of(outcome)["glossary.yml"]
    assert "other-report" not in texts_of(outcome)["sources.yml"]


def test_no_comment_goes_and_each_is_counted(tmp_path: Path) -> None:
    text = f"# yaml-language-server: $schema=x\n# ask Jo\n{ELM}# at the end\n"
    text = text.replace("features:\n", "features:  # which?\n  # more\n")
    outcome = elm(tmp_path, text)
    assert outcome.proposal is not None
    assert outcome.proposal.comments == 4
    first, *rest = texts_of(outcome)["case_studies/elm.yml"].splitlines()
    assert first == "# yaml-language-server: $schema=../../schemas/case-study.json"
    assert not [line for line in rest if "#" in line]


def test_what_stands_in_a_comment_holds_nothing_up(tmp_path: Path) -> None:
    assert keys_of(elm(tmp_path, f"# call 020 7946 0000\n{ELM}"))


def test_a_problem_of_another_record_of_theirs_holds_nothing_up(tmp_path: Path) -> None:
    files = {
        "content/case_studies/ash.yml": "title: [",
        "content/sources.yml": SOURCES + "bad:\n  title: 020 7946 0000\n",
    }
    assert keys_of(elm(tmp_path, files=files)) == ["case:elm", "source:elm-report"]


def test_a_file_with_line_breaks_of_windows_and_a_mark_at_its_start_is_read(tmp_path: Path) -> None:
    copy = elm_copy(tmp_path)
    file = copy.own / "case_studies/elm.yml"
    file.write_bytes(b"\xef\xbb\xbf" + ELM.replace("\n", "\r\n").encode())
    outcome = propose(copy, Wish("elm"))
    assert "\r" not in texts_of(outcome)["case_studies/elm.yml"]


def test_what_is_proposed_is_the_record_that_comes_back(tmp_path: Path) -> None:
    outcome = elm(tmp_path, f"# note\n{ELM}")
    back = tmp_path / "upstream/content/case_studies/elm.yml"
    back.write_text(texts_of(outcome)["case_studies/elm.yml"], encoding="utf-8")
    assert same_record(tmp_path / "content/case_studies/elm.yml", back)


def test_mentions_are_left_out_wherever_they_stand(tmp_path: Path) -> None:
    text = ELM.replace(
        "context: The school stands in a town that does not exist.",
        "context: >-\n  See [Ash](case:ash), and\n  [the *new* one](case:ash#top) or [Bay](case:bay).",
    )
    text = text.replace("body: An adult", 'body: "[Ash](case:ash): an adult').replace("by name.", 'by name."')
    text += "related: [ash, bay]\n"
    files = {f"content/case_studies/{id}.yml": own_case(f"{id.title()} School") for id in ("ash", "bay")}
    outcome = elm(tmp_path, text, files, without=("case:ash",), along=("case:bay",))
    laid = texts_of(outcome)["case_studies/elm.yml"]
    assert "case:ash" not in laid
    assert "related: [bay]" in laid
    assert "See Ash, and the *new* one or [Bay](case:bay)." in " ".join(laid.split())
    assert "Ash: an adult says good morning" in laid


def test_an_item_of_a_framework_is_left_out_with_the_framework(tmp_path: Path) -> None:
    charter = (BASE / "frameworks/fair-start.yml").read_text(encoding="utf-8")
    text = ELM.replace("context: The", "context: As in [our charter](framework:our-charter/welcome). The")
    files = {"content/frameworks/our-charter.yml": charter}
    (problem,) = elm(tmp_path / "one", text, files).problems
    assert "--without framework:our-charter." in problem.hint
    without = elm(tmp_path / "two", text, files, without=("framework:our-charter",))
    assert "As in our charter. The" in texts_of(without)["case_studies/elm.yml"]


def test_a_list_that_would_be_empty_goes_with_what_is_left_out(tmp_path: Path) -> None:
    files = {f"content/case_studies/{id}.yml": own_case(f"{id.title()} School") for id in ("ash", "bay")}
    text = f"{ELM}related:\n  - ash\n  - bay\n"
    assert (
        "related" not in texts_of(elm(tmp_path, text, files, without=("case:ash", "case:bay")))["case_studies/elm.yml"]
    )


def test_what_was_withdrawn_for_safeguarding_never_comes_back(tmp_path: Path) -> None:
    copy = a_copy(tmp_path, "replace: case:oak\n", {"content/case_studies/oak.yml": own_case()})
    withdrawn = {"oak": SimpleNamespace(withdrawal=SimpleNamespace(on="2026-05-01", safeguarding=True))}
    original: Any = SimpleNamespace(withdrawn=withdrawn, ids={Kind.CASE: {"oak"}})
    own = by_key(load_content(copy.own))
    with pytest.raises(NotProposable, match="for safeguarding\\. It never"):
        gathered(Wish("oak"), Two(own, original, frozenset(own)))


def test_what_is_withheld_goes_nowhere(tmp_path: Path) -> None:
    copy = elm_copy(tmp_path, {"content/case_studies/elm.yml": ELM})
    (tmp_path / "local.yml").write_text(f"{copy.document.text}withhold: case:elm\n", encoding="utf-8")
    with pytest.raises(NotProposable, match='you withhold the case study "elm"\\. What may lead to a child'):
        propose(read_copy(tmp_path), Wish("elm"))


def test_a_setting_whose_case_study_was_withdrawn_is_remarked_on(tmp_path: Path) -> None:
    gone = own_case("Elm Primary School", published="withdrawn", **{"withdrawn: 2026": "published: 2026"})
    files = {
        "content/case_studies/elm.yml": own_case(),
        "upstream/content/case_studies/birch.yml": gone + "withdrawal: {on: 2026-05-01, reason: They asked for it.}\n",
    }
    outcome = propose(a_copy(tmp_path, files=files), Wish("elm"))
    told = [problem.message for problem in outcome.problems if problem.rule == "told_already"]
    assert any('the original withdrew its case study "birch"' in message for message in told)


@pytest.mark.parametrize("text", ["ash", "case:", "nothing:ash", "case", ":ash"])
def test_what_is_left_out_is_named_with_its_kind(text: str, tmp_path: Path) -> None:
    with pytest.raises(NotProposable, match="names no record"):
        elm(tmp_path, without=(text,))


def test_a_kind_that_the_id_is_not_of(tmp_path: Path) -> None:
    with pytest.raises(NotProposable, match='no record "elm"'):
        elm(tmp_path, kind=Kind.TERM)


def test_a_source_that_both_tell_goes_when_somebody_says_so(tmp_path: Path) -> None:
    files = {
        "content/case_studies/elm.yml": own_case(),
        "content/sources.yml": "oak-report:\n  title: Another\n  kind: report\n",
    }
    copy = a_copy(tmp_path, "replace: source:oak-report\n", files)
    outcome = propose(copy, Wish("elm", along=("source:oak-report",)))
    assert outcome.proposal is not None
    assert outcome.proposal.changed == {(Kind.SOURCE, "oak-report")}
    assert outcome.proposal.after[PurePosixPath("sources.yml")] == b"oak-report:\n  title: Another\n  kind: report\n"


def test_an_address_that_would_die_stops_a_change(tmp_path: Path) -> None:
    files = {
        "content/case_studies/oak.yml": own_case("Oak, as we tell it"),
        "upstream/content/urls.txt": "case_studies/acorn/ case 2026-01-10\n",
        "upstream/content/case_studies/oak.yml": own_case("Oak Primary School") + "aliases: [acorn]\n",
    }
    outcome = propose(a_copy(tmp_path, "replace: case:oak\n", files), Wish("oak"))
    assert [problem.rule for problem in outcome.problems] == ["dead_address"]


@pytest.mark.parametrize("ids", [["elm-report"], ["other-report"], ["elm-report", "other-report"]])
def test_an_excerpt_holds_its_records_at_their_lines(ids: list[str]) -> None:
    raw = f"# top\n{SOURCES}# end\n".encode()
    text = without_comments(excerpt(raw, ids))
    whole, part = raw.decode().split("\n"), text.split("\n")
    assert len(whole) == len(part)
    assert all(line == there or not line.strip() for line, there in zip(part, whole, strict=True))
    assert list(yaml.safe_load(text)) == ids


def test_the_checklist_asks_what_the_original_asks() -> None:
    template = (PROJECT / ".github/pull_request_template.md").read_text(encoding="utf-8")
    asked = [line.removeprefix("- [ ] ") for line in template.splitlines() if line.startswith("- [ ] ")]
    headings = [line.removeprefix("## ") for line in template.splitlines() if line.startswith("## ")]
    assert [question for _, questions in QUESTIONS for question, _ in questions] == asked
    assert [heading for heading, _ in QUESTIONS] == headings
