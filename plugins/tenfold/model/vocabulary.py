"""The words that records choose from, each with the label that people read and what it means.

A vocabulary lives here and nowhere else: checks, browse pages, filters, forms and the field reference derive from it.
"""

from __future__ import annotations

from enum import StrEnum


class Word(StrEnum):
    """A word of a vocabulary: its value is what files say, its label what people read.

    `also` holds what else people type when they mean it, in small letters: words or phrases, each of which the finder
    takes as a hint. They count with any ending ("exclu" is excluded, exclusion, excluding), unless they end in a space
    ("mat " is no more than that). A hyphen is a space.
    """

    label: str
    meaning: str
    also: tuple[str, ...]

    def __new__(cls, value: str, label: str, meaning: str = "", also: tuple[str, ...] = ()) -> Word:
        word = str.__new__(cls, value)
        word._value_ = value
        word.label = label
        word.meaning = meaning
        word.also = also
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
    TRUST = ("trust", "Multi-academy trust", "A trust that runs several schools.", ("trust", "mat ", "academy trust"))
    LOCAL_AUTHORITY = (
        "local_authority",
        "Local authority",
        "A council, or one of its services.",
        ("local authorit", "council", "borough", "la "),
    )
    PARTNERSHIP = (
        "partnership",
        "Partnership",
        "Schools, councils or services that work together.",
        ("partnership", "consortium"),
    )
    CHARITY = (
        "charity",
        "Charity",
        "A charity or foundation that works with schools.",
        ("charit", "foundation", "voluntary"),
    )
    PROGRAMME = ("programme", "Programme", "A programme that several organisations take part in.", ("programme",))


class Phase(Word):
    """The ages and kinds of school that the work was for."""

    EARLY_YEARS = (
        "early_years",
        "Early years",
        "Nursery and reception, up to age 5.",
        ("early years", "nurser", "reception", "eyfs", "preschool"),
    )
    PRIMARY = (
        "primary",
        "Primary",
        "Ages 4 to 11.",
        ("primary", "infant", "junior", "key stage 1", "key stage 2", "ks1", "ks2"),
    )
    SECONDARY = (
        "secondary",
        "Secondary",
        "Ages 11 to 16, or to 18 with a sixth form.",
        ("secondary", "high school", "comprehensive", "key stage 3", "key stage 4", "ks3", "ks4", "gcse"),
    )
    ALL_THROUGH = ("all_through", "All-through", "Primary and secondary in one school.", ("all through",))
    POST_16 = (
        "post_16",
        "Post-16",
        "Sixth forms and colleges.",
        ("post 16", "sixth form", "college", "fe ", "key stage 5", "ks5"),
    )
    SPECIAL = ("special", "Special", "Special schools.", ("special school", "special provision"))
    ALTERNATIVE_PROVISION = (
        "alternative_provision",
        "Alternative provision",
        "Pupil referral units and other education outside mainstream and special schools.",
        ("alternative provision", "pupil referral", "pru ", "ap "),
    )


class Region(Word):
    """The nine regions of England."""

    NORTH_EAST = (
        "north_east",
        "North East",
        "",
        ("north east", "newcastle", "sunderland", "durham", "teesside"),
    )
    NORTH_WEST = (
        "north_west",
        "North West",
        "",
        ("north west", "manchester", "liverpool", "lancashire", "cumbria", "cheshire"),
    )
    YORKSHIRE = (
        "yorkshire_and_the_humber",
        "Yorkshire and the Humber",
        "",
        ("yorkshire", "leeds", "sheffield", "hull", "bradford", "humber"),
    )
    EAST_MIDLANDS = (
        "east_midlands",
        "East Midlands",
        "",
        ("east midlands", "nottingham", "leicester", "derby", "lincoln", "northampton"),
    )
    WEST_MIDLANDS = (
        "west_midlands",
        "West Midlands",
        "",
        ("west midlands", "birmingham", "coventry", "wolverhampton", "stoke", "black country"),
    )
    EAST_OF_ENGLAND = (
        "east_of_england",
        "East of England",
        "",
        ("east of england", "norfolk", "suffolk", "essex", "cambridge", "hertford", "bedford", "luton"),
    )
    LONDON = ("london", "London", "", ("london",))
    SOUTH_EAST = (
        "south_east",
        "South East",
        "",
        ("south east", "kent", "surrey", "sussex", "hampshire", "oxford", "berkshire", "brighton"),
    )
    SOUTH_WEST = (
        "south_west",
        "South West",
        "",
        ("south west", "bristol", "devon", "cornwall", "dorset", "somerset", "gloucester", "plymouth"),
    )


