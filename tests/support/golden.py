"""Golden case files: what somebody writes, and what they are told.

A case is a text file. It starts with a sentence that says what it shows; then come files of a content folder, and at
the end what `tenfold check` says of them:

    A field that is called by another name gets a suggestion.

    === case_studies/oak.yml, changed
    - title: A fair start for every pupil
    + titel: A fair start for every pupil
    === says
    content/case_studies/oak.yml:1:1 titel: ...

A file is given whole, or as changes to the file of the same name in `cases/base` (`, changed`: each run of - lines is
replaced by the + lines below it; + lines alone go to the end), or to another (`, changed from NAME`), or with escapes
such as \\xff for bytes (`, escaped`), or as a text that is repeated (`, repeated 40000 times`, between its first and
its last line). All other files are those of `cases/base`.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tenfold.cli import main
from tests.support.builders import BASE, TESTS, a_content_folder

HEADER = re.compile(r"^=== (.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """What a case file holds: its title, the files it puts into the content folder, and the expected words."""

    path: Path
    title: str
    files: dict[str, bytes]
    says: str

    def put_into(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """Its content folder, in a folder that one works in from now on."""
        assert self.title.endswith("."), "a case starts with a sentence that says what it shows"
        monkeypatch.chdir(folder)
        return a_content_folder(folder, dict(self.files))

    def must_say(self, said: str) -> None:
        """Hold what is said now against what the case expects; with TENFOLD_REWRITE=1, record it instead."""
        if os.environ.get("TENFOLD_REWRITE"):
            rewrite(self.path, said)
        else:
            assert said == self.says


def cases_in(folder: str) -> list[Path]:
    """The case files of a folder of `tests/cases`, in their order."""
    return sorted((TESTS / "cases" / folder).glob("*.txt"))


def read_case(path: Path) -> Case:
    title, *parts = HEADER.split(path.read_text(encoding="utf-8"))
    sections = dict(zip(parts[::2], (body.removeprefix("\n") for body in parts[1::2]), strict=True))
    says = sections.pop("says", "")
    files = {header.partition(",")[0].strip(): file_of(header, body) for header, body in sections.items()}
    return Case(path, " ".join(title.split()), files, says)


def file_of(header: str, body: str) -> bytes:
    name, _, how = (part.strip() for part in header.partition(","))
    if how.startswith("changed"):
        base = how.removeprefix("changed from ") if how != "changed" else name
        return with_changes((BASE / base).read_text(encoding="utf-8"), body).encode()
    if how == "escaped":
        return body.encode("latin-1", errors="backslashreplace").decode("unicode_escape").encode("latin-1")
    if how.startswith("repeated"):
        times = int(how.split()[1])
        first, *middle, last = body.removesuffix("\n").split("\n")
        return (first + "".join(middle) * times + last).replace("\\n", "\n").encode()
    assert not how, f"unknown instruction in a case file: {how}"
    return body.encode()


def with_changes(text: str, body: str) -> str:
    old: list[str] = []
    new: list[str] = []
    for line in [*body.splitlines(), ""]:
        if line.startswith("+"):
            new.append(line[2:])
        else:
            text = replaced(text, old, new)
            old, new = ([] if new else old), []
            if line.startswith("-"):
                old.append(line[2:])
    return text


def replaced(text: str, old: list[str], new: list[str]) -> str:
    if not new:
        return text
    if not old:
        return text + "\n".join(new) + "\n"
    wanted = "\n".join(old) + "\n"
    assert wanted in text, f"the base file does not have:\n{wanted}"
    return text.replace(wanted, "".join(line + "\n" for line in new if line != "(nothing)"), 1)


def check_says_so(
    path: Path, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hold `tenfold check` to a case: what it says of everything, and its exit status."""
    case = read_case(path)
    case.put_into(folder, monkeypatch)
    status = main(["check"])
    said = capsys.readouterr().out
    case.must_say(said)
    assert status == (" problem" in said.splitlines()[-1].replace("No problems", ""))


def rewrite(path: Path, says: str) -> None:
    """Write what is said now into the case file. Read the difference before you commit it."""
    text = path.read_text(encoding="utf-8")
    head = text[: text.index("=== says")] if "=== says" in text else text.rstrip("\n") + "\n"
    path.write_text(f"{head}=== says\n{says}", encoding="utf-8")
