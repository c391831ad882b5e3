"""The words about things elsewhere: what kind of help they are, and whether they cost anything."""

from __future__ import annotations

from tenfold.model.vocabulary.word import Word


class ResourceGroup(Word):
    """What kind of help it is. Resources are listed under these."""

    SERVICE = "service", "Services and advice", "Somebody to call, or who comes to you: an advice line, a team."
    PROGRAMME = (
        "programme",
        "Programmes for pupils and families",
        "Something that they take part in: mentoring, tutoring, therapy.",
    )
    TRAINING = "training", "Training", "Courses, coaching and awards for schools and their staff."
    GUIDANCE = "guidance", "Guidance", "What to do and how, written down: a guide, a policy, a toolkit."
    TOOL = "tool", "Tools", "Something to work with: a survey, an audit, a template, a pack for a workshop."
    RESEARCH = "research", "Research", "Reports and reviews of evidence to read."
    NETWORK = "network", "Organisations and networks", "Who works on this, and where to meet others who do."


class ResourceCost(Word):
    """Whether it costs those who use it anything."""

    FREE = "free", "Free", "Nobody pays for it."
    FREE_LOCALLY = "free_locally", "Free in its area", "Those in its area do not pay; others may, or cannot have it."
    PARTLY_FREE = "partly_free", "Partly free", "Some of it is free."
    PAID = "paid", "Paid for", "One pays for it, or is a member."
