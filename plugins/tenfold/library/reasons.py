"""Why two case studies are alike, in words: "also about relational practice in a primary school"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tenfold.library.relatedness import Trait
from tenfold.model import KeyFeature
from tenfold.model.vocabulary import Challenge, Need, Phase, Region, SettingKind

PLACES: dict[str, str] = {
    Phase.EARLY_YEARS: "in the early years",
    Phase.PRIMARY: "in a primary school",
    Phase.SECONDARY: "in a secondary school",
    Phase.ALL_THROUGH: "in an all-through school",
    Phase.POST_16: "in a sixth form or college",
    Phase.SPECIAL: "in a special school",
    Phase.ALTERNATIVE_PROVISION: "in alternative provision",
    SettingKind.SCHOOL: "in a school",
    SettingKind.TRUST: "in a multi-academy trust",
    SettingKind.LOCAL_AUTHORITY: "in a local authority",
    SettingKind.PARTNERSHIP: "in a partnership",
    SettingKind.CHARITY: "by a charity",
    SettingKind.PROGRAMME: "in a programme",
    **{region: f"in the {region.label}" for region in Region},
    Region.LONDON: "in London",
    Region.YORKSHIRE: "in Yorkshire and the Humber",
    Region.EAST_OF_ENGLAND: "in the East of England",
}


def reason(shared: Sequence[Trait], features: Mapping[str, KeyFeature]) -> str:
    """What two case studies share, in words.

    Args:
        shared: the traits, the weightiest first.
        features: the key features by id, for their names.
    """
    about = [features[trait.value].short_title for trait in shared if trait.of == "feature" and trait.value in features]
    about = about or [word_label(trait) for trait in shared if trait.of in WORDS]
    place = next((PLACES[trait.value] for of in ("phase", "kind", "region") for trait in shared if trait.of == of), "")
    if about:
        return f"also about {' and '.join(lower_first(name) for name in about[:2])} {place}".rstrip()
    return f"also {place}" if place else "chosen by its authors"


WORDS: dict[str, type[Challenge] | type[Need]] = {"challenge": Challenge, "need": Need}


def word_label(trait: Trait) -> str:
    return next(word.label for word in WORDS[trait.of] if word.value == trait.value)


def lower_first(text: str) -> str:
    """Text to stand inside a sentence: its first letter small, unless it starts with a name or an abbreviation."""
    keeps = text.startswith("English") or (len(text) > 1 and text[1].isupper())
    return text if keeps else text[:1].lower() + text[1:]
