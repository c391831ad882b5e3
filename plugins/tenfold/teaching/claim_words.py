"""How claims sound that need evidence, and how a sentence sounds that is honest about them. A table: a row a line."""

from __future__ import annotations

import re
from dataclasses import dataclass

CLAIMING = frozenset(["title", "summary", "practices", "implementation", "outcomes", "evidence", "in_numbers"])
"""Where a case study says what came of it. The context tells of what was before, and of causes elsewhere."""

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
    r"(?:fewer|less|more|better|higher|lower|calmer|safer|happier|stronger|improve\w*|improving|increas\w+|rise|rises|rising"
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
class Claim:
    """A kind of claim: how it sounds, from which level it may be made, and what to say below."""

    rule: str
    pattern: re.Pattern[str]
    allowed_from: int
    message: str
    hint: str
    cues: tuple[str, ...]
    """Parts of words, one of which every such claim holds: a passage without them is not looked at closely."""


def pattern(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


NEAR = r"(?:[\w'\u2019,-]+ ){0,6}?"
CLAIMS = (
    Claim(
        "claim_of_proof",
        pattern(
            r"\b(?:has |have |had |was |is |are |been )?prove[sdn]? (?:that|to (?:work|be effective|improve|reduce|increase)|effective|successful|its worth)\b",
            r"\b(?:is|are|the|clear|real|living) proof (?:that|of)\b",
            r"\bproven (?:to|approach|method|model|success|impact|results?|track|way|effect)\b",
            r"\b(?:demonstrates?|shows?|evidences?) (?:conclusively|beyond doubt|without doubt|clearly that)\b",
            r"\b(?:undoubtedly|without (?:a )?doubt|conclusively|guarantee[sd]?)\b",
        ),
        6,
        "this claims proof, and no case study can prove what works.",
        'Say what was seen: "after ...", "the school reports that ...", "the figures are in line with ...".',
        ("prove", "proof", "conclusive", "beyond doubt", "doubt", "clearly that", "guarantee"),
    ),
    Claim(
        "claim_of_cause",
        pattern(
            rf"\b(?:led|leads|leading) (?:directly )?to {NEAR}{BETTER}\b",
            rf"\b(?:resulted|results|resulting) in {NEAR}{BETTER}\b",
            rf"\b(?:caused|causes|causing|brought about|produced|achieved|delivered|drove|generated) {NEAR}(?:fall|drop|rise|reduction|improvement|increase|decrease|gains)s?\b",
            rf"\b(?:because of|thanks to|due to|owing to|as a (?:direct )?result of|on account of) (?:the|this|our|its|these|their) (?:[\w'\u2019-]+ ){{0,4}}?{PRACTICE}\b",
            rf"\b{PRACTICE} (?:has |have |had )?(?:directly |greatly |dramatically )?(?:reduced?|reduces|cuts?|halved|doubled|raised?|raises|improved?|improves|increased?|increases|boost(?:s|ed)?|transform(?:s|ed)|eliminate[sd]?|ended|slashed) (?:[\w'\u2019-]+ ){{0,3}}?{OUTCOME}",
            rf"\b(?:meant|means|ensured|ensures) (?:that )?{NEAR}{OUTCOME}s? (?:[\w-]+ )?{LATER}\b",
            rf"\b{LATER}[^.]{{0,60}}? (?:because of|thanks to|due to|as a (?:direct )?result of) (?:the|this|our|its|these|their)\b",
        ),
        3,
        "this names a cause, and {grounds} cannot tell what would have happened anyway.",
        'Say "after" or "in the same years", or whose view it is: "the school puts it down to ...". Then say what else may have helped.',
        (
            "led to",
            "led directly",
            "leads to",
            "leading to",
            "resulted in",
            "results in",
            "resulting in",
            "result of",
            "caus",
            "brought about",
            "produced",
            "achieved",
            "delivered",
            "drove",
            "generated",
            "thanks to",
            "due to",
            "owing to",
            "on account",
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
            "meant",
            "means",
            "ensure",
        ),
    ),
    Claim(
        "claim_of_significance",
        pattern(
            r"\bsignificantly (?:better|worse|higher|lower|fewer|more|less|larger|smaller|improved?|reduced?|increased?|fell|rose|raised|lowered|decreased?|dropped|above|below|greater|impact(?:ed|s)?|enhanced?|boosted)\b",
            r"\b(?:improved?|reduced?|increased?|fell|rose|decreased?|dropped|declined|changed|grew|risen|fallen) (?:very )?significantly\b",
            r"\bsignificant (?:[\w-]+ )?(?:improvements?|reductions?|increases?|decreases?|fall|rise|drop|gains?|impacts?|effects?|differences?|progress|changes? in)\b",
            r"\bstatistically significant\b",
        ),
        3,
        '"significant" says to many readers that a statistical test was made.',
        'Give the two figures, or say "much". If there was a test, name it in evidence.basis.',
        ("significant",),
    ),
    Claim(
        "claim_of_impact",
        pattern(
            r"\b(?:has|have|had|having|made|makes|making) (?:a |an )?(?:[\w-]+ ){0,3}(?:impact|effect) (?:on|in|for|across|upon)\b",
            r"\bthe impact (?:(?:on|upon) (?:[\w'-]+ ){1,3})?(?:has been|was|is|of (?:this|the (?:programme|project|approach|work)) (?:was|is|has been))\b(?! not| never| un| hard)",
            r"\b(?:positively|hugely|greatly|dramatically|directly) (?:impacted|impacts|impacting)\b",
            r"\b(?:huge|massive|enormous|dramatic|tremendous|profound|remarkable|real|measurable|positive|lasting) impact\b",
            r"\b(?:game[- ]changer|game[- ]changing|transformational|transformative)\b",
        ),
        2,
        "this claims an impact, and {grounds} has no figures before and after to show one.",
        'Say what people saw: "teachers say that ...", "pupils now ...". Or add the figures under outcomes, with before, after and source.',
        ("impact", "effect", "game", "transform"),
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
