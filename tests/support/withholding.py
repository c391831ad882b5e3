"""A local copy that withholds one of each kind, every text and every id of which holds one word that nothing else has.

A case study of its own, an annotation, a theory of change, an exercise, a framework's neighbour and a note mention all
of them, in every field that can.
"""

from __future__ import annotations

import copy
import gzip
import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import yaml

from tenfold.local.copy import LocalCopy
from tests.support.builders import BASE, read
from tests.support.copies import a_copy, own_case
from tests.support.exercises import EXERCISE
from tests.support.hiding import ANNOTATION, CONTRIBUTE, RESOURCE, whole_config
from tests.support.theories import THEORY

WORD = "Quillfeather"
"""The word that must not come out."""
ID = WORD.lower()
HERE = "https://www.exampleton.example/inclusion/"
THERE = "https://tenfold.example/"
WITHHELD = (
    *(f"case:{ID}", f"exercise:{ID}-gate", f"framework:{ID}-frame", f"page:toolkit/{ID}", f"resource:{ID}-team"),
    f"theory:{ID}-lane",
)
TEAMS = """\
contact: {name: Inclusion Team, email: inclusion@exampleton.example}
data_protection: {name: Data Protection Officer, phone: 020 7946 0000}
"""
SETTINGS = f"address: {HERE}\n{TEAMS}withhold: [{', '.join(WITHHELD)}]\n"
ADDRESSES = {
    f"case_studies/{ID}/": "case_studies/",
    f"case_studies/{ID}/starting-theory/": "case_studies/",
    f"case_studies/{ID}-old/": "case_studies/",
    f"case_studies/{ID}-old/starting-theory/": "case_studies/",
    f"contribute/examples/{ID}-noted/": "contribute/",
    f"exercises/{ID}-gate/": "exercises/",
    f"exercises/{ID}-gate-old/": "exercises/",
    f"frameworks/{ID}-frame/": "frameworks/",
    f"frameworks/{ID}-frame/{ID}/": "frameworks/",
    f"frameworks/{ID}-frame-old/": "frameworks/",
    f"frameworks/{ID}-frame-old/{ID}/": "frameworks/",
    f"matrix/framework-{ID}-frame/": "matrix/",
    f"theories_of_change/{ID}-lane/": "theories_of_change/",
    f"theories_of_change/{ID}-lane-old/": "theories_of_change/",
    f"theories_of_change/{ID}-own/": "theories_of_change/",
    f"toolkit/{ID}/": "toolkit/",
    f"toolkit/{ID}-old/": "toolkit/",
    "browse/challenge/funding/": "browse/challenge/",
}
"""Where the copy has a page that says nothing, and the list that this leads to."""
SPOKEN_OF = (
    *WITHHELD,
    f"annotation:{ID}-noted",
    f"framework:{ID}-frame/{ID}",
    f"page:toolkit/{ID}#{ID}",
    f"theory:{ID}-own",
)
ELSEWHERE = (
    f"{THERE}case_studies/{ID}/",
    f"{HERE}frameworks/{ID}-frame/{ID}/#x",
    f"{THERE}resources/#{ID}-team",
    f"{THERE}toolkit/{ID}",
)
LINKS = ", ".join(f"[this one]({url})" for url in (*SPOKEN_OF, *ELSEWHERE)) + f" <{THERE}exercises/{ID}-gate/>"
OTHERWISE = f"""\
They tell of [this one][1], [that][the label], [those][] and [these]; {THERE}case_studies/{ID}-old/ as well.

[1]: {THERE}case_studies/{ID}/
[the label]: <{THERE}exercises/{ID}-gate-old/> "A title"
[those]: {THERE}compare/?cases=oak,{ID} 'A title'
[these]: {THERE}content/case_studies/{ID}.yml
"""
"""Links that are written in other ways."""


NOTED = (f"case:{ID}", f"framework:{ID}-frame/{ID}", f"resource:{ID}-team", f"source:{ID}-inspection")


def marked(value: Any) -> Any:
    """Data in which every text of more than one word begins with the word."""
    if isinstance(value, dict):
        return {key: marked(each) for key, each in value.items()}
    if isinstance(value, list):
        return [marked(each) for each in value]
    return f"{WORD} {value}" if isinstance(value, str) and " " in value else value


def withheld_records() -> dict[str, Any]:
    """What is withheld and what goes with it, by path below the content folder and without the ending."""
    study: dict[str, Any] = marked(read("case_studies/oak.yml"))
    study["provenance"]["sources"].append(f"{ID}-inspection")
    study |= {"challenges": ["funding"], "aliases": [f"{ID}-old"]}
    study["setting"]["place"] = WORD
    framework: dict[str, Any] = marked(read("frameworks/fair-start.yml"))
    framework["items"][0]["id"] = ID
    exercise = marked(copy.deepcopy(EXERCISE))
    exercise["example"]["body"] = f"{WORD} did it twice."
    theory = marked(THEORY)
    return {
        f"case_studies/{ID}": study,
        f"annotations/{ID}-noted": {**marked(ANNOTATION), "case": ID},
        f"exercises/{ID}-gate": {**exercise, "order": "2", "aliases": [f"{ID}-gate-old"]},
        f"frameworks/{ID}-frame": {**framework, "aliases": [f"{ID}-frame-old"]},
        f"resources/{ID}-team": {**marked(RESOURCE), "aliases": [f"{ID}-team-old"]},
        f"theories_of_change/{ID}-lane": {**theory, "aliases": [f"{ID}-lane-old"]},
        f"theories_of_change/{ID}-own": {**theory, "case": ID},
    }


