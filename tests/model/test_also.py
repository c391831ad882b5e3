"""What else people type for a word of a vocabulary: written so that the finder can take it as a hint."""

from collections.abc import Iterator

import pytest

from tenfold.library import FACETS
from tenfold.model.vocabulary import Word

WORDS = [word for facet in FACETS for word in facet.vocabulary]
VOCABULARIES = [facet.vocabulary for facet in FACETS]


def entries() -> Iterator[tuple[Word, str]]:
    for word in WORDS:
        for phrase in word.also:
            yield word, phrase


def plain(text: str) -> str:
    """Text as the finder compares it: small letters, and a hyphen is a space."""
    return text.lower().replace("-", " ").strip()


def named(vocabulary: type[Word]) -> str:
    return vocabulary.__name__


def test_there_are_entries_to_look_at() -> None:
    assert len(list(entries())) > 100


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=named)
def test_a_word_has_a_list_of_phrases_and_not_one_text(vocabulary: type[Word]) -> None:
    """Brackets around one phrase, without a comma, are no list: every letter of it would be a hint."""
    assert [(word.value, phrase) for word in vocabulary for phrase in word.also if len(phrase.strip()) < 2] == []


def test_phrases_are_in_small_letters_without_hyphens() -> None:
    assert [(word.value, phrase) for word, phrase in entries() if phrase != phrase.lower() or "-" in phrase] == []


def test_phrases_have_letters_and_single_spaces_and_none_before_them() -> None:
    odd = [(word.value, phrase) for word, phrase in entries() if phrase.removesuffix(" ") != " ".join(phrase.split())]
    assert odd == []
    assert [(word.value, phrase) for word, phrase in entries() if not phrase.replace(" ", "").isalnum()] == []


def test_a_word_names_each_phrase_once() -> None:
    twice = [word.value for word in WORDS if len({plain(phrase) for phrase in word.also}) < len(word.also)]
    assert twice == []


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=named)
def test_a_phrase_is_not_what_another_word_of_its_vocabulary_is_called(vocabulary: type[Word]) -> None:
    labels = {plain(word.label): word for word in vocabulary}
    clashes = [
        (word.value, phrase)
        for word in vocabulary
        for phrase in word.also
        if labels.get(plain(phrase), word) is not word
    ]
    assert clashes == []


@pytest.mark.parametrize(
    "phrase, expected",
    [
        pytest.param("secondary", {"secondary"}, id="a phase"),
        pytest.param("fixed term", {"exclusion"}, id="a challenge"),
        pytest.param("no money", {"funding", "existing_resources"}, id="a challenge and a cost"),
    ],
)
def test_what_the_finder_offers_as_an_example_means_something(phrase: str, expected: set[str]) -> None:
    """Such as: secondary, lots of fixed-term exclusions, no money."""
    assert {word.value for word, also in entries() if plain(also) == phrase} == expected