class Beneficiaries(Word):
    """Whom a key feature is for: the three groups that the ten features fall into."""

    ALL_PUPILS = "all_pupils", "All pupils", "Ways of working that a whole school shares."
    TARGETED_GROUPS = "targeted_groups", "Targeted groups", "Help for the pupils who need more than most."
    STAFF = "staff", "Staff", "How the adults learn from each other and lead."


class Need(Word):
    """Special educational needs and other circumstances that a practice speaks to."""

    SEMH = (
        "semh",
        "Social, emotional and mental health",
        "SEMH, one of the four broad areas of need.",
        ("semh", "emotional", "social and emotional", "dysregulat"),
    )
    COMMUNICATION = (
        "communication_and_interaction",
        "Communication and interaction",
        "Speech, language and social communication: one of the four broad areas of need.",
        ("speech", "language", "communication", "slcn"),
    )
    COGNITION = (
        "cognition_and_learning",
        "Cognition and learning",
        "Learning difficulties, general or specific: one of the four broad areas of need.",
        ("learning difficult", "dyslexi", "moderate learning", "mld", "spld"),
    )
    SENSORY = (
        "sensory_and_physical",
        "Sensory and physical",
        "Vision, hearing, movement and medical needs: one of the four broad areas of need.",
        ("sensory", "physical", "hearing", "visual impairment", "deaf", "blind", "medical"),
    )
    AUTISM = (
        "autism",
        "Autism",
        "Autistic pupils, diagnosed or not.",
        ("autis", "asd", "asc ", "neurodiver", "neurodivergent"),
    )
    ADHD = (
        "adhd",
        "ADHD",
        "Attention deficit hyperactivity disorder.",
        ("adhd", "attention deficit", "hyperactiv", "neurodiver"),
    )
    TRAUMA = (
        "trauma",
        "Trauma and adversity",
        "Pupils shaped by adverse experiences in childhood.",
        ("trauma", "adverse childhood", "aces", "adversity"),
    )
    DISADVANTAGE = (
        "disadvantage",
        "Poverty and disadvantage",
        "Families short of money, food, room or security.",
        ("poverty", "disadvantage", "pupil premium", "fsm", "free school meal", "deprived", "low income", "hunger"),
    )
    CARE = (
        "care_experience",
        "Care experience",
        "Pupils who are or were looked after, or have a social worker.",
        ("looked after", "in care", "foster", "care experienced", "care leaver", "virtual school", "social worker"),
    )
    EAL = (
        "english_as_an_additional_language",
        "English as an additional language",
        "Pupils new to English.",
        ("eal", "additional language", "new to english", "refugee", "asylum", "newly arrived"),
    )
    YOUNG_CARERS = ("young_carers", "Young carers", "Pupils who look after somebody at home.", ("young carer",))
    EXPLOITATION = (
        "violence_and_exploitation",
        "Violence and exploitation",
        "Pupils at risk of either, or of both.",
        ("exploit", "county lines", "gang", "knife"),
    )


