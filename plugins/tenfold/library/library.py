"""The library: every record by its id, and the ways from one to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar, cast

from tenfold.library.arrangement import AS_IT_IS, Arrangement
from tenfold.library.citations import Citation, citations
from tenfold.library.facets import shelved
from tenfold.library.lenses import bears_on, borne_on, lenses
from tenfold.library.noting import Noted, notes_by_record
from tenfold.library.practising import cases_by_feature, together
from tenfold.library.reasons import reason
from tenfold.library.relatedness import Related, Relatedness, traits_of
from tenfold.library.resources import GROUPS, by_feature, listed_as
from tenfold.library.withholding import all_withheld, left
from tenfold.loading import Entry
from tenfold.loading.placing import BLOCKS
from tenfold.model import (
    Annotation,
    CaseStudy,
    Exercise,
    Framework,
    FrameworkItem,
    KeyFeature,
    Kind,
    LocalNote,
    ProsePage,
    Record,
    Resource,
    Source,
    Term,
    TheoryOfChange,
)
from tenfold.model.base import Refers
from tenfold.model.vocabulary import Beneficiaries, ResourceGroup, Status, Word
from tenfold.model.walking import Path
from tenfold.prose import Reference, links, reference

T = TypeVar("T")
VISIBLE = (Status.PUBLISHED, Status.UNDER_REVIEW)


@dataclass(frozen=True)
class Mention:
    """That a record mentions another: who does, and in which field."""

    kind: Kind
    id: str
    where: Path


class Library:
    """Every record of a knowledge base, by kind and id, in a stated order.

    `unread` names what exists but has problems and is no record: mentioning it is no second problem.

    Case studies are sorted by the name of their setting, features by their number, exercises by their order, resources
    by group and title, local notes by the day they were written, all else by id. Drafts are kept out of every list;
    withdrawn case studies stand in `withdrawn` alone, and an annotation of what is not published in none. A local copy
    may arrange them otherwise: what it hides is in no list either, and stands in `hidden`; `whole` has it all the same.
    `blocks` are the parts of the home page that are written anew, by name.

    What a copy withholds is there like everything else, because checks have to know it. Whatever is published is made
    from `public`, in which none of it is left; `full` leads back from there.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        *,
        unread: Iterable[tuple[Kind, str]] = (),
        arrangement: Arrangement = AS_IT_IS,
        full: Library | None = None,
    ) -> None:
        self.entries = {(entry.kind, entry.id): entry for entry in entries}
        self.unread = frozenset(unread)
        self.arrangement = arrangement
        self.full = full or self
        studies = self._of(Kind.CASE, CaseStudy)
        in_order = sorted(studies, key=lambda of: (arrangement.place(of), studies[of].setting.name.casefold(), of))
        self.cases = self._shown(Kind.CASE, {id: studies[id] for id in in_order if studies[id].status in VISIBLE})
        self.withdrawn = {id: study for id, study in studies.items() if study.status is Status.WITHDRAWN}
        features = self._of(Kind.FEATURE, KeyFeature)
        self.features = dict(sorted(features.items(), key=lambda item: (int(item[1].number), item[0])))
        self.frameworks = self._shown(Kind.FRAMEWORK, self._of(Kind.FRAMEWORK, Framework))
        theories = self._shown(Kind.THEORY, self._of(Kind.THEORY, TheoryOfChange))
        self.theories = {id: theory for id, theory in theories.items() if theory.status in VISIBLE}
        workshop = self._shown(Kind.EXERCISE, self._of(Kind.EXERCISE, Exercise))
        exercises = sorted(workshop.items(), key=lambda item: (int(item[1].order), item[0]))
        self.exercises = {id: exercise for id, exercise in exercises if exercise.status in VISIBLE}
        resources = self._shown(Kind.RESOURCE, self._of(Kind.RESOURCE, Resource))
        self.resources = dict(sorted(resources.items(), key=listed_as))
        annotations = self._shown(Kind.ANNOTATION, self._of(Kind.ANNOTATION, Annotation))
        self.annotations = {id: each for id, each in annotations.items() if each.case in self.cases}
        self.sources = self._of(Kind.SOURCE, Source)
        self.terms = self._of(Kind.TERM, Term)
        written = self._shown(Kind.PAGE, self._of(Kind.PAGE, ProsePage))
        self.pages = {id: page for id, page in written.items() if not id.startswith(f"{BLOCKS}/")}
        self.blocks = {id.partition("/")[2]: page for id, page in written.items() if id not in self.pages}
        notes = self._of(Kind.NOTE, LocalNote)
        self.notes = dict(sorted(notes.items(), key=lambda item: (item[1].written, item[0])))

    def _of(self, kind: Kind, model: type[T]) -> dict[str, T]:
        found = sorted((id, entry.record) for (this, id), entry in self.entries.items() if this is kind)
        return {id: cast(T, record) for id, record in found}

    def _shown(self, kind: Kind, records: dict[str, T]) -> dict[str, T]:
        """The records without those that a local copy hides."""
        return {id: record for id, record in records.items() if (kind, id) not in self.arrangement.hide}

    def is_local(self, kind: Kind, id: str) -> bool:
        """Whether a record, or the framework of an item, belongs to a local copy alone."""
        entry = self.entries.get((kind, id.partition("/")[0] if kind is Kind.FRAMEWORK else id))
        return entry is not None and entry.local

    @cached_property
    def ids(self) -> dict[Kind, frozenset[str]]:
        """Every id of each kind, drafts and items of frameworks (`framework/item`) among them."""
        found: dict[Kind, set[str]] = {kind: set() for kind in Kind}
        for kind, id in (*self.entries, *self.unread):
            found[kind].add(id)
        for id, framework in self._of(Kind.FRAMEWORK, Framework).items():
            found[Kind.FRAMEWORK].update(f"{id}/{item.id}" for item in framework.items)
        return {kind: frozenset(ids) for kind, ids in found.items()}

    @cached_property
    def mentions(self) -> dict[tuple[Kind, str], tuple[Mention, ...]]:
        """For each record, by kind and id, who mentions it: drafts and withdrawn case studies do not count."""
        found: dict[tuple[Kind, str], list[Mention]] = defaultdict(list)
        for kind, id in sorted(self.entries):
            if self.unlisted(kind, id):
                continue
            for where, target, target_id in self.points_at(kind, id):
                found[target, target_id].append(Mention(kind, id, where))
        return {target: tuple(mentioned) for target, mentioned in found.items()}

    def unlisted(self, kind: Kind, id: str) -> bool:
        """Whether a record is kept out of every list.

        A draft is, one that was withdrawn, one that a copy hides, and a local note on one of these last.
        """
        listed: dict[Kind, dict[str, Any]] = {
            Kind.CASE: self.cases, Kind.THEORY: self.theories, Kind.EXERCISE: self.exercises,
            Kind.RESOURCE: self.resources, Kind.ANNOTATION: self.annotations, Kind.PAGE: self.pages,
        }  # fmt: skip
        if kind is Kind.FRAMEWORK:
            return id.partition("/")[0] not in self.frameworks
        if kind is Kind.NOTE:
            return self.left_out(*self.target_of(self.notes[id]))
        return kind in listed and id not in listed[kind]

    @cached_property
    def whole(self) -> Library:
        """The same records with nothing hidden."""
        if not self.arrangement.hide:
            return self
        nothing = replace(self.arrangement, hide=frozenset())
        return Library(self.entries.values(), unread=self.unread, arrangement=nothing)

    @cached_property
    def withheld(self) -> frozenset[tuple[Kind, str]]:
        """What a local copy withholds, and what goes with it, as far as it is among these records."""
        return all_withheld(self)

    @cached_property
    def public(self) -> Library:
        """The same records without what a copy withholds, and without any mention of it: what may be published."""
        if not self.withheld:
            return self
        return Library(left(self, self.withheld), unread=self.unread, arrangement=self.arrangement, full=self)

    @cached_property
    def hidden(self) -> tuple[tuple[Kind, str], ...]:
        """What a local copy hides, and what goes with it, sorted by kind and id: all else stands in some list."""
        return tuple(key for key in sorted(self.entries) if self.left_out(*key))

    def hides(self, kind: Kind) -> bool:
        """Whether this copy hides or withholds anything of a kind that would be in the lists."""
        withheld = (key for key in self.full.withheld if not self.full.unlisted(*key))
        return any(of is kind for of, _ in (*self.hidden, *withheld))

    def left_out(self, kind: Kind, id: str) -> bool:
        """Whether a record, or an item of a framework, would be in the lists if this copy hid nothing."""
        return self.unlisted(kind, id) and not self.whole.unlisted(kind, id)

    def leads_on(self, kind: Kind, id: str) -> bool:
        """Whether there is a page for a record that is in no list: one that says why, and where to go."""
        return (kind is Kind.CASE and id in self.withdrawn) or self.left_out(kind, id)

    def points_at(self, kind: Kind, id: str) -> list[tuple[Path, Kind, str]]:
        """Everything that a record mentions, in fields and in prose: where, the kind, the id."""
        found: list[tuple[Path, Kind, str]] = []
        for where, mark, value in self.entries[kind, id].marked:
            if isinstance(mark, Refers):
                found.append((where, mark.kind, value))
            else:
                referred = (reference(url) for url in links(value))
                found += [(where, target.kind, target.id) for target in referred if target]
        return found

    def mentioned_by(self, kind: Kind, id: str) -> list[tuple[Kind, str]]:
        """The records that mention this one, each once, sorted by kind and id."""
        return sorted({(mention.kind, mention.id) for mention in self.mentions.get((kind, id), ())} - {(kind, id)})

    def sources_cited_by(self, kind: Kind, id: str) -> list[str]:
        """The ids of the sources that a record cites, in the order in which it cites them."""
        return list(dict.fromkeys(target for _, to, target in self.points_at(kind, id) if to is Kind.SOURCE))

    @cached_property
    def citations(self) -> dict[str, Citation]:
        """How each source is cited, by its id: with a letter where others would read alike."""
        return citations(self.sources, own={id for id in self.sources if self.is_local(Kind.SOURCE, id)})

    def title(self, kind: Kind, id: str) -> str:
        """What people call a record: for a case study the name of its setting."""
        if kind is Kind.FRAMEWORK and "/" in id:
            return self.item(id).title
        record = self.entries[kind, id].record
        if isinstance(record, LocalNote):
            target = self.target_of(record)
            return f"A note on {self.title(*target)}" if self.record(*target) else id
        return (
            record.setting.name
            if isinstance(record, CaseStudy)
            else str(getattr(record, "title", "") or getattr(record, "term", id))
        )

    def item(self, id: str) -> FrameworkItem:
        """An item of a framework by its full id, `framework/item`."""
        framework, _, name = id.partition("/")
        return next(item for item in self.whole.frameworks[framework].items if item.id == name)

    def record(self, kind: Kind, id: str) -> Record | None:
        """A record by its kind and id, an item of a framework by its full id; None when there is none."""
        entry = self.entries.get((kind, id))
        if entry is not None or kind is not Kind.FRAMEWORK or "/" not in id:
            return entry.record if entry else None
        framework, _, name = id.partition("/")
        items = self.frameworks[framework].items if framework in self.frameworks else ()
        return next((item for item in items if item.id == name), None)

    @cached_property
    def former_ids(self) -> dict[tuple[Kind, str], str]:
        """For each kind and former id, the id that its record has now."""
        every = ((kind, id, getattr(entry.record, "aliases", ())) for (kind, id), entry in self.entries.items())
        return {(kind, alias): id for kind, id, aliases in every for alias in aliases}

    def target_of(self, note: LocalNote) -> tuple[Kind, str]:
        """The kind and the id of what a note is on, the present one where it names a former id."""
        kind, id = note.target
        first, slash, item = id.partition("/")
        if kind is Kind.FRAMEWORK and slash:
            return kind, f"{self.former_ids.get((kind, first), first)}/{item}"
        return kind, id if id in self.ids[kind] else self.former_ids.get((kind, id), id)

    @cached_property
    def noted(self) -> dict[tuple[Kind, str], tuple[Noted, ...]]:
        """For each record that has local notes, these in their order."""
        aimed = ((id, note, self.target_of(note)) for id, note in self.notes.items())
        return notes_by_record(aimed, self.record)

    def notes_on(self, kind: Kind, id: str) -> tuple[Noted, ...]:
        """The local notes on a record, in their order, each with where it stands."""
        return self.noted.get((kind, id), ())

    @cached_property
    def resources_by_feature(self) -> dict[str, tuple[str, ...]]:
        """For each feature, the ids of the resources that help with it: those that help with it most first."""
        return by_feature(self.resources, self.features)

    @cached_property
    def resources_by_group(self) -> dict[ResourceGroup, tuple[str, ...]]:
        """The ids of the resources of each group that has some, in the order of the vocabulary."""
        found = {group: tuple(id for id in self.resources if self.resources[id].group is group) for group in GROUPS}
        return {group: ids for group, ids in found.items() if ids}

    @cached_property
    def cases_by_feature(self) -> dict[str, tuple[str, ...]]:
        """For each feature, the ids of its case studies: those with it as their main feature first."""
        return cases_by_feature(self.features, self.cases)

    @cached_property
    def together(self) -> dict[str, tuple[tuple[str, int], ...]]:
        """For each feature, those that case studies show beside it and how many do: the most first, then by number."""
        return together(self.features, self.cases)

    def practised_with(self, feature: str, *, most: int = 5) -> list[tuple[str, int]]:
        """The features that most often stand beside one in its case studies, each with in how many of them."""
        return list(self.together[feature][:most])

    @cached_property
    def shelves(self) -> dict[str, dict[Word, tuple[str, ...]]]:
        """For each facet by its id, the case studies under each of its words, in the order of the vocabulary."""
        return shelved(self.cases)

    @cached_property
    def features_by_group(self) -> dict[Beneficiaries, tuple[str, ...]]:
        return {
            group: tuple(id for id, feature in self.features.items() if feature.group is group)
            for group in Beneficiaries
        }

    @cached_property
    def lenses(self) -> dict[str, tuple[tuple[str, str, str], ...]]:
        """For each feature, where it stands in the frameworks: framework id, item id, and why."""
        return lenses(self.features, self.frameworks)

    def lenses_of(self, case: CaseStudy, framework_id: str) -> list[tuple[int, FrameworkItem]]:
        """The items of a framework that a case study bears on, each with its number, from 1; see `borne_on`."""
        return borne_on(self.frameworks[framework_id], case)

    def cases_seen_through(self, item: FrameworkItem, framework_id: str) -> list[str]:
        """The case studies that bear on an item of a framework, in the library's order."""
        return [id for id, case in self.cases.items() if bears_on(case, item)]

    @cached_property
    def theories_by_case(self) -> dict[str, tuple[str, ...]]:
        """For each case study, the theories of change that belong to it, named by either of the two."""
        found: dict[str, set[str]] = {id: set() for id in self.cases}
        for id, theory in self.theories.items():
            if theory.case in found:
                found[theory.case].add(id)
        for id, case in self.cases.items():
            if case.theory_of_change in self.theories:
                found[id].add(case.theory_of_change)
        return {id: tuple(sorted(theories)) for id, theories in found.items()}

    @cached_property
    def relatedness(self) -> Relatedness:
        return Relatedness({id: traits_of(case) for id, case in self.cases.items()})

    def related(self, id: str, *, most: int = 4) -> list[Related]:
        """The case studies that are most like one, those that it names itself first."""
        named = [other for other in self.cases[id].related if other in self.cases and other != id]
        found = self.relatedness.nearest(id, named=named, most=most)
        return [replace(other, reason=reason(other.shared, self.features)) for other in found]

    def referred(self, url: str) -> Reference | None:
        """What a link by id in prose points at, if it exists and has a page."""
        target = reference(url)
        if target is None or target.id not in self.ids[target.kind]:
            return None
        has_page = not self.unlisted(target.kind, target.id) or self.leads_on(target.kind, target.id)
        return target if has_page else None
