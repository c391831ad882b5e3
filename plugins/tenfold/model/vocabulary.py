"""The words that records choose from, each with the label that people read and what it means.

A vocabulary lives here and nowhere else: checks, browse pages, filters, forms and the field reference derive from it.
"""

from __future__ import annotations

from enum import StrEnum


class Word(StrEnum):
    """A word of a vocabulary: its value is what files say, its label what people read."""

    label: str
    meaning: str

    def __new__(cls, value: str, label: str, meaning: str = "") -> Word:
        word = str.__new__(cls, value)
        word._value_ = value
        word.label = label
        word.meaning = meaning
        return word


class Status(Word):
    """How far a record has come."""

    DRAFT = "draft", "Draft", "Being written. Checked, but not on the site."
    PUBLISHED = "published", "Published", "On the site."
    UNDER_REVIEW = "under_review", "Under review", "On the site, with a note that it is being looked at again."
    WITHDRAWN = "withdrawn", "Withdrawn", "Taken back. Its address stays and says why; the rest of it is gone."


class SettingKind(Word):
    """What kind of organisation did the work."""

    SCHOOL = "school", "School", "One school, of any phase."
    TRUST = "trust", "Multi-academy trust", "A trust that runs several schools."
    LOCAL_AUTHORITY = "local_authority", "Local authority", "A council, or one of its services."
    PARTNERSHIP = "partnership", "Partnership", "Schools, councils or services that work together."
    CHARITY = "charity", "Charity", "A charity or foundation that works with schools."
    PROGRAMME = "programme", "Programme", "A programme that several organisations take part in."


class Phase(Word):
    """The ages and kinds of school that the work was for."""

    EARLY_YEARS = "early_years", "Early years", "Nursery and reception, up to age 5."
    PRIMARY = "primary", "Primary", "Ages 4 to 11."
    SECONDARY = "secondary", "Secondary", "Ages 11 to 16, or to 18 with a sixth form."
    ALL_THROUGH = "all_through", "All-through", "Primary and secondary in one school."
    POST_16 = "post_16", "Post-16", "Sixth forms and colleges."
    SPECIAL = "special", "Special", "Special schools."
    ALTERNATIVE_PROVISION = (
        "alternative_provision",
        "Alternative provision",
        "Pupil referral units and other education outside mainstream and special schools.",
    )


class Region(Word):
    """The nine regions of England."""

    NORTH_EAST = "north_east", "North East"
    NORTH_WEST = "north_west", "North West"
    YORKSHIRE = "yorkshire_and_the_humber", "Yorkshire and the Humber"
    EAST_MIDLANDS = "east_midlands", "East Midlands"
    WEST_MIDLANDS = "west_midlands", "West Midlands"
    EAST_OF_ENGLAND = "east_of_england", "East of England"
    LONDON = "london", "London"
    SOUTH_EAST = "south_east", "South East"
    SOUTH_WEST = "south_west", "South West"


class Beneficiaries(Word):
    """Whom a key feature is for: the three groups that the ten features fall into."""

    ALL_PUPILS = "all_pupils", "All pupils", "Ways of working that a whole school shares."
    TARGETED_GROUPS = "targeted_groups", "Targeted groups", "Help for the pupils who need more than most."
    STAFF = "staff", "Staff", "How the adults learn from each other and lead."


class Need(Word):
    """Special educational needs and other circumstances that a practice speaks to."""

    SEMH = "semh", "Social, emotional and mental health", "SEMH, one of the four broad areas of need."
    COMMUNICATION = (
        "communication_and_interaction",
        "Communication and interaction",
        "Speech, language and social communication: one of the four broad areas of need.",
    )
    COGNITION = (
        "cognition_and_learning",
        "Cognition and learning",
        "Learning difficulties, general or specific: one of the four broad areas of need.",
    )
    SENSORY = (
        "sensory_and_physical",
        "Sensory and physical",
        "Vision, hearing, movement and medical needs: one of the four broad areas of need.",
    )
    AUTISM = "autism", "Autism", "Autistic pupils, diagnosed or not."
    ADHD = "adhd", "ADHD", "Attention deficit hyperactivity disorder."
    TRAUMA = "trauma", "Trauma and adversity", "Pupils shaped by adverse experiences in childhood."
    DISADVANTAGE = "disadvantage", "Poverty and disadvantage", "Families short of money, food, room or security."
    CARE = "care_experience", "Care experience", "Pupils who are or were looked after, or have a social worker."
    EAL = "english_as_an_additional_language", "English as an additional language", "Pupils new to English."
    YOUNG_CARERS = "young_carers", "Young carers", "Pupils who look after somebody at home."
    EXPLOITATION = "violence_and_exploitation", "Violence and exploitation", "Pupils at risk of either, or of both."


