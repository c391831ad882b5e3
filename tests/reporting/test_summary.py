"""The summary that a head teacher reads, and that nothing in it is more than words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.support.problems import a_problem
from tests.support.steady import STEADY

from tenfold.problems import Level, printable
from tenfold.reporting import Report, as_markdown
from tenfold.reporting.changes import changes_as_markdown
from tenfold.reporting.summary import MOST_BYTES, MOST_IN_A_FILE, text

ELM = "content/case_studies/elm.yml"
HOST = "https://host.example/council/toolkit/blob/abc"
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def shown(markdown: str) -> str:
    """What a reader sees: the words alone."""
    tokens = [child for token in READER.parse(markdown) for child in token.children or ()]
    words = "".join(token.content for token in tokens if token.type in ("text", "text_special", "entity"))
    return words.replace("\u200b", "")


def kinds(markdown: str) -> set[str]:
    """The kinds of markup in a text."""
    tokens = READER.parse(markdown)
    return {token.type for token in tokens} | {child.type for token in tokens for child in token.children or ()}


def test_a_file_without_a_problem_gets_a_kind_sentence() -> None:
    said = as_markdown(Report([], [ELM]))

    assert said.startswith("## The check found nothing that has to change\n")
    assert "### Nothing to mend here, thank you" in said
    assert said.endswith("\n\n- content/case\\_studies/elm\\.yml\n\n")


def test_very_many_good_files_are_counted() -> None:
    said = as_markdown(Report([], [f"content/{number}.yml" for number in range(MOST_IN_A_FILE + 5)]))

    assert said.count("\n- ") == MOST_IN_A_FILE
    assert "And 5 files more." in said


def test_what_must_change_comes_before_what_could_be_better_and_both_before_thanks() -> None:
    problems = [a_problem(level=Level.ADVICE, message="it could be shorter."), a_problem(field="in_numbers[2].value")]
    said = as_markdown(Report(problems, [ELM]))

    assert said.startswith("## 1 thing to mend in 1 file\n")
    assert said.index("What must change") < said.index("What could be better") < said.index("Nothing to mend")
    assert "**in numbers, entry 2: value**: something is wrong\\. Do this\\." in said


def test_lines_are_linked_to_the_host() -> None:
    said = as_markdown(Report([a_problem(path="content/a b(c).yml", line=12)], link=f"{HOST}/"))

    assert f"- [Line 12]({HOST}/content/a%20b%28c%29.yml#L12): " in said


def test_without_a_host_lines_are_named() -> None:
    assert "- Line 7: something is wrong" in as_markdown(Report([a_problem()]))


def test_a_file_with_very_many_problems_does_not_crowd_out_the_others() -> None:
    many = [a_problem(line=line) for line in range(1, MOST_IN_A_FILE + 8)]
    said = as_markdown(Report([*many, a_problem(path=ELM)]))

    assert said.count("\n- Line ") == MOST_IN_A_FILE + 1
    assert "- And 7 things more of this kind in this file." in said
    assert "### content/case\\_studies/elm\\.yml" in said


def test_the_summary_has_an_end() -> None:
    """1,000 files with 300 kB of problems each."""
    problems = [
        problem
        for number in range(1000)
        for problem in [a_problem(path=f"content/{number}.yml", message="é" * 1000)] * 150
    ]
    said = as_markdown(Report(problems))

    assert len(said.encode()) < MOST_BYTES * 1.1
    assert said.rstrip().endswith("more files than fit here: see the log of this run.")


HOSTILE = [
    "<script>alert(1)</script>",
    "<!-- ",
    "[x](javascript:alert(1))",
    "![x](https://example.org/pixel.png)",
    "@council/editors look",
    "https://evil.example/ and www.evil.example",
    "`code` **bold** _em_ ~~x~~",
    "| a | b |\n| --- | --- |",
    "# heading",
    "\n\n## heading\n\n- [x] done",
    "&lt;b&gt; &amp;",
    "\x1b[31mred",
    "$x^2$",
]
WORDS = st.text() | st.sampled_from(HOSTILE) | st.text(alphabet=st.sampled_from("<>[]()!`*_~#|@:/w.-+1 \\&;\n"))


@STEADY
@given(WORDS)
def test_words_stay_words(words: str) -> None:
    said = text(words)
    inside = f"- **{text('field')}**: x {said} x"

    assert kinds(inside) <= {"bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close",
                             "paragraph_open", "paragraph_close", "inline", "strong_open", "strong_close", "text",
                             "text_special", "entity"}  # fmt: skip
    assert shown(inside) == f"field: x {printable(words)} x".replace("\u200b", "")
    assert "://" not in said
    assert "@" not in said.replace("@&#8203;", "")


def test_a_proposal_that_is_refused_says_so_first() -> None:
    problem = a_problem(path="mkdocs.yml", message="this lies outside content/.", hint="Take it out.")
    said = changes_as_markdown({"mkdocs.yml": "changed", ELM: "new"}, {}, [problem])

    assert said.index("not taken over yet") < said.index("mkdocs\\.yml (changed): this lies outside content/\\.")
    assert "elm\\.yml (new)" in said


def test_a_proposal_of_very_many_files_is_listed_to_an_end() -> None:
    said = changes_as_markdown({f"content/{number}.yml": "new" for number in range(500)}, {}, [])

    assert said.count("\n- ") == 101
    assert "- And 400 files more." in said