class Challenge(Word):
    """The situation that somebody was in when they started: what a reader recognises as their own."""

    EXCLUSION = (
        "exclusion",
        "Exclusion and suspension",
        "Too many pupils sent home or away, or some groups far more.",
        ("exclu", "suspen", "fixed term", "off rolling", "sent home"),
    )
    ATTENDANCE = (
        "attendance",
        "Attendance",
        "Pupils who are away often, or who have stopped coming.",
        ("attend", "absen", "truan", "school refus", "ebsa", "emotionally based", "not coming", "missing school"),
    )
    TRANSITION = (
        "transition",
        "Moving between schools",
        "Starting school, moving to Year 7, coming from elsewhere.",
        ("transition", "year 7", "moving school", "new school", "starting school"),
    )
    BEHAVIOUR = (
        "behaviour",
        "Behaviour",
        "Lessons and corridors that are hard for pupils and staff alike.",
        ("behavio", "disrupt", "detention", "isolation room", "internal exclusion"),
    )
    WELLBEING = (
        "wellbeing",
        "Mental health and wellbeing",
        "Pupils who are struggling, and long waits for help.",
        ("mental health", "wellbeing", "well being", "anxi", "self harm", "camhs"),
    )
    UNMET_NEED = (
        "unmet_need",
        "Needs seen too late",
        "Special educational needs missed, or met late.",
        ("unmet need", "late diagnos", "undiagnosed", "early identification", "waiting list", "ehcp"),
    )
    ATTAINMENT = (
        "attainment",
        "Gaps in learning",
        "Some groups learn much less than they could.",
        ("attainment", "gap", "literacy", "reading", "progress 8", "catch up"),
    )
    FAMILIES = (
        "family_trust",
        "Families who have lost trust",
        "Parents and carers the school seldom hears from.",
        ("parent", "famil", "carer", "hard to reach"),
    )
    VIOLENCE = (
        "youth_violence",
        "Youth violence and exploitation",
        "Harm outside school that reaches into it.",
        ("violence", "knife", "gang", "county lines", "youth crime"),
    )
    FRAGMENTATION = (
        "fragmented_support",
        "Services that do not join up",
        "Many agencies, no single path through them.",
        ("multi agency", "joined up", "join up", "services", "silo"),
    )
    BELONGING = (
        "belonging",
        "Pupils who do not feel they belong",
        "Isolation, disengagement, not being heard.",
        ("belong", "isolat", "disengag", "lonel", "pupil voice"),
    )
    REINTEGRATION = (
        "reintegration",
        "Coming back to class",
        "Return from exclusion, absence or other provision.",
        ("reintegrat", "return to school", "coming back", "back to class", "managed move"),
    )
    STAFFING = (
        "staff_capacity",
        "Staff skills and capacity",
        "Adults without the training, time or support they need.",
        ("training", "cpd", "staff capacity", "recruitment", "retention", "workload"),
    )
    FUNDING = (
        "funding",
        "Little money",
        "Support that nobody seems to be able to pay for.",
        (
            "no money",
            "little money",
            "no budget",
            "budget",
            "funding",
            "cheap",
            "afford",
            "low cost",
            "no extra money",
            "for free",
        ),
    )


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

    EXISTING = (
        "existing_resources",
        "Existing resources",
        "Time of staff already there; no new money.",
        ("no money", "no cost", "no extra money", "no budget", "for free", "existing staff"),
    )
    LOW = (
        "low",
        "Low",
        "Training, materials or a few hours: what a school can find in a year's budget.",
        ("cheap", "low cost", "little money", "afford"),
    )
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


class Drafter(Word):
    """Whose theory of change it is."""

    SETTING = "setting", "The setting", "Its own, as it uses it."
    PUBLISHED = "published", "The setting, as published", "Its own, retold from what was published about it."
    TOOLKIT = "toolkit", "The toolkit", "Drawn by the toolkit from the published case study, not by the setting."


class SheetKind(Word):
    """What is drawn on the sheet of an exercise. The meaning says it to those who cannot see it."""

    PLAYERS_MAP = (
        "players_map",
        "System-players map",
        "A young person in the middle of three rings, from home and friends outwards; beyond them the wider system.",
    )
    ICEBERG = (
        "iceberg",
        "Iceberg",
        "An iceberg in four layers with a question each: events above the water, three deeper layers below it.",
    )
    ENERGY_FOR_CHANGE = (
        "energy_for_change",
        "Energy for change",
        "A table of questions, two for each of three levels, with columns for votes: feasible, desirable, viable.",
    )
    INVITATIONS = (
        "invitations",
        "Who to invite",
        "A table of the sides of the system: whom to invite from each, what they see, and who asks them by when.",
    )
    EQUITY = (
        "equity",
        "Working equitably",
        "Six boxes to write in: what is asked, what is gained, what it costs, thanks, a safe room, what comes after.",
    )


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
