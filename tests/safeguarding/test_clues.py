"""Rules that look only where clues are find what they would find if they looked everywhere."""

from __future__ import annotations

import re
from functools import cache, cached_property

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.builders import PROJECT
from tests.support.golden import cases_in, read_case
from tests.support.steady import STEADY

from tenfold.loading import load_content
from tenfold.safeguarding import people, rules
from tenfold.safeguarding.checks import File
from tenfold.safeguarding.clues import WORDS, Clue, Clues, Place, clues_in
from tenfold.safeguarding.counting import TOKEN, tokens
from tenfold.safeguarding.rule import Rule
from tenfold.safeguarding.said import Said, all_said

NAMING = re.compile(r"call|name|known as")
ANYTHING = re.compile("")


class LookedThrough(Said):
    """What a file says, with a clue wherever there may be one."""

    @cached_property
    def clues(self) -> Clues:
        everywhere = [Place(at, at + 1) for at in range(len(self.small))]
        naming = [Place(*found.span()) for found in NAMING.finditer(self.small)]
        return dict.fromkeys(Clue, everywhere) | {Clue.NAMING: naming}

    @cached_property
    def holds_long_number(self) -> bool:
        return True


def found(rule: Rule, said: Said) -> list[tuple[int, int]]:
    return [*rule.find(said)]


def looked_through(rule: Rule, said: Said) -> list[tuple[int, int]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(people, "NAME_SOON", ANYTHING)
        return found(rule, LookedThrough(said.pieces, said.setting))


PIECES = [
    *("pupil", "pupils", "three", "thirty", "one", "twenty one", "couple of", "a single", "1,234", "7", "42", "of the"),
    *("called", "nicknamed", "known as", "name is", "whose name was", "we will call him", "let's call her", "Zofia"),
    *("Ann-Marie", "A pupil called Tom", "children named Tom and Ann", "often", "someone", "kitchen", "sixteen boys"),
    *("999 950 6992", "07700 900123", "+44 (0)20 7946 0000", "(01632) 960001", "LS99 9ZZ", "ls1 4ap", "B801200005001"),
    *("2026-01-10", "born on 12 March 2014", "d.o.b. 1/2/2015", "birthday", "Rett syndrome", "Year 5", "a girl in"),
    *("small school", "(Year 4)", "https://example.org/a?b=07700900123", " (case:oak)", "(page:https://a.b)"),
    *(
        " ",
        "  ",
        "\n",
        "\n\n",
        "\0",
        ".",
        ",",
        "|",
        '"',
        "(",
        ")",
        "-",
        "\u2019",
        "\uff11",
        "\u00a0",
        "\u2028",
        "É",
        "İ",
        "\udcff",
    ),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14)


@settings(STEADY, max_examples=200)
@given(TEXTS, st.booleans())
def test_a_text_made_of_clues(pieces: list[str], spaced: bool) -> None:
    text = (" " if spaced else "").join(pieces)
    said = all_said({"setting": {"name": "Oak", "kind": "school"}, "context": text})

    for rule in rules():
        assert found(rule, said) == looked_through(rule, said), rule.name


@cache
def written() -> list[tuple[Said, Said]]:
    """What the golden cases and the real case studies say, and the same looked through."""
    cases = (read_case(path) for path in cases_in("safeguarding"))
    texts = [raw.decode(errors="replace") for case in cases for raw in case.files.values()]
    found = [all_said(text) for text in texts if len(text) < 30_000]
    found += [File(read, ()).said for read in load_content(PROJECT / "content").files if "case_studies" in read.path]
    return [(said, LookedThrough(said.pieces, said.setting)) for said in found]


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_what_the_golden_cases_and_the_real_content_say(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    by_clues = [found(rule, said) for said, _ in written()]
    monkeypatch.setattr(people, "NAME_SOON", ANYTHING)

    assert by_clues == [found(rule, said) for _, said in written()]


@settings(STEADY)
@given(TEXTS)
def test_numbers_are_those_that_a_search_of_the_whole_text_finds(pieces: list[str]) -> None:
    small = f"\0{' '.join(pieces)}".lower()
    clues = clues_in(small)
    numbers = sorted(place.start for clue in (Clue.DIGIT, Clue.NUMBER) for place in clues[clue])

    assert [each.span() for each in tokens(small, numbers)] == [each.span() for each in TOKEN.finditer(small)]


ADDRESS = re.compile(
    r"https?://[^\s)>\]\0]+"
    r"|(?<= )\((?:case|feature|framework|source|term|theory|resource|exercise|page):[^)\s\0]{0,120}\)"
)


@settings(STEADY)
@given(st.lists(st.sampled_from([*PIECES[-30:], "https://", "http://a", "(case:", "(page:oak)"]), max_size=10))
def test_addresses_are_blanked_as_if_by_one_pattern(pieces: list[str]) -> None:
    said = all_said("".join(pieces))
    has_address = "://" in said.signs or "](" in said.raw

    assert said.prose == (
        ADDRESS.sub(lambda found: " " * len(found.group()), said.signs) if has_address else said.signs
    )


@pytest.mark.parametrize("clue", Clue)
def test_clues_are_words_in_small_letters_and_found_in_order(clue: Clue) -> None:
    text = " ".join(reversed(WORDS[clue]))

    assert text == text.lower()
    assert clues_in(text)[clue] == sorted(clues_in(text)[clue])
    assert {text[place.start : place.end] for place in clues_in(text)[clue]} == set(WORDS[clue])
