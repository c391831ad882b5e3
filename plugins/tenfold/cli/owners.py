"""`tenfold owners`: who a host asks to look at which file, from who looks after which region or key feature."""

from __future__ import annotations

import argparse
from pathlib import Path

from tenfold.cli.command import CannotRun, Commands


def add(commands: Commands) -> None:
    owners = commands.add_parser("owners", help="write CODEOWNERS: who is asked to look at which case study")
    owners.add_argument("--from", type=Path, default=Path(".github/owners.yml"), dest="list", metavar="LIST",
                        help="who looks after what (default: .github/owners.yml)")  # fmt: skip
    owners.add_argument("--out", type=Path, metavar="FILE", help="write it here (default: print it)")
    owners.set_defaults(run=run_owners)


def run_owners(options: argparse.Namespace) -> int:
    from tenfold.cli.paths import content_folder, shown_as
    from tenfold.cli.printing import print_problems
    from tenfold.local.around import check_around
    from tenfold.owners import code_owners, read_owners

    root = content_folder(Path("content"))
    checked = check_around(root, shown_as=shown_as(root))
    owners, problems = read_owners(options.list, checked.library)
    if owners is None or checked.errors:
        print_problems([*problems, *checked.errors], "text")
        return 1
    text = code_owners(owners, checked.library, made_from=options.list.as_posix())
    if options.out is None:
        print(text, end="")
        return 0
    try:
        options.out.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise CannotRun(f"{options.out} cannot be written: {(error.strerror or 'unknown reason').lower()}.") from None
    return 0
