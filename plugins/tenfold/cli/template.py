"""`tenfold template`: the form for a case study, as Word, Excel, Markdown or JSON, or as an issue form of GitHub."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tenfold.cli.command import CannotRun, Commands
from tenfold.cli.writing import write_new

FORMATS = ("docx", "xlsx", "md", "json", "issue-form")
ON_SCREEN = ("md", "json", "issue-form")
"""Formats that are text, and may go to the screen."""
KINDS = ("case-study",)


def add(commands: Commands) -> None:
    template = commands.add_parser("template", help="write the form for a case study, to fill in and send back")
    template.add_argument("kind", choices=KINDS, help="what the form is for")
    template.add_argument("--format", choices=FORMATS, default="docx", help="the kind of file (default: docx)")
    template.add_argument("--out", type=Path, metavar="FILE", help="where it goes (default: here, or the screen)")
    template.add_argument("--filled", type=Path, metavar="FILE.yml", help="fill it with the answers of a record")
    template.add_argument("--force", action="store_true", help="write a file anew that is there already")
    template.set_defaults(run=run_template)


def run_template(options: argparse.Namespace) -> int:
    data = record_data(options.filled) if options.filled else {}
    content = made(options.format, data)
    if options.out is None and options.format in ON_SCREEN:
        sys.stdout.write(content.decode())
        return 0
    out = options.out or Path(f"case-study-template.{options.format}")
    write_new(out, content, over=options.force)
    print(f"Written: {out}", file=sys.stderr)
    return 0


def made(format: str, data: Mapping[str, Any]) -> bytes:
    if format == "issue-form":
        from tenfold.forms.issue_form import issue_form

        if data:
            raise CannotRun("an issue form cannot be filled in beforehand. Leave out --filled.")
        return issue_form().encode()
    from datetime import date

    from tenfold.documents import About
    from tenfold.forms.templates import form
    from tenfold.model.vocabulary import Licence

    return form(format, data, About("Tenfold", "", Licence.CC_BY, date(2026, 1, 1)))


def record_data(path: Path) -> Mapping[str, Any]:
    """The answers of a record file; it may be unfinished, but has to be readable."""
    from tenfold.forms import CannotRead, fill_from

    try:
        filled = fill_from(path)
    except CannotRead as reason:
        raise CannotRun(f"{path}: {reason}") from None
    if not filled.data:
        raise CannotRun(f"{path} holds no answers. Name a case study, such as content/case_studies/carr-manor.yml.")
    return filled.data
