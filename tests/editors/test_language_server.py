"""What people see in an editor: the real YAML language server, with the project's own settings and schemas.

It is compared with `tenfold check`: what a schema can see is underlined on the same line. What only the check sees
stands in a table, with why.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest
from tests.support.builders import BASE, PROJECT, TESTS, a_content_folder
from tests.support.editor import Editor, Message, Remark, editor, settings_of
from tests.support.golden import read_case

from tenfold.checking import check_content
from tenfold.library import Library
from tenfold.loading import load_content
from tenfold.model import CaseStudy, Source
from tenfold.model.case_study import Figure
from tenfold.model.vocabulary import CostBand, EvidenceLevel, Need, Phase, Status, Word
from tenfold.problems import Problem
from tenfold.schema import SHAPES, schema_text, shape_of, suggested_ids

OAK = "content/case_studies/oak.yml"
CASES = sorted((TESTS / "cases" / "loading").glob("*.txt"))

SEEN = {
    *("consent", "date", "duplicate_key", "enum", "escape", "extra_forbidden", "figure_source", "figure_unit"),
    *("fold_sign", "id", "missing", "model_type", "no_colon", "no_space", "odd_start", "pattern", "school_phase"),
    *("shape", "string_too_long", "string_too_short", "string_type", "tag", "too_long", "too_short", "tuple_type"),
    *("web_address", "withdrawal", "yes_or_no"),
}
"""Rules whose breaking the editor shows on the line that the check names."""

ELSEWHERE = {
    "alias": "the editor says that an alias leads nowhere; of former ids of other records it knows nothing",
    "anchor": "the editor says that nothing uses it, which is true and not the point",
    "conflict": "YAML takes the lines for text that has no colon, and finds fault with what is around them",
    "empty": "with nothing in a file, there is nothing to underline; or all that is missing is listed",
    "end_sign": "YAML reads two documents and finds fault with both",
    "indentation": "YAML finds out a line later, or takes the line for a part of the text above",
    "merge_key": "YAML allows it; the fields it brings in are not known",
    "no_hyphen": "YAML finds out a line later, or takes the line for a part of the text above",
    "not_text": "YAML makes what it can of the signs",
    "odd_key": "YAML allows it, and the editor says that there is no such field",
    "second_document": "YAML allows it; each half lacks fields",
    "stray_colon": "YAML finds the fault where the text begins",
    "syntax": "YAML says as much for every line behind it",
    "tab": "YAML goes on without the line, and more is missing",
    "text_behind": "YAML goes on with what it understood",
    "too_deep": "a schema knows no depth; what is nested there is not known either",
    "twice": "a schema says that a list repeats something, not where; that two entries have one id it cannot say",
    "unclosed_bracket": "YAML finds out at the end of the list",
    "unclosed_quote": "YAML finds out at the end of the file",
    "unseen_character": "YAML allows most of them; the others end the text",
}
"""Mistakes of which the editor says something as well, or something else, or on another line; and why."""

ONLY_CHECK = {
    "draft": "it stands in another record whether it is published",
    "feature_without_case": "it takes all records to know",
    "file_kind": "a schema is chosen by the name of the file, and does not see it",
    "file_name": "a schema is chosen by the name of the file, and does not see it",
    "folded_list": "the schema sees the text after YAML has run its lines together",
    "hash_in_text": "the schema sees the text after YAML has cut it off",
    "heading_level": "prose is text to a schema",
    "html": "prose is text to a schema",
    "image": "prose is text to a schema",
    "link": "prose is text to a schema",
    "empty_note": "left to the check: either of two fields will do, and an editor would underline both",
    "lost_part": "it stands in another record which parts there are",
    "minutes": "a schema cannot add up",
    "no_case": "it stands in another record",
    "no_way": "left to the check: any of several fields will do, and an editor would underline them all",
    "note_former": "it stands in another record which id that had",
    "note_part": "it stands in another record which parts there are",
    "note_twice": "a schema cannot compare the parts of two notes",
    "note_words": "it stands in another record which words there are",
    "place": "files in a place that is not ours have no schema",
    "review_order": "a schema cannot compare two days",
    "same_form": "it takes all records to know",
    "same_number": "it takes all records to know",
    "self_mention": "a record's id is the name of its file, which a schema does not see",
    "uncited_source": "it takes all records to know",
    "unit_other": "left to the check: it says the number without its sign",
    "unit_twice": "left to the check: it says the number without its sign",
    "unknown_anchor": "prose is text to a schema",
    "unknown_case": "ids that exist are offered and not required: the newest is not in the schemas yet",
    "unknown_feature": "ids that exist are offered and not required: the newest is not in the schemas yet",
    "unknown_framework": "prose is text to a schema",
    "unknown_page": "prose is text to a schema",
    "unknown_resource": "ids that exist are offered and not required: the newest is not in the schemas yet",
    "unknown_source": "ids that exist are offered and not required: the newest is not in the schemas yet",
    "unknown_term": "ids that exist are offered and not required: the newest is not in the schemas yet",
    "unknown_theory": "ids that exist are offered and not required: the newest is not in the schemas yet",
    "unlisted_source": "a schema cannot look a value up in a list elsewhere in the file",
    "wide_table": "prose is text to a schema",
}
"""Mistakes of which the editor says nothing, and why."""

READ_OTHERWISE = {
    "id-with-capitals": "the editor says that it is no id, the check which one was meant",
    "guess-null": "YAML takes null for nothing, where we read the word",
    "two-ids-on-one-line": "the editor says that it is no id, the check that it is two",
    "urn": "YAML drops zeros in front of a number: 12345 may have been 012345, which is a URN",
}
"""Cases in which the editor cannot see what it sees otherwise, and why."""


@pytest.fixture(scope="module")
def opened(programs: None) -> Iterator[Editor]:
    """The project, opened in an editor."""
    with editor(PROJECT, settings_of(PROJECT)) as started:
        yield started


def bad_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, list[Problem]]]:
    """The record files of every case of the check that can be opened: name of the case and path, text, problems."""
    for case in CASES:
        files = read_case(case).files
        folder = a_content_folder(tmp_path_factory.mktemp("case"), dict(files))
        problems = check_content(folder).problems
        for path, raw in files.items():
            found = [problem for problem in problems if problem.path == f"content/{path}"]
            if shape_of(PurePosixPath(path)) and found and is_text(raw):
                yield f"{case.stem}/content/{path}", raw.decode(), found


def is_text(raw: bytes) -> bool:
    """Whether an editor opens it as text; what is larger than 50 kB is left to the check."""
    try:
        return len(raw.decode()) < 50_000
    except UnicodeDecodeError:
        return False


@pytest.fixture(scope="module")
def verdicts(opened: Editor, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[list[Problem], list[Remark]]]:
    """Of each bad file what the check says, and what the editor says."""
    bad = list(bad_files(tmp_path_factory))
    said = opened.remarks({name: text for name, text, _ in bad})
    return {name: (problems, said[name]) for name, _, problems in bad}


def test_nothing_is_underlined_in_the_real_content(opened: Editor) -> None:
    files = {
        path.relative_to(PROJECT).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((PROJECT / "content").rglob("*.yml"))
    }
    bad = "content/case_studies/bad.yml"
    said = opened.remarks(
        files | {bad: files["content/case_studies/carr-manor.yml"].replace("who: leaders", "who: heads")}
    )

    assert len(said.pop(bad)) >= 1, "schemas are in force"
    assert len(said) >= 33
    assert {path: remarks for path, remarks in said.items() if remarks} == {}


def test_nothing_is_underlined_in_the_content_of_tests(opened: Editor) -> None:
    files = {
        f"base/content/{path.relative_to(BASE).as_posix()}": path.read_text(encoding="utf-8")
        for path in BASE.rglob("*.yml")
    }
    said = opened.remarks(files)

    assert len(said) >= 5
    assert {path: remarks for path, remarks in said.items() if remarks} == {}


def test_every_rule_of_the_cases_has_its_place_in_a_table(
    verdicts: dict[str, tuple[list[Problem], list[Remark]]],
) -> None:
    rules = {problem.rule for problems, _ in verdicts.values() for problem in problems}

    assert rules - SEEN - set(ELSEWHERE) - set(ONLY_CHECK) == set()
    assert not SEEN & set(ELSEWHERE)
    assert not (SEEN | set(ELSEWHERE)) & set(ONLY_CHECK)


def test_what_a_schema_can_see_is_underlined_on_the_line_that_the_check_names(
    verdicts: dict[str, tuple[list[Problem], list[Remark]]],
) -> None:
    compared = 0
    for name, (problems, remarks) in verdicts.items():
        if name.split("/")[0] in READ_OTHERWISE:
            continue
        expected = {problem.line for problem in problems if problem.rule in SEEN}
        shown = {remark.line for remark in remarks}
        assert expected <= shown, name
        if not {problem.rule for problem in problems} & set(ELSEWHERE):
            assert shown == expected, name
            compared += 1

    assert compared >= 100


def test_what_only_the_check_sees_is_not_underlined(
    verdicts: dict[str, tuple[list[Problem], list[Remark]]],
) -> None:
    alone = {
        name: remarks
        for name, (problems, remarks) in verdicts.items()
        if {problem.rule for problem in problems} <= set(ONLY_CHECK) and name.split("/")[0] not in READ_OTHERWISE
    }

    assert len(alone) >= 40
    assert [name for name, remarks in alone.items() if remarks] == []


def test_a_word_that_yaml_takes_for_nothing_shows_as_missing(
    verdicts: dict[str, tuple[list[Problem], list[Remark]]],
) -> None:
    problems, remarks = verdicts[f"guess-null/{OAK}"]

    assert [problem.line for problem in problems] == [1, 7]
    assert [remark.line for remark in remarks] == [1, 5]
    assert remarks[1].message == (
        "A school needs its phase. Add a line such as phase: primary. The words are: "
        "early_years, primary, secondary, all_through, post_16, special, alternative_provision."
    )


TEXT = BASE.joinpath("case_studies/oak.yml").read_text(encoding="utf-8")
WRITTEN = [
    ("phase: primary", "phase: Primary", "This is not one of the words here. Words: early_years, primary, "),
    ("phase: primary", "phase: [primary, middle]", "This is not one of the words here. Words: early_years, primary, "),
    ("region: north_east", "region:", "This is not one of the words here. Words: north_east, "),
    ("level: 2", "level: 7", "This is not one of the words here. Words: 0, 1, 2, 3, 4, 5."),
    ("level: 2", 'level: "7"', "This is not one of the words here. Words: 0, 1, 2, 3, 4, 5."),
    ("agreed_by_setting: yes", "agreed_by_setting: maybe", "This is neither yes nor no. Write yes or no."),
    ("agreed_by_setting: yes", "agreed_by_setting: 1", "This is neither yes nor no. Write yes or no."),
    ("published: 2026-01-10", "published: 2026-02-30", "This is not a date. Write year, month and day with hyphens"),
    ("published: 2026-01-10", "published: 2026", "This is not a date. Write year, month and day with hyphens"),
    ("place: Anytown", "place: Anytown\n  urn: 1234567", "A school's URN has six digits. Look it up, or leave it out."),
    ("place: Anytown", "place: Anytown\n  urn: yes", "A school's URN has six digits. Look it up, or leave it out."),
    ("place: Anytown", "place: Anytown\n  website: oak.example", "This is not a whole web address. Write it as in "),
    ("  - belonging-first", "  - Belonging First", "This is not an id. Use 3 to 60 small letters, digits and single "),
    ("  - belonging-first", "  - con", "This is not an id. Use 3 to 60 small letters, digits and single "),
    ("  - belonging-first", "  - 1.5", "This is not an id. Use 3 to 60 small letters, digits and single "),
    ("title: A fair start for every pupil", 'title: "  "', "This text is empty or too long. Write something, in at "),
    ("title: A fair start for every pupil", "title: " + "a" * 201, "This text is empty or too long. Write something, "),
    ("title: A fair start for every pupil", "title: [A fair start]", "Text belongs here. Fill it in, on one line or "),
    ("challenges:\n  - attendance", "challenges: attendance", "A list belongs here. Start each entry on a line of "),
    ("features:\n  - belonging-first", "features: []", "This list is empty. Give at least one."),
    (
        "challenges:\n  - attendance",
        "challenges: [attendance, attendance]",
        "Something stands in this list twice. Delete one of them.",
    ),
    ("status: published", "status: withdrawn", "What is withdrawn says why. Add withdrawal: with the day and the "),
    ("status: published", "status: published\nstatuss: x", "Property statuss is not allowed."),
    ("    source: oak-report\n", "", 'Missing property "source".'),
    (
        "  agreed_by_setting: yes",
        "  agreed_by_setting: no\n  contains_quotes: yes",
        "Quotes and pictures need consent. ",
    ),
    (
        "  agreed_by_setting: yes",
        "  agreed_by_setting: no\n  contains_images: true",
        "Quotes and pictures need consent. ",
    ),
    (
        "provenance:\n",
        "outcomes:\n  - statement: Fewer.\n    after: 4\nprovenance:\n",
        "An outcome with a figure needs its source. Add source: with an id.",
    ),
]
"""A stretch of a good record, what stands there instead, and how what the editor says of it begins."""


@pytest.fixture(scope="module")
def said_of_written(opened: Editor) -> list[list[Remark]]:
    texts = [TEXT.replace(good, bad, 1) for good, bad, _ in WRITTEN]
    said = opened.remarks({f"written-{number}/{OAK}": text for number, text in enumerate(texts)})
    return list(said.values())


@pytest.mark.parametrize("number", range(len(WRITTEN)), ids=lambda number: WRITTEN[number][1][:40].strip())
def test_the_editor_says_what_is_wrong_where_the_check_does(
    number: int, said_of_written: list[list[Remark]], tmp_path: Path
) -> None:
    good, bad, expected = WRITTEN[number]
    assert good in TEXT
    folder = a_content_folder(tmp_path, {"case_studies/oak.yml": TEXT.replace(good, bad, 1)})
    checked = check_content(folder).problems
    remarks = said_of_written[number]

    assert {remark.line for remark in remarks} == {problem.line for problem in checked}
    assert any(remark.message.startswith(expected) for remark in remarks)
    assert not any(
        remark.message.startswith(("Incorrect type", "Array", "String", "Value", "Matches")) for remark in remarks
    )


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(TEXT.replace("title: A fair start for every pupil", "title: 2026"), id="a number for a title"),
        pytest.param(TEXT.replace("title: A fair start for every pupil", "title: true"), id="a truth for a title"),
        pytest.param(TEXT.replace('value: "40"', "value: 40.50"), id="a figure without quotes"),
        pytest.param(TEXT.replace("level: 2", 'level: "2"'), id="a level in quotes"),
        pytest.param(TEXT.replace("phase: primary", "phase: [primary, special]"), id="several phases"),
        pytest.param(TEXT.replace("region: north_east", "region:\n    - london"), id="regions as a list"),
        pytest.param(TEXT.replace("place: Anytown", "place: Anytown\n  urn: 123456"), id="a URN"),
        pytest.param(TEXT.replace("place: Anytown", "place: Anytown\n  urn: 012345"), id="a URN that starts with 0"),
        pytest.param(TEXT.replace("agreed_by_setting: yes", "agreed_by_setting: FALSE"), id="no, in another language"),
        pytest.param(TEXT + "effort:\nneeds:\ntheory_of_change:\nrelated: []\n", id="empty optional fields"),
        pytest.param(TEXT + "effort:\n  cost_band:\n  cost_note: ~\n", id="an empty group"),
        pytest.param(
            TEXT.replace("status: published", "status: withdrawn")
            + "withdrawal:\n  on: 2026-11-01\n  reason: The setting asked for it.\n",
            id="withdrawn with its reason",
        ),
    ],
)
def test_what_the_check_accepts_is_not_underlined(written: str, opened: Editor, tmp_path: Path) -> None:
    assert written != TEXT
    folder = a_content_folder(tmp_path, {"case_studies/oak.yml": written})
    path = f"{tmp_path.name}/{OAK}"

    assert check_content(folder).errors == []
    assert opened.remarks({path: written}) == {path: []}


def labels(offers: list[Message]) -> list[str]:
    return [offer["label"] for offer in offers]


def documentation(offers: list[Message], label: str) -> str:
    found = next(offer for offer in offers if offer["label"] == label)["documentation"]
    return str(found["value"] if isinstance(found, dict) else found)


def inserted(offers: list[Message], label: str) -> str:
    found = next(offer for offer in offers if offer["label"] == label)
    return str(found["textEdit"]["newText"] if "textEdit" in found else found["insertText"])


def test_every_field_is_offered_in_the_order_of_the_record(opened: Editor) -> None:
    fields = list(CaseStudy.model_fields)
    offers = opened.offers(OAK, "|")

    assert [label for label in labels(offers) if label in fields] == fields
    assert documentation(offers, "title").startswith("What they did, in a few words")
    assert documentation(offers, "effort") == "What it takes.\n\n*May be left out.*"


def test_a_whole_record_is_offered_with_places_to_write_in(opened: Editor) -> None:
    offers = opened.offers(OAK, "|")
    written = inserted(offers, "a case study")

    assert written.startswith("title: $1\nsummary: $2\nstatus: $3\nsetting:\n  kind: $4\n  name: $5\n")
    assert "practices:\n  - title: $" in written
    assert "effort:" not in written
    assert "effort:\n  cost_band: $" in inserted(offers, "a case study, with every field")


@pytest.mark.parametrize(
    "text, vocabulary",
    [
        ("status: |", Status),
        ("setting:\n  phase: |", Phase),
        ("setting:\n  phase:\n    - |", Phase),
        ("needs:\n  - semh\n  - |", Need),
        ("effort:\n  cost_band: |", CostBand),
        ("evidence:\n  level: |", EvidenceLevel),
    ],
)
def test_the_words_of_a_vocabulary_are_offered_with_what_they_mean(
    text: str, vocabulary: type[Word], opened: Editor
) -> None:
    offers = opened.offers(OAK, text)

    assert labels(offers) == [word.value for word in vocabulary]
    for word in vocabulary:
        assert documentation(offers, word.value) == ". ".join(filter(None, [word.label, word.meaning]))


def test_nothing_is_offered_that_would_be_wrong(opened: Editor) -> None:
    """Neither null nor true, although both may stand in a field of text."""
    assert labels(opened.offers(OAK, "title: |")) == []
    assert labels(opened.offers(OAK, "effort:\n  cost_note: |")) == []
    assert labels(opened.offers(OAK, "provenance:\n  agreed_by_setting: |")) == ["yes", "no"]
    assert inserted(opened.offers(OAK, "provenance:\n  agreed_by_setting: |"), "no") == "no"


@pytest.mark.parametrize("text", ["in_numbers:\n  |", "in_numbers:\n  - |", "in_numbers: |"])
def test_an_entry_of_a_list_is_offered_as_a_whole(text: str, opened: Editor) -> None:
    offers = opened.offers(OAK, text)
    whole = inserted(offers, "a figure, with every field")

    assert [line.strip(" -").split(":")[0] for line in inserted(offers, "a figure").split("\n") if line] == [
        *("label", "value", "unit", "source")
    ]
    assert [name for name in Figure.model_fields if f"{name}:" in whole] == list(Figure.model_fields)


def test_ids_are_offered_with_what_they_stand_for(opened: Editor) -> None:
    features = opened.offers(OAK, "features:\n  - |")
    sources = opened.offers(OAK, "in_numbers:\n  - label: x\n    source: |")

    assert "relational-practice" in labels(features)
    assert documentation(features, "relational-practice").startswith("A strong focus on relational practice. ")
    assert "rsa-toolkit" in labels(sources)
    assert documentation(sources, "rsa-toolkit").startswith("RSA and Mayor of London, 2022: ")


def test_a_source_is_offered_its_fields_below_its_id(opened: Editor) -> None:
    offers = opened.offers("content/sources.yml", "oak-report:\n  |")

    assert [label for label in labels(offers) if label in Source.model_fields] == list(Source.model_fields)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("prove|nance:\n  written_by: x", "#### Provenance\n\nWhere the record comes from."),
        ("setting:\n  local_auth|ority: x", "#### Local authority\n\nThe council whose area it is in."),
        ("setting:\n  u|rn: 123456", "#### URN\n\nA school's unique reference number."),
        ("cont|ext: x", "#### Context\n\nWhere they started from: the place, the pupils, what was not working.\n"),
        (
            "status: pub|lished",
            "#### Status\n\nHow far it has come.\n\nAllowed Values:\n\n* `published`: Published. On",
        ),
        ("setting:\n  phase: pri|mary", "#### Phase\n\nThe phase or phases it works in."),
        ("evidence:\n  level: |2", "#### Level of evidence\n\nHow strong the evidence is, from 0 to 5.\n"),
        ("features:\n  - relational-|practice", "#### Features\n\nA strong focus on relational practice. "),
        (
            "provenance:\n  revie|wed: 2026-01-10",
            "#### Reviewed\n\nThe day somebody last checked it against its sources.",
        ),
    ],
)
def test_the_editor_explains_what_the_cursor_is_on(text: str, expected: str, opened: Editor) -> None:
    explained = opened.hover(OAK, text)

    assert explained.startswith(expected)
    assert "file:" not in explained


def test_a_schema_that_stands_alone_offers_the_ids_of_its_content(opened: Editor, tmp_path: Path) -> None:
    study = next(shape for shape in SHAPES if shape.name == "case-study")
    ids = suggested_ids(Library(load_content(BASE).entries))
    (tmp_path / "alone.json").write_text(schema_text(study, ids), encoding="utf-8")
    head = f"# yaml-language-server: $schema={(tmp_path / 'alone.json').as_uri()}\n"
    offers = opened.offers("draft.yml", f"{head}features:\n  - |")

    assert labels(offers) == ["belonging-first"]
    assert documentation(offers, "belonging-first").startswith("Belonging")