class Challenge(Word):
    """The situation that somebody was in when they started: what a reader recognises as their own."""

    EXCLUSION = "exclusion", "Exclusion and suspension", "Too many pupils sent home or away, or some groups far more."
    ATTENDANCE = "attendance", "Attendance", "Pupils who are away often, or who have stopped coming."
    TRANSITION = "transition", "Moving between schools", "Starting school, moving to Year 7, coming from elsewhere."
    BEHAVIOUR = "behaviour", "Behaviour", "Lessons and corridors that are hard for pupils and staff alike."
    WELLBEING = "wellbeing", "Mental health and wellbeing", "Pupils who are struggling, and long waits for help."
    UNMET_NEED = "unmet_need", "Needs seen too late", "Special educational needs missed, or met late."
    ATTAINMENT = "attainment", "Gaps in learning", "Some groups learn much less than they could."
    FAMILIES = "family_trust", "Families who have lost trust", "Parents and carers the school seldom hears from."
    VIOLENCE = "youth_violence", "Youth violence and exploitation", "Harm outside school that reaches into it."
    FRAGMENTATION = "fragmented_support", "Services that do not join up", "Many agencies, no single path through them."
    BELONGING = "belonging", "Pupils who do not feel they belong", "Isolation, disengagement, not being heard."
    REINTEGRATION = "reintegration", "Coming back to class", "Return from exclusion, absence or other provision."
    STAFFING = "staff_capacity", "Staff skills and capacity", "Adults without the training, time or support they need."
    FUNDING = "funding", "Little money", "Support that nobody seems to be able to pay for."


class EvidenceLevel(Word):
    """How strong the evidence is, from 0 to 5: Nesta's standards of evidence, with a 0 below them.

    Strength of evidence says how sure one can be, not how large the effect was.
    """

    DESCRIBED = "0", "Practice described", "The source says what is done, not what came of it."
    ACCOUNT = "1", "Convincing account", "Those involved give a reasoned account of why it works."
    MEASURED = "2", "Change measured", "Figures before and after, without a comparison group."
    COMPARED = "3", "Comparison group", "The change was larger than in a comparable group without the practice."
    REPLICATED = "4", "Replicated", "Independent studies found the same in other places."
    AT_SCALE = "5", "Shown at scale", "It keeps its effect when many settings use it, with manuals and checks."


class CostBand(Word):
    """What it took in money, roughly, for one setting in a year."""

    EXISTING = "existing_resources", "Existing resources", "Time of staff already there; no new money."
    LOW = "low", "Low", "Training, materials or a few hours: what a school can find in a year's budget."
    MEDIUM = "medium", "Medium", "Part of a post or more, or a commissioned service."
    HIGH = "high", "High", "A team, a building or a programme across many schools."


class Unit(Word):
    """What a figure counts, so that it can be shown and checked properly."""

    PERCENT = "percent", "per cent", "A share of a hundred. Write the number alone: 94.8"
    POINTS = "percentage_points", "percentage points", "A difference between two shares."
    POUNDS = "pounds", "pounds", "An amount of money. Write the number alone: 120000"
    PUPILS = "pupils", "pupils", "Children and young people. Under ten of them can point at somebody."
    FAMILIES = "families", "families"
    STAFF = "staff", "staff", "Adults who work there."
    PEOPLE = "people", "people", "Adults, or adults and children together."
    SCHOOLS = "schools", "schools", "Schools and other settings."
    PLACES = "local_areas", "local areas", "Boroughs, councils, regions."
    EXCLUSIONS = "exclusions", "exclusions", "Suspensions, fixed-term or permanent exclusions."
    INCIDENTS = "incidents", "incidents", "Events, referrals, sessions, decisions."
    MONTHS = "months", "months"
    YEARS = "years", "years"
    SCORE = "score", "score", "A point on a scale, such as Progress 8."
    OTHER = "other", "", "The label says what is counted."


class Comparison(Word):
    """What a figure is held against."""

    EARLIER = "earlier", "Before", "The same thing, measured before."
    ELSEWHERE = "elsewhere", "Elsewhere", "Other places, or an average of many."
    GROUP = "another_group", "Another group", "Other pupils at the same place."
    TARGET = "target", "Target", "What was hoped for."
    WHOLE = "whole", "Out of", "The number that this one is a part of."


class Voice(Word):
    """Who had a part in the work or in telling it."""

    PUPILS = "pupils", "Pupils"
    FAMILIES = "families", "Parents and carers"
    STAFF = "staff", "Staff"
    LEADERS = "leaders", "Leaders"
    GOVERNORS = "governors", "Governors and trustees"
    PARTNERS = "partners", "Partner services"
    COMMUNITY = "community", "Community and voluntary groups"


class SourceKind(Word):
    """What kind of document a source is."""

    REPORT = "report", "Report"
    TOOLKIT = "toolkit", "Toolkit"
    ARTICLE = "article", "Journal article"
    BOOK = "book", "Book"
    CHAPTER = "chapter", "Book chapter"
    REVIEW = "review", "Evidence review"
    STATISTICS = "statistics", "Statistics"
    GUIDANCE = "guidance", "Guidance"
    NEWS = "news", "News report"
    BLOG = "blog", "Blog or opinion piece"
    WEBSITE = "website", "Website"
    INSPECTION = "inspection", "Inspection report"
    PAPER = "paper", "Working or conference paper"
    VIDEO = "video", "Video or talk"


class Licence(Word):
    """Under what terms others may use a record."""

    CC_BY = "CC-BY-4.0", "CC BY 4.0", "Use and change it, and say where it came from."
    CC_BY_SA = "CC-BY-SA-4.0", "CC BY-SA 4.0", "The same, and pass it on under the same terms."
    OGL = "OGL-UK-3.0", "Open Government Licence 3.0", "For what public bodies publish."
    CC0 = "CC0-1.0", "CC0", "No conditions."
