"""`tenfold palette`, for a host who chooses colours."""

from __future__ import annotations

import re

import pytest

from tenfold.cli import main


def test_two_colours_that_pass_are_shown_with_every_pair(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["palette", "00543c", "#b76300"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("light: brand #00543c  spark #b76300  deep #")
    pairs = re.findall(r"^ +([\d.]+) to 1  needs ([\d.]+)", out, re.MULTILINE)
    assert len(pairs) >= 60
    assert all(float(has) >= float(needs) for has, needs in pairs)
    assert "Every pair passes, in light and in dark." in out


def test_colours_that_fail_are_refused_with_what_passes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["palette", "#ffd400", "teal"]) == 1
    out = capsys.readouterr().out
    assert out == (
        'accent: "teal" is not a colour as six digits. Write "#008080".\n'
        "Nothing was changed. Try again with a colour that passes.\n"
    )
    assert main(["palette", "#ffd400", "#008080"]) == 1
    assert "The nearest that passes: #806900 (4.6 to 1)." in capsys.readouterr().out
