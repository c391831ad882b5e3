"""`local.yml` as a new copy gets it: every setting there is, with what it means; what is not set is an example.

What is said of a setting is its docstring, so that the file and the models never differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from tenfold.loading.writing import field_as_yaml
from tenfold.local.settings import Settings
from tenfold.model.docstrings import meaning_of
from tenfold.model.vocabulary import Word

HEAD = """\
# The settings of this copy. After a change: tenfold check, then tenfold build.
#
# Each setting has its meaning above it. A # before a setting means that it is not set, and what stands there is an
# example: take the # away and write your own. Put text that has a # or a colon in it between quotation marks.
"""

TEAM = {
    "phone": "020 7946 0000",
    "email": "inclusion@exampleton.example",
    "page": "https://www.exampleton.example/ask",
    "hours": "weekdays in term time, 9am to 4pm",
}
EXAMPLES: Mapping[str, Any] = {
    "name": "Inclusion in Exampleton",
    "authority": "Exampleton Borough Council",
    "address": "https://www.exampleton.example/inclusion/",
    "host": "nginx",
    "edit": "https://code.exampleton.example/inclusion/edit/main/",
    "brand": {
        "colour": "#12505b",
        "accent": "#b5431f",
        "logo": "brand/logo.png",
        "logo_alt": "Exampleton Borough Council",
        "font": "atkinson-hyperlegible-next",
    },
    "contact": {"name": "Inclusion Team", **TEAM},
    "complaints": {"name": "Customer Relations", **TEAM},
    "data_protection": {"name": "Data Protection Officer", **TEAM},
    "statements_read": "2026-11-22",
    "promise": {"answer_days": "5", "decide_days": "20"},
    "original": "https://www.original.example/",
    "hide": ["case:a-case-study", "page:toolkit/a-page"],
    "withhold": ["case:another-one"],
    "pin": ["case:a-case-study"],
    "order": ["case:a-case-study", "case:another-one"],
    "replace": ["page:about/index"],
    "footer": "Exampleton, a borough where every child belongs.",
}
"""What stands in the place of a setting that nobody made."""


def settings_text(data: Mapping[str, Any]) -> str:
    """The whole file.

    Args:
        data: what is set, as a file of settings has it: texts, lists of texts, and groups of these.
    """
    parts = ["\n".join(lines) for lines in parts_of(Settings, data, EXAMPLES)]
    return f"{HEAD}\n" + "\n\n".join(parts) + "\n"


def parts_of(model: type[BaseModel], data: Mapping[str, Any], examples: Mapping[str, Any]) -> Iterator[list[str]]:
    """The lines of each field of a model, with its meaning first."""
    for name, field in model.model_fields.items():
        inner = group_of(field)
        meaning = list(explained(model, name, field))
        if inner is None:
            yield [*meaning, *value_lines(name, data.get(name), examples[name])]
            continue
        given = data.get(name) or {}
        below = [line for part in parts_of(inner, given, examples[name]) for line in part]
        yield [*meaning, *group_lines(name, below, is_set=bool(given))]


def group_lines(name: str, below: list[str], *, is_set: bool) -> list[str]:
    """A group with its fields; when none of them is set, its name is part of the example."""
    if is_set:
        return [f"{name}:", *(f"  {line}" for line in below)]
    return [f"#{name}:", *(f"#  {line.removeprefix('#') if is_example(line) else line}" for line in below)]


def explained(model: type[BaseModel], name: str, field: FieldInfo) -> Iterator[str]:
    """What a field means, and each word to choose from, as comments."""
    yield f"# {meaning_of(model, name)}"
    for word in words_of(field):
        yield f"# - {word.value}: {word.label}. {word.meaning}"


def meaning(path: tuple[str, ...], model: type[BaseModel] = Settings) -> str:
    """What a setting means, by its path."""
    name, *rest = path
    inner = group_of(model.model_fields[name])
    return meaning(tuple(rest), inner) if rest and inner else meaning_of(model, name)


def value_lines(name: str, value: Any, example: Any) -> list[str]:
    """A field as it stands in the file, or as an example of it."""
    if value in (None, "", [], ()):
        return [f"#{line}" for line in field_as_yaml(name, example).splitlines()]
    return field_as_yaml(name, value).splitlines()


def is_example(line: str) -> bool:
    """Whether a line is a setting that nobody made, and not a sentence."""
    return re.match(r"#(?! \S)", line) is not None


def types_in(field: FieldInfo) -> list[Any]:
    return [each for each in (field.annotation, *get_args(field.annotation)) if isinstance(each, type)]


def group_of(field: FieldInfo) -> type[BaseModel] | None:
    """The model of the fields below a field, if it is a group."""
    return next((each for each in types_in(field) if issubclass(each, BaseModel)), None)


def words_of(field: FieldInfo) -> tuple[Word, ...]:
    return next((tuple(each) for each in types_in(field) if issubclass(each, Word)), ())
