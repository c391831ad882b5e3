"""The rules explain themselves: the site and the messages show these words."""

from __future__ import annotations

import re

import pytest

from tenfold.safeguarding import Rule, rules


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_rule_says_what_it_finds_why_and_what_to_write_instead(rule: Rule) -> None:
    assert re.fullmatch(r"safeguarding-[a-z]+(?:-[a-z]+)*", rule.name)
    assert rule.title[0].isupper()
    assert rule.message[0].islower()
    for sentence in (rule.finds, rule.message, rule.why, rule.safer):
        assert sentence.endswith(".")


def test_names_of_rules_are_given_once() -> None:
    names = [rule.name for rule in rules()]
    assert len(set(names)) == len(names)


def test_what_nobody_can_accept_is_hidden_everywhere() -> None:
    assert all(rule.is_a_value for rule in rules() if not rule.acceptable)
