"""`tenfold schema`: what editors need to complete fields, explain them and underline mistakes."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tenfold.cli.command import CannotRun, Commands
from tenfold.cli.paths import content_folder, content_here

if TYPE_CHECKING:
    from tenfold.schema import Suggested


def add(commands: Commands) -> None:
    schema = commands.add_parser("schema", help="print the JSON Schema of a kind of record, for editors")
    schema.add_argument("kind", nargs="?", metavar="KIND", help="such as case-study; without it, every kind is listed")
    schema.add_argument("--content", type=Path, help="offer the ids in this content folder (with --out: ./content)")
    schema.add_argument("--out", type=Path, metavar="FOLDER", help="write every schema into this folder")
    schema.set_defaults(run=run_schema)


def run_schema(options: argparse.Namespace) -> int:
    if options.out is not None:
        return write_all(options.out, options.content, options.kind)
    if options.kind is None:
        return list_kinds()
    return print_one(options.kind, options.content)


def list_kinds() -> int:
    from tenfold.schema import SHAPES

    width = max(len(shape.name) for shape in SHAPES)
    for shape in SHAPES:
        print(f"{shape.name:{width}}  content/{shape.files}")
    return 0


def print_one(kind: str, content: Path | None) -> int:
    from tenfold.problems import did_you_mean, printable
    from tenfold.schema import SHAPES, schema_text

    shapes = {shape.name: shape for shape in SHAPES}
    if kind not in shapes:
        near = did_you_mean(kind, shapes)
        raise CannotRun(f'there is no schema "{printable(kind)}". {near}There are: {", ".join(shapes)}.')
    print(schema_text(shapes[kind], None if content is None else ids_in(content)), end="")
    return 0


def write_all(folder: Path, content: Path | None, kind: str | None) -> int:
    """Write every schema, with the ids beside them; a file that is right already is left alone."""
    from tenfold.problems import counted
    from tenfold.schema import schema_files

    if kind is not None:
        raise CannotRun("--out writes every schema. Leave the name of the kind out.")
    here = content or content_here()
    files = schema_files(ids_in(here) if here else {})
    changed = [name for name, text in files.items() if not holds(folder / name, text)]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in changed:
            (folder / name).write_text(files[name], encoding="utf-8", newline="\n")
    except OSError as error:
        raise CannotRun(f"{folder} cannot be written: {(error.strerror or 'unknown reason').lower()}.") from None
    print(f"{counted(len(files), 'file')} in {folder.as_posix()}, {len(changed)} of them changed.")
    return 0


def holds(file: Path, text: str) -> bool:
    try:
        return file.read_bytes() == text.encode()
    except OSError:
        return False


def ids_in(folder: Path) -> Suggested:
    """The ids that content holds; what cannot be read is passed over, `tenfold check` says what is wrong with it."""
    from tenfold.library import Library
    from tenfold.local.around import load_around
    from tenfold.schema import suggested_ids

    return suggested_ids(Library(load_around(content_folder(folder)).entries))
