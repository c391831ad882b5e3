"""Which tests a worker is given at once, and which come first.

What the tests of a file share is made once, and no worker is left alone with something long while others have nothing
to do.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from xdist.scheduler import LoadScopeScheduling

from tests.support.groups import GROUPS, group_of

ONE_BY_ONE = frozenset({"tests/browser/test_every_page.py"})
"""Files whose tests take long and share nothing but the real site, which all workers share: any worker may help."""


class ByFile(LoadScopeScheduling):
    """Gives each worker the tests of a file, then those of the next file that nobody has yet."""

    def _split_scope(self, nodeid: str) -> str:
        return together(nodeid)


def together(nodeid: str) -> str:
    """The name that the tests have in common which one worker is given: their file, or a test's own name."""
    file = nodeid.partition("::")[0]
    return nodeid if file in ONE_BY_ONE else file


def long_first(items: Sequence[pytest.Item]) -> list[pytest.Item]:
    """Files with a test that starts another program, then those that write files, then those in memory alone.

    Within a group the files stay in their order, and so do the tests of a file.
    """
    groups: dict[str, int] = {}
    for item in items:
        file = item.nodeid.partition("::")[0]
        groups[file] = max(groups.get(file, 0), GROUPS.index(group_of(item)))
    return sorted(items, key=lambda item: -groups[item.nodeid.partition("::")[0]])
