"""`tenfold from-issue`: the text of an issue, filled in on the web, as a record file."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from tenfold.cli.command import CannotRun, Commands
from tenfold.cli.writing import write_new

SCREEN = Path("-")


def add(commands: Commands) -> None:
    issue = commands.add_parser("from-issue", help="make a record file from the text of an issue")
    issue.add_argument("file", type=Path, metavar="FILE", help="the text of the issue; - reads what is piped in")
    issue.add_argument("--id", help="the id of the case study, such as oak-primary: it goes into content/case_studies/")
    issue.add_argument("--out", type=Path, metavar="FILE", help="where the record goes (default: the screen)")
    issue.set_defaults(run=run_from_issue)


def run_from_issue(options: argparse.Namespace) -> int:
    from tenfold.forms.issue_form import read_issue
    from tenfold.forms.opening import bytes_of
    from tenfold.forms.pieces import CannotRead
    from tenfold.forms.placing import place
    from tenfold.forms.record_text import as_record_text
    from tenfold.forms.telling import report
    from tenfold.forms.texts import decoded

    out = options.out or path_for(options.id)
    try:
        raw = sys.stdin.buffer.read() if options.file == SCREEN else bytes_of(options.file)
        if not raw.strip():
            raise CannotRun(f"{options.file}: this file is empty. Copy the whole text of the issue into it.")
        text, notes = decoded(raw)
    except CannotRead as reason:
        raise CannotRun(f"{options.file}: {reason}") from None
    filled = place(list(read_issue(text)), notes)
    today = datetime.now(tz=UTC).date()
    record = as_record_text(filled.data, unplaced=filled.unplaced, today=today)
    if out is None:
        sys.stdout.write(record)
    else:
        write_new(out, record.encode())
    for line in report(filled):
        print(line, file=sys.stderr)
    if out is not None:
        print(f"Written: {out}. Next: tenfold check {out}", file=sys.stderr)
    return 0


def path_for(id: str | None) -> Path | None:
    """Where the record of an id belongs."""
    from tenfold.loading.placing import bad_name

    if id is None:
        return None
    problem = bad_name(id, id)
    if problem is not None:
        raise CannotRun(f'"{id}": {problem.message} {problem.hint}')
    return Path("content") / "case_studies" / f"{id}.yml"
