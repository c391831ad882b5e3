"""How Jinja reads fragments: what it keeps of them, and that calls are those that it would make itself."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import Environment, TemplateError, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from tenfold.render.fragments import compiled_beside, environment, escaped


class Greeter:
    def greet(self, name: str, *, loudly: bool = False) -> str:
        return f"Hello {name}{'!' if loudly else '.'}"

    @property
    def itself(self) -> Greeter:
        return self


@pytest.fixture
def fragments(tmp_path: Path) -> Path:
    folder = tmp_path / "fragments"
    folder.mkdir()
    (folder / "parts.jinja").write_text(
        "{% macro twice(text) %}{{ text }} {{ caller() if caller is defined else text }}{% endmacro %}"
    )
    (folder / "page.jinja").write_text(
        "{% import 'parts.jinja' as parts %}"
        "{% for name in names %}{{ who.itself.greet(name, loudly=loop.last) }} {% endfor %}"
        "{{ parts.twice('<b>') }} {% call parts.twice('a') %}{{ who.greet('you') }}{% endcall %} {{ seen('names') }}"
    )
    return folder


@pass_context
def seen(context: Context, name: str) -> str:
    return ", ".join(context[name])


def rendered(made: Environment) -> str:
    return made.get_template("page.jinja").render(who=Greeter(), names=["Ann", "<Bo>"], seen=seen)


SAID = "Hello Ann. Hello &lt;Bo&gt;! &lt;b&gt; &lt;b&gt; a Hello you. Ann, &lt;Bo&gt;"


class Words(str):
    """A text of a kind of its own, as the words of a vocabulary are."""


class Drawn:
    def __html__(self) -> str:
        return "<svg>"


class TestEscaping:
    @pytest.mark.parametrize(
        "value",
        ["a < b & 'c'", "", Markup("<b>"), Words("<b>"), Drawn(), 3, 1.5, True, None, ["<b>"]],
        ids=lambda value: type(value).__name__,
    )
    def test_it_is_that_of_the_library(self, value: object) -> None:
        assert (escaped(value), type(escaped(value))) == (escape(value), Markup)


class TestCalls:
    def test_methods_macros_and_functions_get_what_they_are_called_with(self, fragments: Path) -> None:
        assert rendered(environment([fragments])) == SAID

    def test_a_text_is_escaped_although_html_that_reads_the_same_stood_there_before(self, fragments: Path) -> None:
        (fragments / "page.jinja").write_text("{{ one }}{{ other }}{{ one }}")
        page = environment([fragments]).get_template("page.jinja")
        assert page.render(one=Markup("<i>"), other="<i>") == "<i>&lt;i&gt;<i>"
        assert page.render(one="<i>", other=Markup("<i>")) == "&lt;i&gt;<i>&lt;i&gt;"

    def test_a_method_that_is_not_there_is_an_error(self, fragments: Path) -> None:
        (fragments / "page.jinja").write_text("{{ who.wave() }}")
        with pytest.raises(TemplateError, match="has no attribute 'wave'"):
            rendered(environment([fragments]))


class TestKept:
    @pytest.fixture(autouse=True)
    def prefix(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        prefix = tmp_path / "compiled"
        monkeypatch.setattr(sys, "pycache_prefix", str(prefix))
        monkeypatch.setattr(sys, "dont_write_bytecode", False)
        return prefix

    def test_what_is_compiled_once_is_not_compiled_again(
        self, fragments: Path, prefix: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert rendered(environment([fragments])) == SAID
        assert len([file for file in prefix.rglob("*") if file.is_file()]) == 2
        monkeypatch.setattr(Environment, "compile", None)
        assert rendered(environment([fragments])) == SAID

    def test_a_changed_fragment_is_read_anew(self, fragments: Path) -> None:
        rendered(environment([fragments]))
        (fragments / "page.jinja").write_text("changed")
        assert rendered(environment([fragments])) == "changed"

    @pytest.mark.parametrize("left", [0, 5, 20, 40, 100, -10])
    def test_what_was_cut_short_is_compiled_anew(self, left: int, fragments: Path, prefix: Path) -> None:
        rendered(environment([fragments]))
        for file in prefix.rglob("*.cache"):
            file.write_bytes(file.read_bytes()[:left])
        assert rendered(environment([fragments])) == SAID

    def test_beside_the_fragments_unless_told_otherwise(self, fragments: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "pycache_prefix", None)
        rendered(environment([fragments]))
        assert len(list((fragments / "__pycache__").iterdir())) == 2

    def test_nothing_where_python_is_to_keep_nothing(
        self, fragments: Path, prefix: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "dont_write_bytecode", True)
        assert rendered(environment([fragments])) == SAID
        assert not prefix.exists()

    def test_nothing_where_there_can_be_no_folder(self, fragments: Path, prefix: Path) -> None:
        prefix.write_text("a file")
        assert compiled_beside(fragments) is None
        assert rendered(environment([fragments])) == SAID
