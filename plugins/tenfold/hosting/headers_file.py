"""Netlify and Cloudflare Pages: a file `_headers` at the root of what is published."""

from __future__ import annotations

from collections.abc import Iterator

from tenfold.hosting.headers import HTTPS_ONLY, KEPT_LONGER, full_type, kept_for, protection
from tenfold.hosting.policy import Policy

FILE = "_headers"
REDIRECTS = "_redirects"
MOST_RULES = 100
MOST_LETTERS = 2000
"""What Cloudflare reads at most: rules in the file, and letters in a line of it."""
SHOWN_AS_TEXT = ("yml", "md")


def headers_file(policy: Policy, path: str) -> str:
    """The rules of a site that stands below a path of its host.

    No header is named by two rules that meet, because the hosts would join the two values. Pages have none for how long
    they may be kept: what both hosts say by themselves is right, ask each time.
    """
    rules = [
        (f"{path}*", {**protection(policy), "Strict-Transport-Security": HTTPS_ONLY}),
        *((f"{path}{below}*", {"Cache-Control": kept_for(days)}) for below, days in KEPT_LONGER.items()),
        *((f"{path}*.{ending}", {"Content-Type": full_type(ending)}) for ending in SHOWN_AS_TEXT),
    ]
    lines = ["# Made by tenfold headers from the built site. Make it anew after each build."]
    for pattern, headers in rules:
        lines += [pattern, *(f"  {name}: {value}" for name, value in headers.items())]
    return "\n".join(lines) + "\n"


def too_much(text: str) -> Iterator[str]:
    """What of a file the hosts would pass over."""
    for line in text.splitlines():
        if len(line) > MOST_LETTERS:
            name = line.strip().partition(":")[0]
            yield f"the header {name} is {len(line):,} characters long, and lines over {MOST_LETTERS:,} are passed over"
    rules = sum(line.startswith("/") for line in text.splitlines())
    if rules > MOST_RULES:
        yield f"there are {rules} rules, and those after the first {MOST_RULES} are passed over"
