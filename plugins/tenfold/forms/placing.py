"""Puts the pieces of a filled form where they belong. What belongs nowhere is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tenfold.forms import matching
from tenfold.forms.gathering import Gathered
from tenfold.forms.pieces import Filled, Piece, Rows, Said, Title
from tenfold.forms.questions import AnswerKind, Question
from tenfold.forms.wording import STARTED, TITLE, flat, questions_by_hint, template_texts

LABELLED = re.compile(r"\s*(?:[-*+\u2022]\s+)?(?:\*\*|__)?([A-Za-z][^:*\n]{1,60}?)\s*:(?:\*\*|__)?[ \t]*(.*)")


def place(pieces: Iterable[Piece], notes: Sequence[str] = ()) -> Filled:
    """What the pieces of a form say, as a record file has it."""
    placer = Placer(tuple(pieces))
    return placer.gathered.filled(notes)


class Placer:
    """Goes through the pieces of a form, and knows which question it is at."""

    def __init__(self, pieces: tuple[Piece, ...]) -> None:
        self.gathered = Gathered()
        self.here: Question | None = None
        self.inner: Question | None = None
        self.named: Question | None = None
        """The field of an entry that somebody named last, in words."""
        self.where = ""
        self.pending = ""
        """A heading that nobody knows, to be kept with what follows it."""
        found = (matching.by_key(piece.key) for piece in pieces if isinstance(piece, Title))
        self.keyed = {question.path for question in found if question is not None}
        for piece in pieces:
            match piece:
                case Title():
                    self.take_title(piece)
                case Said():
                    self.take_text(piece)
                case Rows():
                    self.take_table(piece)
        self.keep_pending()

    def take_title(self, title: Title) -> None:
        """Go to the question that a heading means; one that means none is a part of prose, or kept."""
        question = matching.by_key(title.key)
        if question is None and self.here is not None and self.here.kind is AnswerKind.GROUP:
            question = matching.by_label(title.text, self.here.questions)
        if question is None:
            question = matching.top_level(title.text, self.keyed)
        group = matching.entry_of(title.text, matching.groups()) if question is None else None
        if question is not None and len(question.path) > 1 and self.is_inside(question):
            self.go_inside(question)
        elif question is not None or group is not None:
            self.go_to(question or group)
            if group is not None or title.key.endswith("[]"):
                self.gathered.next_entry(self.here)
        elif matching.is_step(title.text) or flat(title.text) in fixed_titles():
            self.go_to(None)
        elif self.takes_prose():
            self.add(Said(title.text, title.markdown or f"{'#' * title.level} {title.text}"))
        elif title.text.strip():
            self.go_to(None)
            self.where = self.pending = title.text.strip()

    def is_inside(self, question: Question) -> bool:
        return any(question in group.questions for group in matching.groups())

    def go_inside(self, question: Question) -> None:
        """Go to a question of an entry; one that was answered there already starts the next entry."""
        group = next(group for group in matching.groups() if question in group.questions)
        if self.here is not group:
            self.go_to(group)
        self.inner = question
        self.gathered.start(group, question)

    def go_to(self, question: Question | None) -> None:
        self.keep_pending()
        self.here, self.inner, self.named, self.where = question, None, None, ""

    def keep_pending(self) -> None:
        if self.pending:
            self.gathered.keep(self.pending, "")
        self.pending = ""

    def takes_prose(self) -> bool:
        question = self.inner or self.here
        return question is not None and question.kind is AnswerKind.PROSE

    def take_text(self, said: Said) -> None:
        if not said.markdown.strip():
            return
        if said.plain.strip() and flat(said.plain) in template_texts():
            self.take_hint(flat(said.plain))
        elif self.here is not None and self.here.kind is AnswerKind.GROUP and self.inner is None:
            self.take_labelled(self.here, said)
        elif self.here is None:
            self.gathered.keep(self.where, said.markdown)
            self.pending = ""
        else:
            self.add(said)

    def take_hint(self, text: str) -> None:
        """A hint is nobody's answer, but it shows where one is when its heading was changed."""
        question = questions_by_hint().get(text)
        if question is not None and self.pending and question.path not in self.keyed:
            self.pending = ""
            self.go_to(question)

    def add(self, said: Said) -> None:
        assert self.here is not None
        self.gathered.add(self.here, self.inner, said)

    def take_labelled(self, group: Question, said: Said) -> None:
        """Text below the heading of a group, in which people name the fields: "Title: ..."."""
        for inner, text in labelled(said.markdown, group):
            if inner is not None:
                self.named = inner
                self.gathered.start(group, inner)
                self.gathered.add(group, inner, Said.as_it_is(text))
            elif text.strip() and self.named is not None:
                self.gathered.add(group, self.named, Said.as_it_is(text))
            elif text.strip():
                self.gathered.keep(group.label, text)

    def take_table(self, table: Rows) -> None:
        cells = [row for row in table.cells if any(cell.plain.strip() for cell in row)]
        if self.takes_prose() and not self.is_of_form(cells):
            self.add(table.whole)
            return
        if not (self.take_records(cells) or self.take_entries(cells) or self.take_questions(cells)):
            self.gathered.keep(self.where or (self.here.label if self.here else ""), table.whole.markdown)
            self.pending = ""

    def is_of_form(self, cells: Sequence[Sequence[Said]]) -> bool:
        """Whether a table inside prose is one of the form's own all the same: nearly all of its labels are known."""
        labels = first_column(cells)
        group = matching.group_of(labels, None)
        return group is not None and matching.score(labels, group) >= max(3, len(group.questions) - 1)

    def take_entries(self, cells: Sequence[Sequence[Said]]) -> bool:
        """A table with a label at the start of each row is one entry of a group."""
        labels = first_column(cells)
        group = matching.group_of(labels, self.here)
        if group is None:
            return False
        found = [matching.by_label(label, group.questions) for label in labels]
        if len(cells) == len(group.questions) and None in found:
            found = fill_by_place(found, group.questions)
        self.gathered.next_entry(group)
        for question, row in zip(found, cells, strict=True):
            self.take_row(group, question, row)
        return True

    def take_row(self, group: Question, question: Question | None, row: Sequence[Said]) -> None:
        if question is None:
            text = " ".join(cell.markdown for cell in row).strip()
            if flat(text) not in template_texts() and matching.entry_of(row[0].plain, (group,)) is None:
                self.gathered.keep(group.label, text)
            return
        answer, *others = row[1:] if len(row) > 1 else (Said("", ""),)
        self.gathered.add_cell(group, question, answer)
        for other in others:
            if other.plain.strip() and other != answer:
                self.gathered.keep(f"{group.label}, {question.label}", other.markdown)

    def take_records(self, cells: Sequence[Sequence[Said]]) -> bool:
        """A table with labels in its first row has an entry in each row below it."""
        if len(cells) < 1:
            return False
        labels = [first_line(cell) for cell in cells[0]]
        group = matching.group_of(labels, self.here)
        if group is None:
            return False
        found = [matching.by_label(label, group.questions) for label in labels]
        for row in cells[1:]:
            self.gathered.next_entry(group)
            for question, cell in zip(found, row, strict=False):
                if question is not None:
                    self.gathered.add_cell(group, question, cell)
                elif cell.plain.strip():
                    self.gathered.keep(group.label, cell.markdown)
            for cell in row[len(found) :]:
                if cell.plain.strip():
                    self.gathered.keep(group.label, cell.markdown)
        return True

    def take_questions(self, cells: Sequence[Sequence[Said]]) -> bool:
        """A table with a question of the form at the start of each row."""
        labels = first_column(cells)
        found = [matching.top_level(label, self.keyed) for label in labels]
        if sum(question is not None for question in found) < max(1, len(cells) / 2):
            return False
        for question, row in zip(found, cells, strict=True):
            if question is None:
                self.gathered.keep(self.where, " ".join(cell.markdown for cell in row))
                continue
            self.go_to(question)
            for cell in row[1:]:
                self.take_text(cell)
        self.go_to(None)
        return True


def fixed_titles() -> frozenset[str]:
    return frozenset(flat(text) for text in (TITLE, *(heading for heading, _ in STARTED)))


def first_line(said: Said) -> str:
    return said.plain.strip().split("\n")[0]


def first_column(cells: Sequence[Sequence[Said]]) -> list[str]:
    return [first_line(row[0]) if row else "" for row in cells]


def fill_by_place(found: Sequence[Question | None], questions: Sequence[Question]) -> list[Question | None]:
    """Rows with a label that somebody changed are those of the question in their place, if no other row is."""
    known = {question for question in found if question is not None}
    return [
        each if each is not None or at_place in known else at_place
        for each, at_place in zip(found, questions, strict=True)
    ]


def labelled(text: str, group: Question) -> Iterator[tuple[Question | None, str]]:
    """The answers in a text that names the fields of a group, each with its question; None for what stands before."""
    question: Question | None = None
    lines: list[str] = []
    for line in text.split("\n"):
        found = LABELLED.fullmatch(line)
        named = matching.by_label(found[1], group.questions) if found else None
        if found is None or named is None:
            lines.append(line)
            continue
        yield question, "\n".join(lines).strip("\n")
        question, lines = named, [found[2]]
    yield question, "\n".join(lines).strip("\n")
