"""Reading YAML: what was written is what is read, and each part of it is found again."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given, settings
from tests.support.steady import STEADY
from tests.support.strategies import Data, records

from tenfold.loading.yaml_document import MAX_BYTES, MAX_DEPTH, MAX_EVENTS, MAX_SCALAR, Document
from tenfold.loading.yaml_faults import MAX_FAULTS, Path
from tenfold.loading.yaml_text import read

FEWER = settings(STEADY, max_examples=80)
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)


def in_quotes(data: dict[str, Data]) -> bytes:
    """Data as YAML, every text between double quotes."""
    dumper = yaml.CSafeDumper
    text = yaml.dump(
        data, Dumper=dumper, default_style='"', default_flow_style=False, allow_unicode=True, sort_keys=False
    )
    return text.encode()


def parts_of(data: Data, path: Path = ()) -> Iterator[tuple[Path, Data]]:
    """Everything in the data, with its path."""
    yield path, data
    if isinstance(data, dict):
        for key, value in data.items():
            yield from parts_of(value, (*path, key))
    elif isinstance(data, list):
        for position, value in enumerate(data):
            yield from parts_of(value, (*path, position))


def text_at(document: Document, place: tuple[int, int]) -> str:
    """What stands at a place of the text, to its end."""
    line, column = place
    return "\n".join(document.text.split("\n")[line - 1 :])[column - 1 :]


def quoted_at(document: Document, place: tuple[int, int]) -> str:
    """The text whose opening quotation mark stands at a place."""
    found = QUOTED.match(text_at(document, place))
    assert found is not None, f"no text starts at {place}"
    return str(yaml.load(found.group(), Loader=yaml.CSafeLoader))


def rules(raw: bytes) -> list[str]:
    return [fault.rule for fault in read(raw).faults]


@FEWER
@given(records())
def test_what_was_written_is_read(data: dict[str, Data]) -> None:
    document = read(in_quotes(data))

    assert document.data == data
    assert not document.faults


@FEWER
@given(records())
def test_every_key_and_value_stands_where_its_place_says(data: dict[str, Data]) -> None:
    document = read(in_quotes(data))

    for path, value in parts_of(data):
        if isinstance(value, str):
            assert quoted_at(document, document.values[path]) == value
        else:
            start = ("-" if isinstance(value, list) else '"?') if value else "[{"
            assert text_at(document, document.values[path])[0] in start
        if path and isinstance(path[-1], str):
            assert quoted_at(document, document.keys[path]) == path[-1]


@pytest.mark.parametrize(
    "written",
    [
        *("no", "Yes", "on", "true", "1:30", "012345", "0x1F", "1.10", "1e3", "1_000", ".inf", "2021-09"),
        *("2024-13-45", "2026-01-10", "2026-01-10T08:30:00Z", "null", "NULL", "=", "9" * 5000, "-1", "a#b", "it's"),
    ],
)
def test_text_without_quotes_stays_text(written: str) -> None:
    document = read(f"field: {written}".encode())

    assert (document.data, document.faults) == ({"field": written}, [])


@pytest.mark.parametrize("written", ["", "~", "   ", "# later"])
def test_a_field_with_nothing_in_it_is_none(written: str) -> None:
    assert read(f"field: {written}\nnext: x".encode()).data == {"field": None, "next": "x"}


def test_empty_quotes_are_text() -> None:
    assert read(b"one: \"\"\ntwo: ''").data == {"one": "", "two": ""}


def test_letters_with_accents_are_put_together() -> None:
    assert read("cafe\u0301: tre\u0300s".encode()).data == {"caf\u00e9": "tr\u00e8s"}


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"one: x\r\ntwo: y\r\n", id="ends of lines as on Windows"),
        pytest.param(b"one: x\rtwo: y\r", id="ends of lines as on old Macs"),
        pytest.param(b"\xef\xbb\xbfone: x\ntwo: y\n", id="byte order mark"),
        pytest.param(b"---\none: x\ntwo: y\n", id="line of hyphens above"),
    ],
)
def test_habits_of_editors_make_no_difference(raw: bytes) -> None:
    document = read(raw)

    assert (document.data, document.faults) == ({"one": "x", "two": "y"}, [])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["Linux", "Windows", "old Mac"])
def test_lines_are_counted_whatever_ends_them(end: str) -> None:
    (fault,) = read(f"one: x{end}two: y # z{end}".encode()).faults

    assert (fault.rule, fault.line, fault.column) == ("hash_in_text", 2, 8)


def test_a_byte_order_mark_moves_no_column() -> None:
    assert read(b"\xef\xbb\xbfone: x").values["one",] == (1, 6)


def test_a_blank_line_in_folded_text_makes_a_paragraph() -> None:
    assert read(b"text: >-\n  one\n  line\n\n  another\n").data == {"text": "one line\n\nanother"}


def test_text_that_starts_further_down_is_placed_in_its_file() -> None:
    document = read(b"title: x\ntitle: y\n", first_line=2)

    assert document.values["title",] == (2, 8)
    assert [(fault.line, fault.column) for fault in document.faults] == [(3, 1)]


def test_a_fault_that_names_lines_names_those_of_the_file() -> None:
    (fault,) = read(b"title: x\ntitle: y\n", first_line=2).faults

    assert "line 2" in fault.message
    assert "line 3" in fault.message


def test_a_path_that_is_not_there_leads_to_what_is_around_it() -> None:
    document = read(b"setting:\n  name: Oak\n")

    assert document.place(("setting", "phase", 0)) == (2, 3)
    assert document.place(("setting", "phase"), key=True) == (1, 1)
    assert document.place(("elsewhere",)) == (1, 1)


@pytest.mark.parametrize(
    ("allowed", "refused", "rule"),
    [
        pytest.param("a" * MAX_SCALAR, "a" * (MAX_SCALAR + 1), "too_long", id="characters in a text"),
        pytest.param("[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1), "[" * MAX_DEPTH, "too_deep", id="depth"),
        pytest.param(f"[{'a,' * (MAX_EVENTS - 9)}]", f"[{'a,' * (MAX_EVENTS - 8)}]", "too_much", id="parts"),
        pytest.param("|-\n x" + "\n" * (MAX_BYTES - 12), "|-\n x" + "\n" * (MAX_BYTES - 11), "too_large", id="bytes"),
    ],
)
def test_what_is_at_a_limit_is_read_and_what_is_above_it_is_refused(allowed: str, refused: str, rule: str) -> None:
    assert rules(f"field: {allowed}".encode()) == []
    assert rules(f"field: {refused}".encode()) == [rule]


def test_faults_are_counted_up_to_a_limit() -> None:
    assert rules(b"title: x\n" * 200) == ["duplicate_key"] * MAX_FAULTS
