"""Whose an e-mail address is: a person's, or a role's.

A role mailbox outlives whoever reads it: office@, senco@, send-team@, admissions@. An address with somebody's name in
it is personal, at work as well as at home, because records name adults by their role. Where nothing tells the two
apart, the address counts as personal:

- at a provider of mailboxes for everybody (Gmail, Outlook and others), every address is personal;
- at an organisation, an address is a role's when it is made up of words for roles, teams and things (`office`,
  `senco`, `earlyhelp`), of words of the domain itself (`oakprimary@oakprimary...`), and of digits;
- the domains that standards keep for examples belong to nobody.
"""

from __future__ import annotations

import re

PROVIDERS = """
gmail googlemail hotmail outlook live msn yahoo ymail rocketmail icloud me mac aol btinternet btopenworld sky
virginmedia ntlworld blueyonder talktalk tiscali plusnet proton protonmail pm gmx mail zoho fastmail tutanota tuta
hey
"""
FOR_EVERYBODY = frozenset(PROVIDERS.split())
"""First parts of domains at which anybody can have a mailbox."""

RESERVED = re.compile(r"(?:.*\.)?(?:example(?:\.(?:com|org|net))?|invalid|test|localhost)")

ROLE_WORDS = """
a about academic academy access accessibility accounts admin administration administrator admissions advice adviser
advisory alliance alternative and ap appeals apply area assistant at attendance audit autism behaviour belonging
board booking bookings borough bursar business by camhs care careers case cases casework catering centre ceo chair
charity charter child children childrens city clerk coach coaching college comms communications community
complaints conference connect consultation contact contacts contactus content contributions council counselling
county courses cpd curriculum data deputy deputyhead designated desk development digital director directorate
disability district dofe donations dpo dsl duty early earlyhelp earlyyears east editor editors education
educational ehc ehcp ehcps ehe elsa email engage engagement england enquire enquiries enquiry ep eps equalities
equality esafety estates evaluation events exams exclusion exclusions external eyfs facilities families family
federation feedback finance first foi forum foster fostering foundation freedom front fsm fund funding fundraising
general governance governor governors grants group guidance head headmaster headmistress headoffice headpa heads
headteacher headteachers health healthy hello help helpdesk helpline hi home hospital hr hub improvement in
inclusion inclusive infant infants info information initiative inspection it items jobs join junior juniors
knowledge la lado leader leaders leadership learn learning leaver leavers legal lettings lib library local london
mail mailbox mainstream management manager marketing mash mat me media medical membership mental mentoring mhst
multi music national network news newsletter nhs no noreply north nursery nurture of office officer officers online
operations outreach pa panel parent parents partner partners partnership partnerships pastoral pay payroll people
permanent place placements planning policy portal post postmaster practice premises press primary principal privacy
procurement professional programme project projects provision pru psychology public publications pupil pupils
pupilservices queries reception records recruitment referral referrals regional register registrar reintegration
relations replies reply report reports request requests research resources response restorative review reviews safe
safeguarding sales school schooloffice schools secondary secretary sen senco sencos send sendco sendcos sendias
sendiass senteam service services site sixth sixthform social south special speech staff standards statistics stats
strategy student students study suggestions supply support survey surveys teacher teachers teaching team teams tech
technical the therapy to toolkit training transition transport trust trustee trustees tuition uk unit universal
university us vacancies virtual virtualschool voice volunteer volunteering vulnerable web webmaster website welcome
welfare wellbeing west with work workforce workshops year years young youth
"""
ROLES = frozenset(ROLE_WORDS.split())
"""Words that name a role, a team or a thing and never a person."""
LONGEST = max(map(len, ROLES))


def is_personal(local: str, domain: str) -> bool:
    """Whether an address belongs to a person: the part before the @, and the part behind it."""
    local, domain = local.lower(), domain.lower()
    if RESERVED.fullmatch(domain):
        return False
    parts = domain.split(".")
    if parts[0] in FOR_EVERYBODY:
        return True
    own = {part for part in re.split(r"[.-]", domain) if len(part) > 2}
    own |= {part.replace("-", "") for part in parts if len(part) > 2}
    return not all(is_made_of(part, ROLES | own) for part in re.split(r"[._+-]", local) if part)


def is_made_of(text: str, words: frozenset[str] | set[str]) -> bool:
    """Whether a text is nothing but these words and digits, one behind the other: `sendteam2`."""
    text = text.strip("0123456789")
    reached = {0}
    for end in range(1, len(text) + 1):
        if any(text[start:end] in words for start in reached if len(text[start:end]) > 1):
            reached.add(end)
    return len(text) in reached
