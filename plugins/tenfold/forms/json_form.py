"""The form as JSON: every question with its words, and the answers as a record has them; for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tenfold.forms.answers import shown
from tenfold.forms.entries import steps_for
from tenfold.forms.gathering import clean
from tenfold.forms.pieces import CannotRead, Filled
from tenfold.forms.questions import Question
from tenfold.model import CaseStudy

DEEPEST = 12


def json_form(data: Mapping[str, Any]) -> str:
    """The form with the answers of a record; without any, to fill in."""
    steps = [
        {"title": step.title, "says": step.sentence, "questions": list(map(question_data, step.questions))}
        for step in steps_for(data)
    ]
    form = {"form": "case-study", "how": HOW, "answers": dict(data) or blank(), "steps": steps}
    return json.dumps(form, ensure_ascii=False, indent=2) + "\n"


HOW = "Fill in answers. The steps say what belongs there; field is the way to it, from the top of answers."


def question_data(question: Question) -> dict[str, Any]:
    """A question as data; what does not apply is left out."""
    found: dict[str, Any] = {
        "field": question.name,
        "label": question.label,
        "hint": question.hint,
        "answer": question.kind.value,
        "needed": question.needed,
        "needed_with": ".".join(question.needed_with),
        "several": question.many,
        "at_least": question.fewest,
        "longest": question.longest,
        "words": [{"word": word.value, "label": shown(word), "meaning": word.meaning} for word in question.words],
        "id_of": question.refers.noun if question.refers else None,
        "questions": list(map(question_data, question.questions)),
    }
    return {key: value for key, value in found.items() if value or key == "needed"}


def blank() -> dict[str, Any]:
    """The fields of a case study, in the order of the record, without values."""
    return dict.fromkeys(CaseStudy.model_fields)


def read_json_form(text: str) -> Filled:
    """What a form in JSON says; a record by itself is a form as well."""
    try:
        given = json.loads(text)
    except (ValueError, RecursionError):
        raise CannotRead("this is not readable as JSON. Save it again, or send the Word form instead.") from None
    if not isinstance(given, dict):
        raise CannotRead("this JSON holds no form: it needs answers, with the fields of a case study below it.")
    answers = given.get("answers") if isinstance(given.get("answers"), dict) else given
    assert isinstance(answers, dict)
    others = {key: value for key, value in given.items() if answers is not given and key not in FRAME}
    unknown = {key: value for key, value in answers.items() if key not in CaseStudy.model_fields} | others
    data = {key: as_text(value, 0) for key, value in answers.items() if key in CaseStudy.model_fields}
    return Filled(
        {key: value for key, value in data.items() if value not in (None, "", [], {})},
        tuple(f"{key}:\n{json.dumps(value, ensure_ascii=False)}" for key, value in sorted(unknown.items()) if value),
    )


FRAME = frozenset({"form", "how", "answers", "steps"})


def as_text(value: Any, depth: int) -> Any:
    """A value as record files have it: text throughout, without what is empty."""
    if depth > DEEPEST:
        raise CannotRead("this JSON is nested too deeply. Answers are text, lists and fields.")
    if isinstance(value, dict):
        return dict(without_gaps((clean(str(key)), as_text(each, depth + 1)) for key, each in value.items()))
    if isinstance(value, list):
        return [found for each in value if (found := as_text(each, depth + 1)) not in (None, "", [], {})]
    if value is None:
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    return clean(str(value)).strip()


def without_gaps(pairs: Iterator[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    return ((key, value) for key, value in pairs if value not in (None, "", [], {}))
