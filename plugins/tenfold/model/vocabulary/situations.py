"""The words that say for whom and against what: needs, challenges, groups of beneficiaries."""

from __future__ import annotations

from tenfold.model.vocabulary.word import Word


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
        (
            *("exclu", "suspen", "fixed term", "off rolling", "off rolled", "sent home", "kicked out"),
            *("part time timetable", "reduced timetable", "managed move"),
        ),
    )
    ATTENDANCE = (
        "attendance",
        "Attendance",
        "Pupils who are away often, or who have stopped coming.",
        (
            *("attend", "absen", "truan", "school refus", "refusing school", "refuses school", "school avoid", "ebsa"),
            *("ebsna", "emotionally based", "not coming", "missing school", "part time timetable", "reduced timetable"),
            *("stopped coming", "stopped going", "refuses to come", "refusing to come", "refuses to go"),
            *("refusing to go", "won t come to school", "won t go to school", "can t face school"),
        ),
    )
    TRANSITION = (
        "transition",
        "Moving between schools",
        "Starting school, moving to Year 7, coming from elsewhere.",
        ("transition", "year 6", "year 7", "moving school", "moving up", "new school", "starting school"),
    )
    BEHAVIOUR = (
        "behaviour",
        "Behaviour",
        "Lessons and corridors that are hard for pupils and staff alike.",
        ("behavio", "disrupt", "detention", "sanction", "isolation room", "internal exclusion"),
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
