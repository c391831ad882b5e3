"""Words that put the difficulty into the child or the family, each with better ones and one sentence why.

A row: the forms in which it stands in text (small letters, unless it is an abbreviation), the field's better words,
why, and the words that may stand behind it for it to count (`before`) or around it for it not to (`unless`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

CHILDREN = ("child", "children", "pupil", "pupils", "kid", "kids", "student", "students", "boys", "girls", "learners")
FAMILIES = ("family", "families", "parents", "homes", "home")
CONDITIONS = (
    r"anxi\w+|depress\w+|ADHD|autis\w+|asthma|dyslexi\w+|dyspraxi\w+|epilep\w+|trauma|stress|disorders?|syndrome"
    r"|condition|illness|disabilit\w+|difficult\w+|PTSD|OCD|palsy|diabetes|attachment|mental|self-esteem|hearing|sight"
)
"""What people live with. A building may suffer from damp."""


@dataclass(frozen=True)
class Wording:
    """A way of speaking about people, and a better one."""

    forms: tuple[str, ...]
    better: str
    why: str
    before: tuple[str, ...] = ()
    """If there are any, one of them has to follow for the words to be meant."""
    unless: str = ""
    """A pattern: a sentence that it matches means something else."""

    @property
    def written(self) -> Iterator[str]:
        """Every form as it stands in text."""
        for form in self.forms:
            yield from (f"{form} {noun}" for noun in self.before) if self.before else (form,)


WORDINGS = (
    # About behaviour
    Wording(("naughty", "naughtiness"), "what the pupil did: left the room, shouted", "It judges a child where a behaviour could be described."),
    Wording(("challenging", "difficult", "problem", "troubled"), "pupils whose behaviour is hard for us", "A child has a difficulty; a child is not one.", (*CHILDREN, "teenagers", "youngsters"), r"Troubled Families|\b(?:by|of|for|in) challenging (?:pupils|students|children) to\b|\bchallenging (?:children|pupils|students|learners) to\b"),
    Wording(("disruptive", "violent", "aggressive", "unruly", "badly behaved", "defiant"), "pupils who shouted, hit or left, and when they did", "The word makes one moment into the whole child.", CHILDREN),
    Wording(("bad behaviour", "bad behavior"), "what was done: shouting, leaving class", "A reader cannot learn from a verdict, only from what happened.", unless=r"\bgood and bad behaviou?r\b"),
    Wording(("troublemaker", "troublemakers", "trouble-maker", "trouble-makers", "ringleader", "ringleaders", "bad apple", "bad apples"), "the pupils involved", "A label sticks longer than what was done."),
    Wording(("attention seeking", "attention-seeking", "attention seeker", "attention seekers"), "seeking connection, asking for help", "Whoever seeks attention most often needs it."),
    Wording(("manipulative",), "what the pupil did, and what it was for", "It takes for granted what a child meant.", CHILDREN),
    Wording(("feral", "uncontrollable"), "what happened, and what the pupil needed", "It speaks of children as of animals or machines.", (*CHILDREN, "youths", "behaviour")),
    Wording(("thug", "thugs", "yob", "yobs", "hooligan", "hooligans"), "young people, and what they did", "An insult explains nothing."),
    Wording(("boys will be boys",), "what was done, and how it was answered", "It excuses what a school has to answer, and expects less of boys."),
    Wording(("non-attender", "non-attenders", "poor attenders", "bad attenders", "truants"), "pupils who miss school, with how many and how often", "Absence is a sign to read and not a kind of person."),
    Wording(("school refuser", "school refusers", "school refusal"), "pupils who find it hard to be in school; emotionally based school avoidance", "Refusal sounds like a choice, and it seldom is one."),
    Wording(("persistent offenders", "repeat offenders"), "pupils who were sanctioned several times", "Offender is a word of the courts.", unless=r"\b(?:police|court|prison|probation|youth justice)\b"),
    Wording(("gang member", "gang members"), "young people drawn into gangs", "Many are exploited before they are anything else."),
    # About learning
    Wording(("low ability", "low-ability", "lower ability", "lower-ability", "less able", "least able", "low attainers"), "pupils with low prior attainment", "Attainment is what was measured; ability is what we expect."),
    Wording(("slow learner", "slow learners", "slow readers", "weak pupils", "weak students", "weaker pupils", "weaker students"), "pupils who need more time, or help with reading", "It hides what somebody could do about it."),
    Wording(("underachievers", "under-achievers", "failing pupils", "failing children", "failing students"), "pupils whose results are lower than they could be", "It is the school's question too, and not the pupil's alone."),
    Wording(("bottom set", "bottom-set"), "pupils in the set with the lowest prior attainment", "It says which pupils come last.", CHILDREN),
    Wording(("unteachable", "ineducable", "lost cause", "lost causes", "hopeless case", "hopeless cases", "no-hoper", "no-hopers"), "pupils whom we have not helped yet", "No child is that; the next school may show it."),
    Wording(("lazy", "workshy", "bone idle"), "what kept them from working", "It guesses at a motive.", (*CHILDREN, "parents")),
    Wording(("low aspirations", "poverty of aspiration", "poverty of aspirations", "lack of aspiration", "lack aspiration", "lacked aspiration"), "what stood in the way of their hopes", "Most families hope for much; what they lack is a way."),
    Wording(("dropout", "dropouts", "drop-outs"), "young people who left early", "Who leaves was often not held.", unless=r"\bdrop-?outs? (?:rates?|from the (?:study|trial|survey|sample))\b"),
    # About need and disability
    Wording(("SEN", "SEND", "special needs", "special-needs", "ADHD", "SEMH"), "children with SEND", "The child comes first, the need after.", ("kid", "kids", "child", "children")),
    Wording(("suffers from", "suffer from", "suffered from", "suffering from"), "has, lives with", "Most people with a condition do not see themselves as suffering.", unless=rf"\bsuffer\w* from (?!(?:[\w-]+ ){{0,2}}(?:{CONDITIONS}))"),
    Wording(("sufferer", "sufferers", "afflicted with", "afflicted by"), "has, lives with", "Most people with a condition do not see themselves as suffering."),
    Wording(("wheelchair-bound", "wheelchair bound", "confined to a wheelchair", "confined to wheelchairs"), "uses a wheelchair", "A wheelchair frees people to move."),
    Wording(("handicapped", "handicap", "crippled", "cripple", "cripples", "spastic"), "disabled", "These words have been used as insults for too long."),
    Wording(("retarded", "mentally handicapped", "backward child", "backward children", "subnormal"), "with a learning disability", "These words have been used as insults for too long."),
    Wording(("the disabled", "the handicapped", "the mentally ill"), "disabled people, people with a mental illness", "People are not a condition.", ("and", "are", "who", "have", "in", "to", "at", "or")),
    Wording(("deaf and dumb", "deaf-mute", "deaf mute", "dumb"), "deaf", "Who does not speak has a language all the same.", unless=r"\bdumb(?:ed|ing)?[ -](?:down|waiter|bell|question|luck)"),
    Wording(("able-bodied", "able bodied"), "non-disabled", "It leaves out most disabilities, which nobody sees."),
    Wording(("high-functioning", "high functioning", "low-functioning", "low functioning"), "what the pupil finds easy, and what is hard", "It hides the needs of the one and the strengths of the other.", unless=r"\b(?:teams?|partnerships?|organisations?|services?)\b"),
    Wording(("normal", "ordinary"), "other children, children without SEND", "It makes the rest abnormal.", ("child", "children", "kids", "pupils")),
    Wording(("mental age of",), "what the pupil can do alone and with help", "A teenager with a learning disability is a teenager."),
    Wording(("despite his disability", "despite her disability", "despite their disability", "despite their disabilities", "despite his autism", "despite her autism", "despite their autism", "overcome his autism", "overcome her autism", "overcome their autism"), "what was changed for the pupil, and who helped", "What had to be overcome was mostly around them."),
    Wording(("committed suicide", "commit suicide", "committing suicide", "successful suicide", "failed suicide"), "died by suicide, tried to end their life", "Suicide is no crime, and these words hurt those who stay."),
    Wording(("self-harmer", "self-harmers", "self harmers"), "young people who self-harm", "It is something they do and not who they are."),
    Wording(("damaged", "broken"), "children who have been through much, and what it was", "It says that nothing can be done.", CHILDREN),
    # About families and places
    Wording(("hard to reach", "hard-to-reach", "hard to engage", "unreachable families"), "families whom we have not reached yet", "They may find us hard to reach."),
    Wording(("broken home", "broken homes", "broken family", "broken families"), "parents who live apart", "Many homes with one adult are whole.", unless=r"\bbroken family of\b"),
    Wording(("dysfunctional", "chaotic", "problem", "troubled", "difficult", "challenging"), "families under strain, with what strains them", "It says what the family is, and leaves out what happened to it.", FAMILIES, r"Troubled Families|\bchallenging (?:families|parents|home|homes) to\b"),
    Wording(("needy",), "what the child needs, and who gives it", "It makes a need into a fault.", (*CHILDREN, "families", "parents")),
    Wording(("kids like that", "children like that", "families like that", "parents like that"), "the pupils or families by what they have in common", "It draws a line between them and us."),
    Wording(("uncooperative", "unsupportive", "disengaged", "disinterested", "neglectful"), "parents who did not come, and what kept them", "It answers a question that nobody asked them.", ("parents", "families", "mothers", "fathers", "carers")),
    Wording(("bad parents", "bad parenting", "poor parenting", "parents don't care", "parents who don't care", "parents do not care", "parents who do not care"), "what the family was dealing with, and what helped", "Blame closes the door that the school needs open."),
    Wording(("deprived", "underprivileged"), "families living in poverty, children with few resources", "Poverty is something people live in and not what they are.", (*CHILDREN, "families", "parents")),
    Wording(("feckless",), "what the family was dealing with", "It judges people whom the school needs."),
    Wording(("scrounger", "scroungers", "benefit families", "welfare families"), "families who receive benefits", "It is an insult to people in need."),
    Wording(("junkie", "junkies", "drug addict", "drug addicts", "addicts", "alcoholics", "alcoholic parents", "alcoholic mother", "alcoholic father"), "people with an addiction", "It is an illness, and there is a person with it."),
    Wording(("illegitimate child", "illegitimate children", "unmarried mother", "unmarried mothers"), "nothing at all, or: a parent on their own", "It matters to nobody who reads this."),
    Wording(("sink school", "sink schools", "sink estate", "sink estates", "rough area", "rough areas", "rough estate", "rough estates", "bad area"), "what it is like to live there, in facts: rents, jobs, distances", "Children live there and read this."),
    Wording(("dumping ground", "dumping grounds"), "what the place was used for, and by whom", "It turns the pupils there into rubbish."),
    Wording(("foster kids", "care kids", "looked-after kids", "looked after kids", "LAC", "LACs"), "children in care, care-experienced pupils", "LAC sounds like lack; young people have asked for other words."),
    # About where people come from
    Wording(("illegal immigrant", "illegal immigrants", "illegal migrants", "illegals"), "families without leave to remain", "No person is illegal; a status is irregular."),
    Wording(("foreign children", "foreign pupils", "foreign kids", "non-English speaking", "non-English speakers", "non-english speakers", "non-english speaking"), "pupils new to English, with the languages that they speak", "It names what they lack and hides the languages that they have."),
    Wording(("coloured people", "coloured children", "coloured pupils", "half-caste", "half caste", "ethnics", "non-whites", "non-white pupils", "non-white children"), "the groups by name: Black Caribbean, mixed heritage", "These words are out of use because they hurt."),
    Wording(("gypsy children", "gypsy families", "gypsies", "gypos", "pikeys"), "Gypsy, Roma and Traveller families, with capitals", "They are peoples with a name."),
    Wording(("BAME", "BME"), "the groups by name: Pakistani, Black Caribbean", "It hides which pupils are meant; the government stopped using it in 2022.", ("pupils", "children", "students", "kids", "families", "boys", "girls")),
)  # fmt: skip
