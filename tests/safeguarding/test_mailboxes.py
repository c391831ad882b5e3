"""Whose an address is: a person's, or a role's."""

from __future__ import annotations

import pytest

from tenfold.safeguarding.mailboxes import is_personal


@pytest.mark.parametrize(
    "address",
    [
        "jane.quill@anytown.sch.uk",
        "j.quill@anytown.gov.uk",
        "jquill@anytown.gov.uk",
        "quill_j@elmtrust.org",
        "jane@elmtrust.org",
        "office@gmail.com",
        "head.quill@anytown.sch.uk",
        "jane.office@anytown.sch.uk",
        "Jane.Quill@ANYTOWN.SCH.UK",
        "jane+office@anytown.sch.uk",
    ],
)
def test_an_address_with_a_name_in_it_is_personal(address: str) -> None:
    assert is_personal(*address.split("@"))


@pytest.mark.parametrize(
    "address",
    [
        "office@oakprimary.anytown.sch.uk",
        "senco@anytown.sch.uk",
        "send-team@anytown.gov.uk",
        "early.help@anytown.gov.uk",
        "EarlyHelp@anytown.gov.uk",
        "admin2@anytown.sch.uk",
        "oak-primary@oak-primary.anytown.sch.uk",
        "anytown.exclusions@anytown.gov.uk",
        "headteacher@anytown.sch.uk",
        "inclusion_reviews@anytown.gov.uk",
        "anybody@example.org",
        "jane.quill@school.example",
    ],
)
def test_a_mailbox_of_a_role_or_an_organisation_is_not(address: str) -> None:
    assert not is_personal(*address.split("@"))
