"""The story of a local copy: a London borough that does not exist, and three generations of what it is a copy of."""

from __future__ import annotations

import shutil
from pathlib import Path

from tenfold.cli import main
from tests.support.builders import a_content_folder
from tests.support.logos import a_logo, saved
from tests.support.updates import ELM, OAK, newer, withdrawn

ADDRESS = "https://www.haveringham.example/inclusion/"
ORIGINAL = "https://tenfold.example/"
PAGES = ("about/accessibility", "about/privacy", "about/index", "contribute/index", "contribute/review")
NOTE = """\
on: case:oak
part: practices[1]
words: good morning
text: In our borough, the Inclusion Team helps you to begin.
written: 2026-02-01
contact:
  name: Inclusion Team
  email: inclusion@haveringham.example
"""
CHARTER = """\
title: The Haveringham inclusion charter
short_title: Our charter
item_noun: promise
publisher: London Borough of Haveringham
summary: Two promises that the schools of Haveringham have made to each other.
body: The schools and the council wrote it together.
items:
  - id: no-one-unseen
    title: No one unseen
    short_title: Seen
    summary: Somebody at school greets every child, every day.
    body: It starts at the gate.
    features:
      - feature: belonging-first
        why: A greeting is where belonging starts.
sources:
  - haveringham-charter
"""
SOURCE = "haveringham-charter:\n  title: The charter\n  kind: report\n  publisher: London Borough of Haveringham\n"


SERVICE = """\
title: Inclusion advice line
summary: Somebody from the council answers questions of schools on the same day.
group: service
publisher: London Borough of Haveringham
link: https://www.haveringham.example/advice
reviewed: 2026-02-01
sources: [haveringham-charter]
"""
WORD = "panel:\n  term: Haveringham panel\n  definition: Heads and the council meet here each week.\n"


def own(name: str, title: str) -> str:
    return OAK.replace("Oak Primary School", name).replace("A fair start for every pupil", title)


class Borough:
    """The borough's folder, and the original from which bundles come.

    Args:
        place: an empty folder for both.
    """

    def __init__(self, place: Path) -> None:
        self.place = place
        self.folder = place / "haveringham"
        pages = {
            f"{page}.md": f"---\ntitle: The page {page}\ndescription: It is one.\n---\nText of the original.\n"
            for page in PAGES
        }
        self.content = a_content_folder(place / "original", dict(pages))
        self.bundles: list[Path] = []

    def publish(self) -> Path:
        """The next bundle of the original, as its maintainers make it."""
        bundle = self.place / f"generation-{len(self.bundles) + 1}.zip"
        since = ("--since", str(self.bundles[-1])) if self.bundles else ()
        run("bundle", "--content", str(self.content), "--out", str(bundle), "--site", ORIGINAL, *since)
        self.bundles.append(bundle)
        return bundle

    def found(self) -> None:
        """Make the copy from the first bundle, by what a script would say."""
        logo = self.place / "arms.png"
        logo.write_bytes(saved(a_logo("#004b35")))
        run(
            *("local", "init", str(self.folder), "--yes", "--upstream", str(self.publish())),
            *("--name", "Inclusion in Haveringham", "--authority", "London Borough of Haveringham"),
            *("--colour", "#00543c", "--accent", "#b76300", "--logo", str(logo), "--logo-alt", "Arms of Haveringham"),
            *("--contact", "Inclusion Team", "--contact-email", "inclusion@haveringham.example"),
            *("--complaints", "Customer Relations", "--complaints-page", "https://www.haveringham.example/complain"),
            *("--data-protection", "Data Protection Officer", "--data-protection-email", "dpo@haveringham.example"),
            *("--host", "nginx", "--address", ADDRESS),
        )

    def write(self, path: str, text: str) -> None:
        """Write a file of the copy."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def settle(self) -> None:
        """What the borough adds: two case studies, a note, a charter, a page, and what comes first."""
        self.write("content/case_studies/holly-park.yml", own("Holly Park School", "Breakfast for all"))
        self.write("content/case_studies/rowan.yml", own("Rowan School", "A quiet room"))
        self.write("content/notes/oak.yml", NOTE)
        self.write("content/frameworks/haveringham-charter.yml", CHARTER)
        self.write("content/sources.yml", SOURCE)
        self.write("content/resources/advice-line.yml", SERVICE)
        self.write("content/glossary.yml", WORD)
        offer = "---\ntitle: What we offer\ndescription: Three services.\n---\nFree for schools of the borough.\n"
        self.write("content/toolkit/our-offer.md", offer)
        welcome = "---\ntitle: In our borough\ndescription: x\n---\nCall the Inclusion Team.\n"
        self.write("content/home/local.md", welcome)
        self.set("pin: case:rowan\n")

    def set(self, lines: str) -> None:
        """Add settings, in place of those of the same name."""
        names = {line.partition(":")[0] for line in lines.splitlines()}
        file = self.folder / "local.yml"
        kept = [line for line in file.read_text(encoding="utf-8").splitlines() if line.partition(":")[0] not in names]
        file.write_text("\n".join([*kept, *lines.splitlines()]) + "\n", encoding="utf-8")

    def second_generation(self) -> Path:
        """A new case study, and another passage where the note stands."""
        self.change("oak", newer(OAK.replace("An adult says good morning", "Somebody says good morning")))
        self.change("elm", newer(ELM))
        return self.publish()

    def third_generation(self) -> Path:
        """One withdrawn for safeguarding, one of an id that the borough has, and a framework that is gone."""
        self.change("elm", withdrawn(newer(ELM), safeguarding=True))
        self.change("holly-park", newer(own("Holly Park Academy", "Another breakfast"), "2026-03-01"))
        (self.content / "frameworks/fair-start.yml").unlink()
        return self.publish()

    def change(self, case: str, text: str) -> None:
        """Write a case study of the original."""
        (self.content / f"case_studies/{case}.yml").write_text(text, encoding="utf-8")

    def tenfold(self, *arguments: str) -> int:
        """Run a command of a copy on the borough's folder."""
        return main([*arguments, "--folder", str(self.folder)])

    def again(self, place: Path) -> Path:
        """Another copy of the borough's folder as it is now."""
        return shutil.copytree(self.folder, place)


def run(*arguments: str) -> None:
    assert main(list(arguments)) == 0, arguments
