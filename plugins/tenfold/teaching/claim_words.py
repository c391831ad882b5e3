"""How claims sound that need evidence, and how a sentence sounds that is honest about them. A table: a row a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

CLAIMING = frozenset(["title", "summary", "practices", "implementation", "outcomes", "evidence", "in_numbers"])
"""Where a case study says what came of it. The context tells of what was before, and of causes elsewhere."""

NO_CLAIM = frozenset(["question", "limitations"])

HONEST = re.compile(
    r"\b(?:may|might|perhaps|possibly|probably|could|would|should|can|cannot|can't|hopes?|hoped|aims?|aimed|meant to|intended|ha[ds] to|have to"
    r"|whether|if|unless|nobody|nothing|no|not|never|neither|nor|without|n't"
    r"|said|says?|saying|reports?|reported|according|believes?|believed|felt|feels?|thinks?|thought|credits?|credited"
    r"|links?|linked|told|describes?|described|puts? it|view|views|attributes?|attributed|finds?|found|claims?"
    r"|suggests?|suggested|argues?|argued|names?|expects?|expected|asks?|asked|s(?:ees?|aw) that|in (?:its|their|his|her) (?:eyes|view))\b"
    r"|n't\b|\?",
    re.IGNORECASE,
)
"""Words that say whose view it is, or that it is not known, in front of a claim."""
HONEST_BEHIND = re.compile(
    r"\b(?:according to|cannot|nobody (?:has )?(?:measured|knows|counted)|in (?:its|their|his|her|the \w+'s) (?:view|eyes)"
    r"|(?:says?|said|reports?|reported|believes?|believed|thinks?|thought|felt) *[.,]?$"
    r"|, (?:the|its|their|his|her|one|some|many|most|staff|leaders|teachers|pupils|parents|families)\b[^,]{0,40}? "
    r"(?:says?|said|reports?|reported|believes?|believed|thinks?|thought))|\?",
    re.IGNORECASE,
)
"""The same behind it."""

BETTER = (
    r"(?:fewer|less|better|higher|lower|calmer|safer|happier|stronger|improve\w*|improving|increas\w+|rise|rises|rising"
    r"|reduc\w+|fall|falls|falling|drop|drops|declin\w+|decreas\w+|gains?|growth|progress|success|attendance|attainment"
    r"|results|wellbeing|well-being|confidence|inclusion|engagement)"
)
PRACTICE = r"(?:programme|project|approach|practice|intervention|coaching|scheme|initiative|training|work|circles?|support|model|hub|change|team|meeting|club|mentor|mentoring|unit|policy|course|lesson|room|session|visit)s?"
OUTCOME = (
    r"(?:exclusion|suspension|attendance|absence|late|behaviou?r|incident|result|attainment|progress|engagement|wellbeing"
    r"|well-being|confidence|relationship|belonging|referral|bullying|reading|anxiety|inclusion|outcome|detention|persistent)"
)
LATER = r"(?:fell|rose|improved|increased|dropped|doubled|halved|declined|grew|came down|went (?:up|down)|reduced)"


@dataclass(frozen=True)
class Way:
    """A way to say something: parts of words, one of which it always holds (small letters), and how it sounds.

    The pattern is made when a text holds one of the parts: most texts do not, and patterns take long to make.
    """

    cues: tuple[str, ...]
    sounds: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.sounds, re.IGNORECASE)


@dataclass(frozen=True)
class Claim:
    """A kind of claim: the ways to make it, from which level it may be made, and what to say below."""

    rule: str
    ways: tuple[Way, ...]
    allowed_from: int
    message: str
    hint: str


NEAR = r"(?:[\w'\u2019,-]+ ){0,6}?"
BECAUSE = r"(?:because of|thanks to|due to|owing to|as a (?:direct )?result of|on account of)"
BECAUSE_CUES = ("because of", "thanks to", "due to", "owing to", "result of", "account of")
THE = r"(?:the|this|our|its|these|their)"
BY_TEST = r"(?:\w{3,}er|better|worse|fewer|more|less|improved?|reduced?|increased?|fell|rose|raised|decreased?|dropped|above|below|impact(?:ed|s)?|enhanced?)"
CHANGED = r"(?:improved?|reduced?|increased?|fell|rose|decreased?|dropped|declined|changed|grew|risen|fallen)"
CHANGES = r"(?:improvements?|reductions?|increases?|decreases?|fall|rise|drop|gains?|impacts?|effects?|differences?|progress|changes? in)"

PROOF = (
    Way(
        ("prove",),
        r"\bprove[sdn]? (?:that|to (?:work|be effective|improve|reduce|increase|cut)|effective|successful|its worth|the (?:value|worth|benefit|success))\b",
    ),
    Way(("proof",), r"\b(?:is|are|the|clear|real|living) proof (?:that|of (?:the|our|how|what))\b"),
    Way(("proven",), r"\bproven (?:approach|method|model|success|impact|results?|track|way|effect)\b"),
    Way(
        ("conclusively", "doubt", "clearly that"),
        r"\b(?:demonstrates?|shows?|evidences?) (?:conclusively|beyond doubt|without doubt|clearly that)\b",
    ),
    Way(
        ("doubt", "conclusively", "guarantee"), r"\b(?:undoubtedly|without (?:a )?doubt|conclusively|guarantee[sd]?)\b"
    ),
)
CAUSE = (
    Way(
        ("led to", "led directly", "leads to", "leads directly", "leading to", "leading directly"),
        rf"\b(?:led|leads|leading) (?:directly )?to {NEAR}{BETTER}\b",
    ),
    Way(("resulted in", "results in", "resulting in"), rf"\b(?:resulted|results|resulting) in {NEAR}{BETTER}\b"),
    Way(
        ("caus", "brought about", "produced", "achieved", "delivered", "drove", "generated"),
        rf"\b(?:caused|causes|causing|brought about|produced|achieved|delivered|drove|generated) {NEAR}(?:fall|drop|rise|reduction|improvement|increase|decrease|gains)s?\b",
    ),
    Way(BECAUSE_CUES, rf"\b{BECAUSE} {THE} (?:[\w'\u2019-]+ ){{0,4}}?{PRACTICE}\b"),
    Way(BECAUSE_CUES, rf"\b{LATER}[^.]{{0,60}}? {BECAUSE} {THE}\b"),
    Way(
        (
            "reduce",
            "cut",
            "halved",
            "doubled",
            "raise",
            "improve",
            "increase",
            "boost",
            "transform",
            "eliminate",
            "ended",
            "slashed",
        ),
        rf"\b{PRACTICE} (?:for all (?:staff|pupils) )?(?:has |have |had )?(?:directly |greatly |dramatically )?(?:reduced?|reduces|cuts?|halved|doubled|raised?|raises|improved?|improves|increased?|increases|boost(?:s|ed)?|transform(?:s|ed)|eliminate[sd]?|ended|slashed) (?:[\w'\u2019-]+ ){{0,3}}?{OUTCOME}",
    ),
    Way(
        ("meant", "means", "ensure"),
        rf"\b(?:meant|means|ensured|ensures) (?:that )?{NEAR}{OUTCOME}s? (?:[\w-]+ )?{LATER}\b",
    ),
    Way(
        ("the reason for", "reason why"),
        rf"\b(?:is|are|was|were) the (?:main |only |real )?reason (?:for|why) {NEAR}(?:{OUTCOME}|{BETTER})",
    ),
)
SIGNIFICANCE = (
    Way(("significantly",), rf"\bsignificantly {BY_TEST}\b"),
    Way(("significantly",), rf"\b{CHANGED} (?:very )?significantly\b"),
    Way(("significant ",), rf"\bsignificant (?:[\w-]+ )?{CHANGES}\b"),
    Way(("statistically",), r"\bstatistically significant\b"),
)
IMPACT = (
    Way(
        ("impact", "effect"),
        r"\b(?:has|have|had|having|made|makes|making) (?:a |an )?(?!little|no|small|less|hardly)(?:[\w-]+ ){0,3}(?:impact|effect) (?:on|in|for|across|upon)\b",
    ),
    Way(
        ("the impact",),
        r"\bthe impact (?:(?:on|upon) (?:[\w'-]+ ){1,3})?(?:has been|was|is|of (?:this|the (?:programme|project|approach|work)) (?:was|is|has been))\b(?! not| never| un| hard)",
    ),
    Way(("impact",), r"\b(?:positively|hugely|greatly|dramatically|directly) (?:impacted|impacts|impacting)\b"),
    Way(
        ("impact",),
        r"\b(?:huge|massive|enormous|dramatic|tremendous|profound|remarkable|real|measurable|positive|lasting) impact\b",
    ),
    Way(("game", "transformati"), r"\b(?:game[- ]changer|game[- ]changing|transformational|transformative)\b"),
)

CLAIMS = (
    Claim(
        "claim_of_proof",
        PROOF,
        6,
        "this claims proof, and no case study can prove what works.",
        'Say what was seen: "after ...", "the school reports that ...", "the figures are in line with ...".',
    ),
    Claim(
        "claim_of_cause",
        CAUSE,
        3,
        "this names a cause, and {grounds} cannot tell what would have happened anyway.",
        'Say "after" or "in the same years", or whose view it is: "the school puts it down to ...". Then say what else may have helped.',
    ),
    Claim(
        "claim_of_significance",
        SIGNIFICANCE,
        3,
        '"significant" says to many readers that a statistical test was made.',
        'Give the two figures, or say "much". If there was a test, name it in evidence.basis.',
    ),
    Claim(
        "claim_of_impact",
        IMPACT,
        2,
        "this claims an impact, and {grounds} has no figures before and after to show one.",
        'Say what people saw: "teachers say that ...", "pupils now ...". Or add the figures under outcomes, with before, after and source.',
    ),
)

TESTED = re.compile(
    r"\bstatistical|\bp ?[<=]|\bconfidence interval|\btest of significance|\bsignificance test", re.IGNORECASE
)
ELSEWHERE = re.compile(
    r"\b(?:poverty|trauma|exclusion|absence|pandemic|covid|lockdown|adversity|racism|bullying|hunger|austerity|cuts|"
    r"neglect|abuse|violence|illness|disability|deprivation|suspension|cost of living)\b",
    re.IGNORECASE,
)
"""Causes that are no practice: that trauma has an effect on learning is nobody's claim to success."""
