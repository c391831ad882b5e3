"""What an update is prepared from, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.builders import BASE
from tests.support.bundles import OURS, a_bundle, files_in, opened
from tests.support.updates import (
    ELM,
    OAK,
    OWN,
    a_copy_folder,
    content,
    everything_in,
    generations,
    newer,
    withdrawn,
    write_bundle,
)

from tenfold.bundling import compare, read_bundle
from tenfold.bundling.manifest import Original, read_manifest
from tenfold.cli import main
from tenfold.cli.local_update import told
from tenfold.migrating import Migrations, Step
from tenfold.migrating.edits import renamed_word
from tenfold.model import Kind
from tenfold.updating import Affected, UpdateRefused, Wishes, fates, prepare, put_in_place

HARMFUL = "A pupil told this in confidence"
WORD = renamed_word("case_studies", ("challenges",), "attendance", "exclusion")
TO_2 = Migrations(2, {1: Step(1, "Attendance is called exclusion.", (WORD,))})
NO_WISHES = Wishes()


def refusal(folder: Path, bundle: Path, wishes: Wishes = NO_WISHES) -> str:
    before = everything_in(folder)
    with pytest.raises(UpdateRefused) as caught:
        prepare(folder, bundle, wishes)
    assert everything_in(folder) == before
    return str(caught.value)


def update(folder: Path, raw: bytes, wishes: Wishes = NO_WISHES) -> None:
    put_in_place(prepare(folder, write_bundle(folder.parent / "new.zip", raw), wishes))


@pytest.fixture
def first(tmp_path: Path) -> bytes:
    return a_bundle(content(tmp_path / "first"))


def test_a_bundle_that_is_refused_changes_nothing(tmp_path: Path, first: bytes) -> None:
    folder = a_copy_folder(tmp_path / "copy", first)
    assert refusal(folder, write_bundle(tmp_path / "x.zip", first[:-100])).startswith("this bundle is damaged")


@pytest.mark.parametrize(
    "other, same",
    [
        (Original(name="Tenfold", site="https://example.org/tenfold/"), True),
        (Original(name="Renamed", site="https://example.org/tenfold/"), True),
        (Original(name="Tenfold"), True),
        (Original(name="Another"), False),
        (Original(name="Tenfold", site="https://example.org/another/"), False),
    ],
)
def test_content_of_another_original_is_refused_unless_it_is_wanted(
    other: Original, same: bool, tmp_path: Path, first: bytes
) -> None:
    folder = a_copy_folder(tmp_path / "copy", first)
    bundle = write_bundle(tmp_path / "x.zip", a_bundle(content(tmp_path / "other"), original=other))
    if not same:
        message = refusal(folder, bundle)
        assert message.startswith(f"this content is of {other.name}")
        assert f"and yours is of {OURS.name} ({OURS.site})" in message
    found = prepare(folder, bundle, Wishes(from_another_original=not same))
    assert found.bundle.manifest.original == other


def test_content_of_another_original_brings_nothing_back_either(tmp_path: Path) -> None:
    raw = a_bundle(content(tmp_path / "first", {"case_studies/elm.yml": withdrawn(ELM)}))
    folder = a_copy_folder(tmp_path / "copy", raw)
    other = a_bundle(content(tmp_path / "other", {"case_studies/elm.yml": newer(ELM, "2026-05-01")}),
                     original=Original(name="Another"))  # fmt: skip
    message = refusal(folder, write_bundle(tmp_path / "x.zip", other), Wishes(older=True, from_another_original=True))
    assert "would bring back what was withdrawn since: elm (Elm Primary School)" in message


def test_what_was_withdrawn_for_safeguarding_is_nowhere_in_the_copy_afterwards(tmp_path: Path) -> None:
    told = ELM.replace("An adult says good morning", HARMFUL)
    first, second = generations(
        tmp_path, {"case_studies/elm.yml": told}, {"case_studies/elm.yml": withdrawn(told, safeguarding=True)}
    )
    folder = a_copy_folder(tmp_path / "copy", first)
    edited = folder / "upstream/content/case_studies/elm.yml"
    edited.write_text(told.replace("A warm start", "Our own title"), encoding="utf-8")
    assert HARMFUL.encode() in b"".join(everything_in(folder).values())
    update(folder, second)

    assert HARMFUL.encode() not in b"".join(everything_in(folder).values())


def test_a_withdrawal_is_remembered_when_the_original_forgets_it(tmp_path: Path) -> None:
    """Its file was deleted, and the bundle was made without the one before."""
    first = a_bundle(content(tmp_path / "1", {"case_studies/elm.yml": withdrawn(ELM, safeguarding=True)}))
    second = a_bundle(content(tmp_path / "2", {"case_studies/oak.yml": newer(OAK, "2026-04-01")}))
    folder = a_copy_folder(tmp_path / "copy", first)
    update(folder, second)

    manifest = read_manifest((folder / "upstream/bundle.json").read_bytes())
    assert [each.id for each in manifest.withdrawn] == ["elm"]
    assert manifest.identity == read_bundle(second).manifest.digest
    (folder / "content/case_studies").mkdir(parents=True)
    (folder / "content/case_studies/elm.yml").write_text(ELM, encoding="utf-8")
    third = a_bundle(content(tmp_path / "3", {"case_studies/oak.yml": newer(OAK, "2026-05-01")}))
    assert "cannot stay in a local copy" in refusal(folder, write_bundle(tmp_path / "x.zip", third))


def test_three_generations_back_is_older_even_on_the_same_day(tmp_path: Path) -> None:
    pages = [f"---\ntitle: Steps\ndescription: All.\n---\nNumber {number}.\n" for number in range(3)]
    made = generations(tmp_path, *({"toolkit/steps.md": page} for page in pages))
    folder = a_copy_folder(tmp_path / "copy", made[0])
    update(folder, made[2])
    assert "this content is older than yours" in refusal(folder, write_bundle(tmp_path / "x.zip", made[1]))
    update(folder, made[1], Wishes(older=True))
    assert b"Number 1." in (folder / "upstream/content/toolkit/steps.md").read_bytes()


def test_edits_in_upstream_are_kept_and_told(tmp_path: Path, first: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    folder = a_copy_folder(tmp_path / "copy", first)
    (folder / "upstream/content/case_studies/oak.yml").write_text(OAK + "# ours\n", encoding="utf-8")
    (folder / "upstream/mine.txt").write_text("mine", encoding="utf-8")
    bundle = write_bundle(tmp_path / "new.zip", first)
    assert main(["local", "update", str(bundle), "--folder", str(folder)]) == 0

    assert "Somebody changed 2 files in upstream/, which each update replaces." in capsys.readouterr().out
    assert (
        (folder / ".tenfold-former/1/upstream/content/case_studies/oak.yml")
        .read_text(encoding="utf-8")
        .endswith("# ours\n")
    )
    assert (folder / ".tenfold-former/1/upstream/mine.txt").is_file()
    assert (folder / "upstream/content/case_studies/oak.yml").read_text(encoding="utf-8") == OAK
    assert main(["local", "update", str(bundle), "--folder", str(folder)]) == 0
    assert capsys.readouterr().out.endswith("You have this content already. Nothing was changed.\n")


@pytest.mark.parametrize("lost", [True, False])
def test_without_a_list_of_what_is_installed_nothing_is_guessed(lost: bool, tmp_path: Path, first: bytes) -> None:
    folder = a_copy_folder(tmp_path / "copy", first)
    file = folder / "upstream/bundle.json"
    if lost:
        file.unlink()
    else:
        file.write_text("{}", encoding="utf-8")
    bundle = write_bundle(tmp_path / "new.zip", first)
    assert refusal(folder, bundle).startswith("what is installed cannot be told: upstream/bundle.json is missing or")
    update(folder, first, Wishes(from_another_original=True))
    assert file.read_bytes() == files_in(first)["bundle.json"]


def test_the_first_content_of_a_copy(tmp_path: Path, first: bytes) -> None:
    folder = tmp_path / "copy"
    folder.mkdir()
    (folder / "local.yml").write_text("name: Ours\nauthority: Us\n", encoding="utf-8")
    update(folder, first)
    there = {name.removeprefix("upstream/"): raw for name, raw in everything_in(folder).items() if name != "local.yml"}
    assert there == files_in(first)


def test_settings_with_problems_are_told_first(tmp_path: Path, first: bytes) -> None:
    folder = a_copy_folder(tmp_path / "copy", first, settings="colour: red\n")
    with pytest.raises(UpdateRefused, match="Mend these settings first") as caught:
        prepare(folder, write_bundle(tmp_path / "x.zip", first))
    assert [problem.path for problem in caught.value.problems] == ["local.yml"]


def test_what_was_wrong_before_does_not_stand_in_the_way(tmp_path: Path, first: bytes) -> None:
    wrong = OWN.replace("region: north_east", "region: nowhere")
    folder = a_copy_folder(tmp_path / "copy", first, {"case_studies/holly.yml": wrong})
    update(folder, a_bundle(content(tmp_path / "2", {"case_studies/elm.yml": newer(ELM)})))
    assert (folder / "upstream/content/case_studies/elm.yml").is_file()


def test_a_disk_that_is_full_while_it_is_prepared(
    tmp_path: Path, first: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_copy_folder(tmp_path / "copy", first)
    bundle = write_bundle(tmp_path / "x.zip", a_bundle(content(tmp_path / "2", {"case_studies/elm.yml": newer(ELM)})))

    def full(self: Path, raw: bytes) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as during:
        during.setattr(Path, "write_bytes", full)
        message = refusal(folder, bundle)
    assert message == "the update cannot be tried: no space left on device."


def test_content_that_is_a_link_to_another_place_is_not_migrated(tmp_path: Path, first: bytes) -> None:
    folder = a_copy_folder(tmp_path / "copy", first, {"case_studies/holly.yml": OWN})
    (folder / "content").rename(tmp_path / "elsewhere")
    (folder / "content").symlink_to(tmp_path / "elsewhere")
    found = prepare(folder, write_bundle(tmp_path / "x.zip", first), migrations=TO_2)
    before = everything_in(folder)
    with pytest.raises(UpdateRefused, match="content/ is a link to another place"):
        put_in_place(found)
    assert everything_in(folder) == before


class TestFormat:
    """The record format went from 1 to 2."""

    def test_their_files_are_migrated_and_the_lines_are_shown(self, tmp_path: Path, first: bytes) -> None:
        own = f"# Ours.\n{OWN}"
        folder = a_copy_folder(tmp_path / "copy", first, {"case_studies/holly.yml": own, "about/us.md": "not finished"})
        found = prepare(folder, write_bundle(tmp_path / "x.zip", first), migrations=TO_2)

        said = "\n".join(told(found))
        assert "The form of records has changed:\n  Attendance is called exclusion.\n" in said
        assert "--- content/case_studies/holly.yml\n" in said
        assert "-  - attendance\n+  - exclusion\n" in said
        put_in_place(found)
        assert (folder / "content/case_studies/holly.yml").read_text(encoding="utf-8").startswith("# Ours.\ntitle")
        assert b"exclusion" in (folder / "upstream/content/case_studies/oak.yml").read_bytes()
        manifest = read_manifest((folder / "upstream/bundle.json").read_bytes())
        assert (manifest.record_format, manifest.identity) == (2, read_bundle(first).manifest.digest)

    def test_a_second_time_there_is_nothing_to_do(self, tmp_path: Path, first: bytes) -> None:
        folder = a_copy_folder(tmp_path / "copy", first, {"case_studies/holly.yml": OWN})
        bundle = write_bundle(tmp_path / "x.zip", first)
        put_in_place(prepare(folder, bundle, migrations=TO_2))
        again = prepare(folder, bundle, migrations=TO_2)
        assert again.is_nothing
        assert again.steps == ()
        assert again.differences == ""

    def test_a_file_that_cannot_be_read_is_named(self, tmp_path: Path, first: bytes) -> None:
        folder = a_copy_folder(tmp_path / "copy", first, {"case_studies/holly.yml": "title: [x\n"})
        with pytest.raises(UpdateRefused, match=r"content/case_studies/holly\.yml cannot be brought to .*line \d"):
            prepare(folder, write_bundle(tmp_path / "x.zip", first), migrations=TO_2)

    def test_a_copy_of_a_newer_tenfold_is_left_alone(self, tmp_path: Path, first: bytes) -> None:
        folder = a_copy_folder(tmp_path / "copy", first)
        bundle = write_bundle(tmp_path / "x.zip", first)
        put_in_place(prepare(folder, bundle, migrations=TO_2))
        assert refusal(folder, bundle).startswith("this copy was made by a newer Tenfold than the one that runs here")


class TestFates:
    """What became of a record or a part of it, for whatever speaks of it."""

    FAIR = (BASE / "frameworks/fair-start.yml").read_text(encoding="utf-8")

    def ask(self, place: Path, before: dict[str, str | bytes], after: dict[str, str | bytes]) -> Affected:
        old, new = (opened(content(place / name, files)).library for name, files in (("1", before), ("2", after)))
        return fates(compare(old, new))

    def test_items_of_frameworks(self, tmp_path: Path) -> None:
        name, one = "frameworks/fair-start.yml", self.FAIR[self.FAIR.index("  - id:") : self.FAIR.index("sources:")]
        more = self.FAIR.replace("sources:\n", f"{one.replace('know-everyone', 'be-kind')}sources:\n")
        ask = self.ask(tmp_path, {name: more}, {name: self.FAIR.replace("Names matter", "Names count")})

        gone, revised = ask(Kind.FRAMEWORK, "fair-start/be-kind"), ask(Kind.FRAMEWORK, "fair-start/know-everyone")
        assert gone is not None
        assert gone.says == "is gone"
        assert revised is not None
        assert revised.says == "was revised"
        assert ask(Kind.CASE, "oak") is None
        assert ask(Kind.FRAMEWORK, "another/item") is None

    def test_a_field_deep_in_a_part_and_the_field_around_it(self, tmp_path: Path) -> None:
        ask = self.ask(tmp_path, {}, {"case_studies/oak.yml": OAK.replace("place: Anytown", "place: B")})

        assert ask(Kind.CASE, "oak", ("setting",)) is not None
        assert ask(Kind.CASE, "oak", ("setting", "place")) is not None
        assert ask(Kind.CASE, "oak", ("setting", "region")) is None
        assert ask(Kind.CASE, "oak", ("practices", 0)) is None
        assert ask(Kind.CASE, "oak") is not None


class TestCommand:
    """`tenfold local update`."""

    def test_a_long_list_is_cut(self, tmp_path: Path, first: bytes, capsys: pytest.CaptureFixture[str]) -> None:
        folder = a_copy_folder(tmp_path / "copy", first)
        page = "---\ntitle: Step {}\ndescription: One.\n---\nDo it.\n"
        pages: dict[str, str | bytes] = {f"toolkit/step-{number}.md": page.format(number) for number in range(45)}
        bundle = write_bundle(tmp_path / "x.zip", a_bundle(content(tmp_path / "2", pages)))
        assert main(["local", "update", str(bundle), "--folder", str(folder), "--dry-run"]) == 0
        assert "(page)\n  and 5 more\n" in capsys.readouterr().out

    def test_elsewhere_than_in_a_copy(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert main(["local", "update", "x.zip"]) == 2
        assert "there is no local.yml in" in capsys.readouterr().err

    def test_what_was_broken_off_is_completed_first_but_not_by_a_dry_run(
        self, tmp_path: Path, first: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        folder = a_copy_folder(tmp_path / "copy", first)
        write_bundle(tmp_path / "x.zip", first)
        (folder / ".tenfold-update").mkdir()
        monkeypatch.chdir(folder)
        assert main(["local", "update", "../x.zip", "--dry-run"]) == 2
        assert "an update was broken off half-way" in capsys.readouterr().err
        assert main(["local", "update", "../x.zip"]) == 0
        assert capsys.readouterr().out.startswith("An update that was broken off before it was ready has been cleared")

    @pytest.mark.parametrize("arguments", [["local", "--help"], ["local", "update", "--help"]])
    def test_help(self, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as left:
            main(arguments)
        assert left.value.code == 0
        assert "update" in capsys.readouterr().out

    @pytest.mark.parametrize("arguments", [["local"], ["local", "nothing"], ["local", "update"]])
    def test_what_is_missing(self, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as left:
            main(arguments)
        assert left.value.code == 2
        assert "usage: tenfold local" in capsys.readouterr().err
