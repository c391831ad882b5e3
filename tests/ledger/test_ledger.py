"""The list of public addresses: none of them dies unnoticed."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.builders import PROJECT, a_case_study, a_content_folder, a_feature, a_framework, a_library, a_page

from tenfold.cli import main
from tenfold.ledger import former, standing
from tenfold.model import Kind
from tenfold.pages import plan_pages

WITHDRAWN = {"status": "withdrawn", "withdrawal": {"on": "2026-10-01", "reason": "Closed."}}
OURS = """\
/ page 2026-01-10
case_studies/oak/ case 2026-01-10
toolkit/ page 2026-01-10
"""

DEAD = (
    "this address is public since 2026-01-10, and would lead nowhere now. Bring its record back; or write its old id "
    "below aliases: of the record that took its place (tenfold rename and tenfold supersede do that); or withdraw it "
    "(tenfold withdraw)."
)
NO_LINE = (
    "this line is no address. Write address, kind and day, as in case_studies/oak/ case 2026-11-21; "
    "tenfold urls adds what is new."
)

Capture = pytest.CaptureFixture[str]
MonkeyPatch = pytest.MonkeyPatch


def said_by_check(capsys: Capture) -> list[str]:
    main(["check"])
    return capsys.readouterr().out.splitlines()


def test_every_record_with_a_page_has_a_lasting_address() -> None:
    library = a_library(
        {"index": a_page(), "toolkit/index": a_page(), "toolkit/steps": a_page()},
        oak=a_case_study(), ash=a_case_study(status="draft"), yew=a_case_study(**WITHDRAWN), fair_start=a_framework(),
    )  # fmt: skip

    assert standing(library) == {
        "": Kind.PAGE,
        "case_studies/oak/": Kind.CASE,
        "case_studies/yew/": Kind.CASE,
        "features/belonging-first/": Kind.FEATURE,
        "frameworks/fair-start/": Kind.FRAMEWORK,
        "frameworks/fair-start/know-everyone/": Kind.FRAMEWORK,
        "toolkit/": Kind.PAGE,
        "toolkit/steps/": Kind.PAGE,
    }


def test_every_address_that_is_promised_is_in_the_plan_of_the_site() -> None:
    library = a_library(
        {"index": a_page(), "toolkit/steps": a_page(aliases=["toolkit/first", "about/people/first"])},
        oak=a_case_study(aliases=["acorn"]), ash=a_case_study(status="draft", aliases=["old-ash"]),
        yew=a_case_study(aliases=["old-yew"], **WITHDRAWN), belonging_first=a_feature(aliases=["hope-first"]),
        fair_start=a_framework(aliases=["fair-play"]),
    )  # fmt: skip
    planned = {page.address: page.redirect for page in plan_pages(library)}

    assert set(standing(library)) | former(library) <= set(planned)
    assert {address: planned[address] for address in former(library)} == {
        "about/people/first/": "toolkit/steps/",
        "case_studies/acorn/": "case_studies/oak/",
        "case_studies/old-yew/": "case_studies/yew/",
        "features/hope-first/": "features/belonging-first/",
        "frameworks/fair-play/": "frameworks/fair-start/",
        "frameworks/fair-play/know-everyone/": "frameworks/fair-start/know-everyone/",
        "toolkit/first/": "toolkit/steps/",
    }
    assert planned["case_studies/acorn/starting-theory/"] == "case_studies/oak/starting-theory/"


def test_without_a_list_nothing_is_promised(tmp_path: Path, monkeypatch: MonkeyPatch, capsys: Capture) -> None:
    a_content_folder(tmp_path)
    monkeypatch.chdir(tmp_path)

    assert said_by_check(capsys) == ["No problems."]


@pytest.mark.parametrize(
    "lines, said",
    [
        pytest.param(OURS, [], id="all alive"),
        pytest.param(
            "case_studies/ash/ case 2026-01-10\n",
            ["content/urls.txt:1:1 case_studies/ash/: " + DEAD],
            id="a dead one",
        ),
        pytest.param(
            "case_studies/oak/ case\n",
            ["content/urls.txt:1:1 " + NO_LINE],
            id="half a line",
        ),
        pytest.param(
            OURS + "case_studies/oak/ case 2026-02-10\n",
            ["content/urls.txt:4:1 case_studies/oak/: this address stands on line 2 already. Delete one of the two."],
            id="one twice",
        ),
    ],
)
def test_check_says_what_is_wrong_with_the_list(
    lines: str, said: list[str], tmp_path: Path, monkeypatch: MonkeyPatch, capsys: Capture
) -> None:
    a_content_folder(tmp_path, {"urls.txt": lines})
    monkeypatch.chdir(tmp_path)

    assert said_by_check(capsys)[:-1] == said


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"/ page 2026-01-10\n" + b"x" * 2_000_001], ids=["not text", "too long"])
def test_a_list_that_cannot_be_read_is_a_problem(
    raw: bytes, tmp_path: Path, monkeypatch: MonkeyPatch, capsys: Capture
) -> None:
    a_content_folder(tmp_path, {"urls.txt": raw})
    monkeypatch.chdir(tmp_path)

    assert said_by_check(capsys)[0].startswith("content/urls.txt:1:1 the list of addresses ")


def test_a_link_in_place_of_the_list_is_refused_and_not_read(
    tmp_path: Path, monkeypatch: MonkeyPatch, capsys: Capture
) -> None:
    folder = a_content_folder(tmp_path)
    (tmp_path / "secret").write_text("the-secret\n", encoding="utf-8")
    (folder / "urls.txt").symlink_to(tmp_path / "secret")
    monkeypatch.chdir(tmp_path)
    said = said_by_check(capsys)

    assert said[0].startswith("content/urls.txt:1:1 this is a link to another place")
    assert "the-secret" not in " ".join(said)


def test_a_renamed_file_is_noticed_and_its_alias_mends_it(
    tmp_path: Path, monkeypatch: MonkeyPatch, capsys: Capture
) -> None:
    folder = a_content_folder(tmp_path, {"urls.txt": "features/belonging-first/ feature 2026-01-10\n"})
    monkeypatch.chdir(tmp_path)
    assert main(["rename", "belonging-first", "belonging"]) == 0
    capsys.readouterr()
    assert said_by_check(capsys) == ["No problems."]

    file = folder / "features/belonging.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("aliases:\n  - belonging-first\n", ""), encoding="utf-8")
    assert said_by_check(capsys)[0].startswith("content/urls.txt:4:1 features/belonging-first/: this address is public")


def test_urls_adds_what_is_new_and_keeps_since_when(tmp_path: Path, monkeypatch: MonkeyPatch, capsys: Capture) -> None:
    folder = a_content_folder(tmp_path, {"urls.txt": OURS})
    monkeypatch.chdir(tmp_path)

    assert main(["urls", "--check"]) == 1
    assert (folder / "urls.txt").read_text(encoding="utf-8") == OURS
    assert main(["urls", "--on", "2026-11-22"]) == 0
    assert capsys.readouterr().out.splitlines()[-4:] == [
        "new: features/belonging-first/",
        "new: frameworks/fair-start/",
        "new: frameworks/fair-start/know-everyone/",
        "6 addresses, 3 of them new.",
    ]
    assert main(["urls", "--check"]) == 0
    assert [line for line in (folder / "urls.txt").read_text(encoding="utf-8").splitlines() if "#" not in line] == [
        "/ page 2026-01-10",
        "case_studies/oak/ case 2026-01-10",
        "features/belonging-first/ feature 2026-11-22",
        "frameworks/fair-start/ framework 2026-11-22",
        "frameworks/fair-start/know-everyone/ framework 2026-11-22",
        "toolkit/ page 2026-01-10",
    ]


def test_urls_promises_nothing_while_the_content_has_problems(
    tmp_path: Path, monkeypatch: MonkeyPatch, capsys: Capture
) -> None:
    folder = a_content_folder(tmp_path, {"glossary.yml": "a: b\n"})
    monkeypatch.chdir(tmp_path)

    assert main(["urls"]) == 1
    assert capsys.readouterr().out.endswith("Mend these first: an address is promised only to what is in order.\n")
    assert not (folder / "urls.txt").exists()


def test_the_list_is_not_published() -> None:
    """It is for those who look after the content."""
    from tenfold.adapters.files import raw_files  # noqa: PLC0415 (MkDocs is slow to import)

    assert "urls.txt" not in set(raw_files(a_library()))


def test_no_address_of_the_real_content_is_dead(monkeypatch: MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.chdir(PROJECT)

    assert main(["check", "content/urls.txt"]) == 0
    assert capsys.readouterr().out == "No problems.\n"
    assert (PROJECT / "content/urls.txt").is_file()