def staying_records() -> dict[str, Any]:
    """Records of the original that mention what is withheld in every field that can."""
    feature = read("features/belonging-first.yml")
    feature["in_practice"][0]["cases"] = [ID, "oak"]
    feature["what_it_is"] = f"A school. {LINKS}.\n\n{OTHERWISE}"
    exercise = copy.deepcopy(EXERCISE)
    exercise["example"] = {**exercise["example"], "body": f"They did {LINKS}.", "case": ID}
    theory = copy.deepcopy(THEORY)
    theory["activities"][0]["from_case"] = ID
    theory["case"] = "oak"
    return {
        "features/belonging-first": feature,
        "exercises/the-gate": exercise,
        "theories_of_change/hazel-lane": theory,
    }


def own_records() -> dict[str, Any]:
    """Records of the copy that do so."""
    study = yaml.safe_load(own_case())
    study["context"] = f"It speaks of {LINKS}.\n\n{OTHERWISE}"
    study["setting"]["website"] = f"{THERE}case_studies/{ID}/"
    study |= {
        "related": [ID, "oak"],
        "resources": [f"{ID}-team"],
        "theory_of_change": f"{ID}-lane",
        "challenges": ["belonging"],
    }
    parts = ("title", "related[1]", "related[2]", "resources", "context")
    notes = [{"part": part, "title": f"On {part}", "works": "It is short."} for part in parts]
    return {
        "case_studies/elm": study,
        "annotations/elm-noted": {**ANNOTATION, "title": "Elm, part by part", "case": "elm", "notes": notes},
        **{
            f"notes/on-{number}": {"on": id, "text": f"{WORD} has a note.", "written": "2026-02-01"}
            for number, id in enumerate(NOTED)
        },
        "notes/on-elm": {"on": "case:elm", "text": f"See {LINKS}.", "written": "2026-02-01"},
    }


def written(folder: str, records: dict[str, Any]) -> dict[str, str]:
    return {f"{folder}/{path}.yml": yaml.safe_dump(data, sort_keys=False) for path, data in records.items()}


def a_withholding_copy(folder: Path, settings: str = SETTINGS, files: dict[str, str] | None = None) -> LocalCopy:
    """The copy in a folder, with everything that a copy can have, and these files more."""
    sources = (BASE / "sources.yml").read_text(encoding="utf-8")
    inspection = f"# {WORD}: two of them\n{ID}-inspection:\n  title: {WORD} was inspected\n  authors: [{WORD}]\n"
    page = f"---\ntitle: {WORD}\ndescription: {WORD}.\naliases: [toolkit/{ID}-old]\n---\n## {WORD}\n\n{WORD}.\n"
    prose = f"---\ntitle: What we do\ndescription: Much.\n---\nWe did {LINKS}.\n\n{OTHERWISE}"
    every = {
        **written("upstream/content", withheld_records() | staying_records()),
        **written("content", own_records()),
        f"upstream/content/toolkit/{ID}.md": page,
        "upstream/content/toolkit/what-we-do.md": prose,
        "upstream/content/contribute/index.md": CONTRIBUTE,
        "upstream/content/sources.yml": f"{inspection}  kind: report\n  url: https://example.org/{ID}\n{sources}",
        "mkdocs.yml": whole_config(),
    }
    return a_copy(folder, settings, every | (files or {}))


def contents(site: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of a built site with its path, and in place of those that are packed every file in them."""
    for file in sorted(site.rglob("*")):
        if file.is_file():
            yield from unpacked(file.relative_to(site).as_posix(), file.read_bytes())


def unpacked(path: str, raw: bytes) -> Iterator[tuple[str, bytes]]:
    """A file, and what is packed in it: archives, office files, pages of the index, streams of a PDF."""
    if not raw.startswith(b"PK"):
        yield path, raw
    else:
        with zipfile.ZipFile(BytesIO(raw)) as packed:
            for name in packed.namelist():
                yield f"{path}!{name}", name.encode()
                yield from unpacked(f"{path}!{name}", packed.read(name))
    if raw.startswith(b"\x1f\x8b"):
        yield f"{path}!", gzip.decompress(raw)
    elif raw.startswith(b"%PDF"):
        for number, stream in enumerate(re.findall(rb"stream\r?\n(.*?)\r?\nendstream", raw, re.DOTALL)):
            yield f"{path}!{number}", inflated(stream)


def inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream
