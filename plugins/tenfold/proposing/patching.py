"""A patch as `git apply` takes it: bytes as they are, whatever line breaks a file has."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

CONTEXT = 3
NO_END = b"\\ No newline at end of file\n"


def patch(before: Mapping[PurePosixPath, bytes], after: Mapping[PurePosixPath, bytes], *, below: str) -> bytes:
    """The patch that turns some files into others, in the order of their paths.

    Args:
        before: the files as they are; one that is not in it is new.
        after: the files as they will be.
        below: the folder, from the top of the repository, that paths start from.
    """
    return b"".join(
        line for path in sorted(after) for line in of_file(before.get(path), after[path], f"{below}/{path}")
    )


def of_file(before: bytes | None, after: bytes, path: str) -> Iterator[bytes]:
    if before == after:
        return
    old, new = f"a/{path}".encode(), f"b/{path}".encode()
    yield b"diff --git " + old + b" " + new + b"\n"
    if before is None:
        yield b"new file mode 100644\n"
        old = b"/dev/null"
    lines = difflib.diff_bytes(
        difflib.unified_diff, lines_of(before or b""), lines_of(after), old, new, n=CONTEXT, lineterm=b"\n"
    )
    for line in lines:
        yield line if line.endswith(b"\n") else line + b"\n" + NO_END


def lines_of(raw: bytes) -> list[bytes]:
    """The lines of a file with their ends. A carriage return alone ends none, as Git sees it."""
    lines = [line + b"\n" for line in raw.split(b"\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines
