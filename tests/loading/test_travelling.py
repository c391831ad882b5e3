"""What another process has loaded comes to the first one as it is, whatever a file holds."""

import pickle
from pathlib import Path

import pytest
from tests.support.builders import PROJECT
from tests.support.golden import cases_in, read_case

from tenfold.loading import Content, Entry, Unread, load_content


def what_is_there(content: Content) -> list[object]:
    """All that a content folder holds, with the places of it, as far as one can compare it."""
    subjects: list[Entry | Unread] = [*content.entries, *content.unread]
    return [
        content.problems,
        [(each.path, each.document.text, each.document.data, each.model) for each in content.files],
        [(each.kind, each.id, each.path, each.within, each.marked) for each in subjects],
        [each.record for each in content.entries],
        [(each.document.located(), each.document.broken, each.document.faults) for each in subjects],
    ]


@pytest.mark.parametrize("path", cases_in("loading"), ids=lambda path: path.stem)
def test_whatever_a_file_holds_can_travel(path: Path, tmp_path: Path) -> None:
    for name, held in read_case(path).files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(held)
    content = load_content(tmp_path)

    assert what_is_there(pickle.loads(pickle.dumps(content))) == what_is_there(content)


def test_the_real_content_can_travel() -> None:
    content = load_content(PROJECT / "content")

    assert what_is_there(pickle.loads(pickle.dumps(content))) == what_is_there(content)
