"""The words that say who and where: kinds of setting, phases, regions."""

from __future__ import annotations

from tenfold.model.vocabulary.word import Word


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
