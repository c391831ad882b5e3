"""What travels of a case study that was withdrawn: where it stood, why it went and when. Nothing of what it said."""

from __future__ import annotations

from tenfold.model import CaseStudy
from tenfold.model.case_study import Answer, Practice, Provenance, Setting

TITLE = "Withdrawn"
TEXT = "This case study was withdrawn."


def stone_of(case: CaseStudy) -> CaseStudy:
    """The record of a withdrawn case study without its text.

    It keeps what its page says of it on the site that it comes from: whom it was about, when it was taken back and why.
    What a record cannot do without says that it was withdrawn.
    """
    was, told = case.setting, case.provenance
    setting = Setting(kind=was.kind, name=was.name, phase=was.phase, place=was.place, region=was.region)
    provenance = Provenance(
        sources=told.sources[:1],
        written_by=TITLE,
        agreed_by_setting=False,
        published=told.published,
        reviewed=told.reviewed,
        review_by=told.review_by,
        licence=told.licence,
    )
    return CaseStudy(
        title=TITLE,
        summary=TEXT,
        status=case.status,
        setting=setting,
        features=case.features,
        context=TEXT,
        practices=(Practice(title=TITLE, body=TEXT),),
        implementation=(Answer(question=TITLE, answer=TEXT),),
        provenance=provenance,
        withdrawal=case.withdrawal,
        aliases=case.aliases,
    )
