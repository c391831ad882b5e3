"""What hypothesis makes up: plain data as records hold it, and bytes as strangers send them."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

from tests.support.builders import BASE

Data = str | list["Data"] | dict[str, "Data"]

LETTERS = (
    "abcdefghijklmnopqrstuvwxyz ABC 0123456789 \n\t\r!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
    "£éßłжλم漢\u0301\U0001f388\u00a0\ue000"
)
"""Letters of several scripts, everything that means something in YAML, a combining accent, an emoji."""

SYNTAX = [
    *('"', "'", ": ", "- ", "\n", "\n\n", "  ", "    ", " # ", "#", "&a ", "*a", "!t ", "!!str ", "<<: ", "? ", "|-\n"),
    *(">-\n", ">\n", "{", "}", "[", "]", ", ", "---\n", "...\n", "%TAG ! x\n", "~", "null", "\t", "\r", "@", "`", "é"),
    *("\x00", "\x1b", "\u200b", "\ufeff", '"\\0"', '"\\x1b": ', '"a\\nb": ', '"\\', "[x](case:nope)", "![a](b)"),
    *("<b>", "[x](javascript:a)", "\n## h\n", "\n---\n", "\nstatus: withdrawn\n", "2024-13-45", "9" * 50),
]
"""Fragments of YAML and Markdown, and what breaks them."""


def texts() -> st.SearchStrategy[str]:
    """Text in NFC without characters that nobody sees."""
    return st.text(LETTERS, max_size=30).map(lambda text: unicodedata.normalize("NFC", text))


def parts(inner: st.SearchStrategy[Data]) -> st.SearchStrategy[Data]:
    return st.one_of(texts(), st.lists(inner, max_size=3), st.dictionaries(texts(), inner, max_size=3))


def records() -> st.SearchStrategy[dict[str, Data]]:
    """Fields with text, lists and further fields, four levels deep at most."""
    return st.dictionaries(texts(), parts(parts(parts(texts()))), min_size=1, max_size=4)


def damaged(original: bytes) -> st.SearchStrategy[bytes]:
    """A good file in which a few stretches were written over."""
    place = st.integers(0, len(original))
    fragment = st.sampled_from(SYNTAX).map(str.encode) | st.binary(max_size=4)
    damage = st.tuples(place, st.integers(0, 30), fragment)

    def apply(damages: list[tuple[int, int, bytes]]) -> bytes:
        raw = original
        for start, length, new in damages:
            raw = raw[:start] + new + raw[start + length :]
        return raw

    return st.lists(damage, min_size=1, max_size=4).map(apply)


def hostile_bytes(path: str = "case_studies/oak.yml") -> st.SearchStrategy[bytes]:
    """Any bytes; fragments of YAML in any order; or a file of the base content with damage."""
    fragments = st.lists(st.sampled_from(SYNTAX) | st.text(LETTERS, max_size=5), max_size=25)
    written = fragments.map(lambda found: "".join(found).encode(errors="replace"))
    return st.one_of(st.binary(max_size=80), written, damaged((BASE / path).read_bytes()))
