"""What `tenfold fmt` does with each file: lay it out, and say so or write it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from tenfold.cli.command import CannotRun
from tenfold.cli.paths import content_folder, is_below, is_lone, prefix, shown_as
from tenfold.loading.content import Content, files_of, likeliest
from tenfold.loading.placing import COLLECTIONS, FOLDERS, misplaced
from tenfold.loading.yaml_document import MAX_BYTES, SIZE_HINT
from tenfold.model import Record
from tenfold.problems import Problem, counted

if TYPE_CHECKING:
    from tenfold.layout import Laid


@dataclass(frozen=True)
class Paper:
    """A file to lay out: where it is, what messages call it, what it holds."""

    file: Path
    shown: str
    model: type[Record] | None
    collection: bool = False


def run(options: argparse.Namespace) -> int:
    if Path("-") in options.paths:
        return lay_out_input(options)
    changed, problems, papers = 0, 0, 0
    for paper in papers_in(options.paths or [Path("content")]):
        papers += 1
        raw, laid = laid_out(paper)
        problems += len(laid.problems)
        for problem in laid.problems:
            print(problem)
        if laid.raw != raw:
            changed += 1
            settle(paper, raw, laid.raw, options)
    print(in_sum(papers, changed, problems, changes=not (options.check or options.diff)))
    return 1 if problems or (options.check and changed) else 0


def in_sum(papers: int, changed: int, problems: int, *, changes: bool) -> str:
    verb = "laid out anew" if changes else "would be laid out anew"
    parts = [f"{counted(changed, 'file')} of {papers} {verb}"]
    if problems:
        parts.append(f"{counted(problems, 'problem')} to mend first")
    return ", ".join(parts) + "."


def settle(paper: Paper, before: bytes, after: bytes, options: argparse.Namespace) -> None:
    """Write a file that changes, or show how it would."""
    if options.diff:
        from tenfold.changing.showing import difference

        print(difference(before, after, paper.shown, paper.shown), end="")
    elif options.check:
        print(f"{paper.shown}: not in the one layout. Run: tenfold fmt {paper.shown}")
    else:
        write(paper, after)
        print(f"{paper.shown}: laid out.")


def write(paper: Paper, raw: bytes) -> None:
    from tenfold.changing.replacing import replace_file

    try:
        replace_file(paper.file, raw)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise CannotRun(f"{paper.shown} cannot be written: {reason}. It is as it was.") from None


def lay_out_input(options: argparse.Namespace) -> int:
    """Standard input in the one layout, on standard output; as it was, if it cannot be read."""
    if len(options.paths) > 1:
        raise CannotRun("- stands for standard input, and goes with no other file.")
    raw = sys.stdin.buffer.read(MAX_BYTES + 1)
    laid = laid_alone(raw, Paper(Path("-"), "-", None))
    for problem in laid.problems:
        print(problem, file=sys.stderr)
    if options.check or options.diff:
        settle_input(raw, laid, options)
    else:
        sys.stdout.buffer.write(laid.raw)
        sys.stdout.buffer.flush()
    return 1 if laid.problems or (options.check and laid.raw != raw) else 0


def settle_input(raw: bytes, laid: Laid, options: argparse.Namespace) -> None:
    if laid.raw != raw:
        settle(Paper(Path("-"), "-", None), raw, laid.raw, options)


def laid_out(paper: Paper) -> tuple[bytes, Laid]:
    """What stands in a file, and what becomes of it."""
    from tenfold.layout import Laid

    if paper.file.is_symlink():
        message = "this is a link to another place, and links are not followed."
        return b"", Laid(b"", (Problem(paper.shown, 1, 1, "", message, "Put the file itself here.", "link"),))
    try:
        with paper.file.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        message = f"this file cannot be opened: {(error.strerror or 'unknown reason').lower()}."
        problem = Problem(paper.shown, 1, 1, "", message, "Check that you may read it.", "unreadable")
        return b"", Laid(b"", (problem,))
    return raw, laid_alone(raw, paper)


def laid_alone(raw: bytes, paper: Paper) -> Laid:
    from tenfold.layout import Laid, lay_out
    from tenfold.loading import yaml_text

    if len(raw) > MAX_BYTES:
        message = f"this file has more than {MAX_BYTES:,} bytes, which is more than is read."
        return Laid(raw, (Problem(paper.shown, 1, 1, "", message, SIZE_HINT, "too_large"),))
    if paper.model is not None:
        return lay_out(raw, paper.model, collection=paper.collection, shown_as=paper.shown)
    data = yaml_text.read(raw).data
    _, model = likeliest(data)
    if isinstance(data, dict) and not set(data) & set(model.model_fields):
        return laid_collection(raw, data, paper)
    return lay_out(raw, model, shown_as=paper.shown)


def laid_collection(raw: bytes, data: dict[str, object], paper: Paper) -> Laid:
    """What is no single record: many sources or terms, each under its id, or nothing of ours."""
    from tenfold.layout import Laid, lay_out

    inner = {name for entry in data.values() if isinstance(entry, dict) for name in entry}
    for _, model in COLLECTIONS.values():
        if {name for name, field in model.model_fields.items() if field.is_required()} <= inner:
            return lay_out(raw, model, collection=True, shown_as=paper.shown)
    message = "this holds no field of any record, so it stays as it is."
    return Laid(raw, (Problem(paper.shown, 1, 1, "", message, "Name a record file, such as a case study.", "place"),))


def papers_in(paths: Sequence[Path]) -> Iterator[Paper]:
    """The record files that the paths name or hold, each once."""
    seen: set[str] = set()
    for path in paths:
        for paper in [Paper(path, path.as_posix(), None)] if is_lone(path) else in_content(path):
            if paper.shown not in seen:
                seen.add(paper.shown)
                yield paper


def in_content(path: Path) -> Iterator[Paper]:
    if path.suffix == ".md" and path.is_file():
        raise CannotRun(f"{path} is a page in Markdown, and pages are left alone. Name a .yml file, or a folder.")
    root = content_folder(path)
    shown = shown_as(root)
    start = prefix(path, root, shown)
    content = Content()
    for inside in files_of(root, content, shown):
        name = f"{shown}/{inside}"
        if is_below(name, start) and inside.suffix == ".yml":
            yield paper_of(root / inside, inside, name)
    for problem in content.problems:
        if is_below(problem.path, start):
            yield Paper(root / PurePosixPath(problem.path).relative_to(shown), problem.path, None)


def paper_of(file: Path, inside: PurePosixPath, shown: str) -> Paper:
    if str(inside) in COLLECTIONS:
        return Paper(file, shown, COLLECTIONS[str(inside)][1], collection=True)
    if misplaced(inside, shown) is None and inside.parts[0] in FOLDERS:
        return Paper(file, shown, FOLDERS[inside.parts[0]][1])
    return Paper(file, shown, None)
