"""The `tenfold` command."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from tenfold.checking import check_content, check_lone_file
from tenfold.problems import Problem, errors, in_order, summary

CONTENT_MARKS = ("case_studies", "sources.yml")


class CannotRun(Exception):
    """The command cannot do what was asked; the text says why and what to do."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its exit status is 0, 1 (problems found) or 2 (cannot run)."""
    options = parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal without the letters gets their numbers
    try:
        status = int(options.run(options))
        sys.stdout.flush()
    except CannotRun as reason:
        print(f"tenfold: {reason}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    return status


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="tenfold", description="Check and build a knowledge base of inclusive practice.")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="say everything that is wrong with content, in one go")
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders (default: content/)")
    check.add_argument("--format", choices=["text", "json"], default="text", help="for people, or for machines")
    check.set_defaults(run=run_check)
    build = commands.add_parser("build", help="check everything, build aside, verify, then replace the site at once")
    build.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help="the MkDocs configuration")
    build.add_argument(
        "--site", type=Path, default=None, help="where the site goes (default: what the configuration says)"
    )
    build.set_defaults(run=run_build)
    return top


def run_check(options: argparse.Namespace) -> int:
    problems = check_paths(options.paths)
    if options.format == "json":
        print(json.dumps([problem.as_dict() for problem in problems], ensure_ascii=False, indent=1))
    else:
        for problem in problems:
            print(problem)
        print(summary(problems))
    return 1 if errors(problems) else 0


def check_paths(paths: Sequence[Path]) -> list[Problem]:
    """The problems of the files and folders named: each is checked with the whole content that it belongs to."""
    found: list[Problem] = []
    wanted = [path for path in paths or [Path("content")] if not is_lone(path)]
    for path in paths:
        if is_lone(path):
            found += check_lone_file(path, content_here(), shown_as=path.as_posix())
    for root in dict.fromkeys(content_folder(path) for path in wanted):
        shown = shown_as(root)
        below = [prefix(path, root, shown) for path in wanted if content_folder(path) == root]
        found += [
            problem
            for problem in check_content(root, shown_as=shown).problems
            if any(is_below(problem.path, start) for start in below)
        ]
    return in_order(found)


def content_folder(path: Path) -> Path:
    """The content folder that a path lies in, or is, or holds as `content/`."""
    found = folder_around(path)
    if found is None:
        raise CannotRun(f"{path} holds no content. Run this from the project's folder, or name a file.")
    return found


def folder_around(path: Path) -> Path | None:
    if not path.exists() and not path.is_symlink():
        raise CannotRun(f"there is no file or folder {path}. Check the name, or run this from the project's folder.")
    absolute = Path(os.path.abspath(path))
    for folder in (absolute, *absolute.parents):
        if any((folder / mark).exists() for mark in CONTENT_MARKS):
            return folder
    return absolute / "content" if (absolute / "content").is_dir() else None


def is_lone(path: Path) -> bool:
    """Whether a path is a record file that lies in no content folder."""
    return path.is_file() and folder_around(path) is None


def content_here() -> Path | None:
    """The content folder of the working directory, if there is one."""
    return folder_around(Path("content")) if Path("content").is_dir() else None


def shown_as(root: Path) -> str:
    """The content folder as messages name it: from the working directory if it is below it."""
    here = Path.cwd()
    return root.relative_to(here).as_posix() if root.is_relative_to(here) else root.as_posix()


def prefix(path: Path, root: Path, shown: str) -> str:
    absolute = Path(os.path.abspath(path))
    inside = absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else "."
    return shown if inside == "." else f"{shown}/{inside}"


def is_below(path: str, start: str) -> bool:
    return path == start or path.startswith(f"{start}/") or start == "."


def run_build(options: argparse.Namespace) -> int:
    from tenfold.adapters.building import BuildFailed, build_site  # MkDocs takes 0.3 s to import; checks do without

    try:
        built = build_site(options.config, options.site)
    except BuildFailed as failure:
        print(f"tenfold: {failure}\nThe site is as it was.", file=sys.stderr)
        return 1
    print(built)
    return 0
