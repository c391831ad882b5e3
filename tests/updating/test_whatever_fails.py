"""Whatever fails while an update is written, a copy has all of it or nothing, and nothing of theirs is lost."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest
from filelock import FileLock
from tests.support.bundles import files_in
from tests.support.commands import environment, run_tenfold
from tests.support.disks import Failing, Killed
from tests.support.updates import ELM, OAK, OWN, a_copy_folder, everything_in, generations, newer, write_bundle

from tenfold.migrating import Migrations, Step
from tenfold.migrating.edits import renamed_word
from tenfold.updating import Busy, Update, UpdateFailed, UpdateRefused, prepare, put_in_place, recover
from tenfold.updating.disk import Disk
from tenfold.updating.journal import FORMER, LOCK, PLACE, is_pending

TO_2 = Migrations(
    2, {1: Step(1, "A word.", (renamed_word("case_studies", ("challenges",), "attendance", "exclusion"),))}
)
"""A step that leads to what our models read as well."""
EDITED = OAK.replace("A fair start", "Our own words for a fair start")
NOTE = "on: case:oak\ntext: Call us.\n"


class HalfRemoving(Disk):
    """Is killed while it removes a folder, when one file is gone."""

    def remove(self, path: Path) -> None:
        next(file for file in sorted(path.rglob("*")) if file.is_file()).unlink()
        raise Killed


class Scene:
    """A copy before an update and after it, and the update."""

    def __init__(self, place: Path) -> None:
        first, second = generations(place / "made", {}, {"case_studies/elm.yml": newer(ELM)})
        self.pristine = a_copy_folder(place / "pristine", first, {"case_studies/holly.yml": OWN, "notes/oak.yml": NOTE})
        (self.pristine / "upstream/content/case_studies/oak.yml").write_text(EDITED, encoding="utf-8")
        self.folder, self.old = place / "copy", dict[str, bytes]()
        self.bundle = write_bundle(place / "new.zip", second)
        self.reset()
        self.update: Update = prepare(self.folder, self.bundle, migrations=TO_2)
        self.old = everything_in(self.folder)
        counting = Failing(10_000, Killed(), after=False)
        put_in_place(self.update, disk=counting)
        self.tasks = 10_000 - counting.left
        self.new = everything_in(self.folder)

    def reset(self) -> None:
        if self.folder.exists() and not (self.folder / PLACE).exists() and everything_in(self.folder) == self.old:
            return
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.pristine, self.folder)

    def now(self) -> str:
        """What the copy has, its journal left out."""
        there = {name: raw for name, raw in everything_in(self.folder).items() if not name.startswith(PLACE)}
        return "old" if there == self.old else "new" if there == self.new else self.nearly(there)

    def nearly(self, there: dict[str, bytes]) -> str:
        """Whether all is new, and only what is kept of the former has not been put where it belongs."""
        new = {name: raw for name, raw in self.new.items() if not name.startswith(FORMER)}
        return "nearly new" if there == new and (self.folder / PLACE / "ready/kept").is_dir() else "neither"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return Scene(tmp_path_factory.mktemp("scene"))


@pytest.fixture
def scene(built: Scene) -> Scene:
    built.reset()
    return built


def test_all_of_it_is_put_in_place(scene: Scene) -> None:
    assert scene.tasks > 25
    put_in_place(scene.update)

    assert scene.now() == "new"
    after = everything_in(scene.folder)
    assert "challenges:\n  - exclusion\n" in after["content/case_studies/holly.yml"].decode()
    assert after[f"{FORMER}/1/content/case_studies/holly.yml"] == OWN.encode()
    assert after[f"{FORMER}/1/upstream/content/case_studies/oak.yml"] == EDITED.encode()
    assert after["content/notes/oak.yml"] == NOTE.encode()
    assert [name for name in after if name.startswith(FORMER)] == [
        f"{FORMER}/1/content/case_studies/holly.yml",
        f"{FORMER}/1/upstream/content/case_studies/oak.yml",
    ]
    assert not is_pending(scene.folder)
    assert recover(scene.folder) == ""


@pytest.mark.parametrize("after", [False, True], ids=["before", "behind"])
@pytest.mark.parametrize(
    "error", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["full", "stopped"]
)
def test_a_task_that_fails_leaves_all_or_nothing(error: BaseException, after: bool, scene: Scene) -> None:
    seen = set()
    for number in range(scene.tasks):
        scene.reset()
        with contextlib.suppress(UpdateFailed, KeyboardInterrupt):
            put_in_place(scene.update, disk=Failing(number, error, after=after))
        state = scene.now()
        seen.add(state)
        assert state in ("old", "new", "nearly new"), number
        recover(scene.folder)
        assert scene.now() == state.removeprefix("nearly "), number
        assert not is_pending(scene.folder)
    assert {"old", "new"} < seen


@pytest.mark.parametrize("after", [False, True], ids=["before", "behind"])
def test_a_kill_leaves_all_or_nothing_after_the_next_command(after: bool, scene: Scene) -> None:
    seen = []
    for number in range(scene.tasks):
        scene.reset()
        with pytest.raises(Killed):
            put_in_place(scene.update, disk=Failing(number, Killed(), after=after))
        recover(scene.folder)
        seen.append(scene.now())
        assert not is_pending(scene.folder)
    assert seen == sorted(seen, reverse=True), "once it was ready, it is always completed"
    assert set(seen) == {"old", "new"}


def test_a_kill_while_the_next_command_completes_it(scene: Scene) -> None:
    ready = next(number for number in range(scene.tasks) if begun(scene, number))
    for number in range(20):
        begun(scene, ready)
        try:
            recover(scene.folder, disk=Failing(number, Killed(), after=bool(number % 2)))
        except Killed:
            recover(scene.folder)
        assert scene.now() == "new", number


def begun(scene: Scene, number: int) -> bool:
    """Kill an update at a task; whether it was ready by then."""
    scene.reset()
    with pytest.raises(Killed):
        put_in_place(scene.update, disk=Failing(number, Killed(), after=True))
    return (scene.folder / PLACE / "ready").exists()


def test_a_kill_while_what_is_left_is_removed(scene: Scene) -> None:
    """Half a journal must not look like one that was begun."""
    with pytest.raises(Killed):
        put_in_place(scene.update, disk=HalfRemoving())
    assert recover(scene.folder) == ""
    assert scene.now() == "new"

    begun(scene, 3)
    with pytest.raises(Killed):
        recover(scene.folder, disk=HalfRemoving())
    recover(scene.folder)
    assert scene.now() == "old"


def test_a_power_cut_that_lost_what_was_staged_leaves_what_was(scene: Scene) -> None:
    ready = next(number for number in range(scene.tasks) if begun(scene, number))
    begun(scene, ready)
    staged = scene.folder / PLACE / "ready/new/upstream/content/sources.yml"
    staged.write_bytes(b"")

    assert recover(scene.folder).startswith("An update that was broken off before it was ready")
    assert scene.now() == "old"


def test_when_not_even_the_way_back_works_the_next_command_completes_it(scene: Scene) -> None:
    full = OSError(28, "No space left on device")
    stuck = 0
    for number in range(scene.tasks):
        scene.reset()
        try:
            put_in_place(scene.update, disk=Failing(number, full, after=False, once=False))
        except UpdateFailed as reason:
            stuck += "the next tenfold command completes it" in str(reason)
        recover(scene.folder)
        assert scene.now() in ("old", "new"), number
    assert stuck > 0


def test_what_they_write_while_an_update_is_broken_off_stays(scene: Scene) -> None:
    ready = next(number for number in range(scene.tasks) if begun(scene, number))
    begun(scene, ready)
    mine = scene.folder / "content/case_studies/holly.yml"
    mine.write_text(OWN.replace("Breakfast", "Lunch"), encoding="utf-8")
    recover(scene.folder)

    assert "Lunch for all" in mine.read_text(encoding="utf-8")
    assert (scene.folder / "upstream/content/case_studies/elm.yml").is_file()


def test_what_was_changed_since_it_was_prepared_is_not_written_over(scene: Scene) -> None:
    (scene.folder / "content/case_studies/holly.yml").write_text(OWN + "# more\n", encoding="utf-8")
    before = everything_in(scene.folder)
    with pytest.raises(UpdateRefused, match="somebody else has changed this copy in the meantime"):
        put_in_place(scene.update)
    assert everything_in(scene.folder) == before


def test_two_updates_at_once(scene: Scene) -> None:
    with FileLock(scene.folder / LOCK), pytest.raises(Busy, match="another update of this copy is running"):
        put_in_place(scene.update)
    (scene.folder / PLACE).mkdir()
    with FileLock(scene.folder / LOCK), pytest.raises(Busy):
        recover(scene.folder)
    assert scene.now() == "old"


PLANS = [
    '{"steps": [{"path": "../secret.yml", "was": ""}], "sums": {}}',
    '{"steps": [{"path": "/etc/passwd", "was": ""}], "sums": {}}',
    '{"steps": [{"path": "content/../../secret.yml", "was": ""}], "sums": {}}',
    '{"steps": [{"path": "local.yml", "was": ""}], "sums": {}}',
    '{"steps": [{"path": "overrides/main.html", "was": ""}], "sums": {}}',
    '{"steps": 1}',
    "[" * 100_000,
    "\\ud800",
]


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan[:40])
def test_a_journal_of_somebody_else_leads_nowhere(plan: str, scene: Scene) -> None:
    """It lies in the folder of the copy, which may have come from a stranger."""
    secret = scene.folder.parent / "secret.yml"
    secret.write_text("x", encoding="utf-8")
    ready = scene.folder / PLACE / "ready"
    (ready / "new").mkdir(parents=True)
    (ready / "plan.json").write_text(plan, encoding="utf-8")
    recover(scene.folder)

    assert secret.read_text(encoding="utf-8") == "x"
    assert scene.now() == "old"


def test_a_journal_that_is_a_link_is_not_followed(scene: Scene, tmp_path: Path) -> None:
    (tmp_path / "ready").mkdir()
    (scene.folder / PLACE).symlink_to(tmp_path)
    assert recover(scene.folder) == ""
    assert (tmp_path / "ready").is_dir()


KILL = """
import os, sys
from pathlib import Path
from tenfold.updating import prepare, put_in_place
from tenfold.updating.disk import Disk

class Dying(Disk):
    def move(self, one, other):
        if one.name == "upstream" and one.parent.name == "new":
            os._exit(9)
        super().move(one, other)

put_in_place(prepare(Path(sys.argv[1]), Path(sys.argv[2])), disk=Dying())
"""


@pytest.mark.usefixtures("programs")
def test_a_process_that_dies_between_two_renames_is_made_good_by_a_check(tmp_path: Path) -> None:
    """For real: upstream is out of the way, and the new one is not in place yet."""
    first, second = generations(tmp_path, {}, {"case_studies/elm.yml": newer(ELM)})
    folder = a_copy_folder(tmp_path / "copy", first)
    bundle = write_bundle(tmp_path / "new.zip", second)
    died = subprocess.run([sys.executable, "-c", KILL, str(folder), str(bundle)], env=environment(), check=False)
    assert died.returncode == 9
    assert not (folder / "upstream").exists()

    said = run_tenfold("check", "upstream", folder=folder)
    assert said.stderr.decode() == "An update that was broken off half-way has been completed first.\n"
    assert (folder / "upstream/content/case_studies/elm.yml").read_bytes() == files_in(second)[
        str(PurePosixPath("content/case_studies/elm.yml"))
    ]
