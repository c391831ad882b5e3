"""Modules become one script: what it holds, and what is refused. That it runs is tried in the browser's tests."""

from __future__ import annotations

import re

import pytest

from tenfold.offline import OfflineFailed
from tenfold.offline.scripts import as_function, one_script

SITE = {
    "assets/find/dom.js": "export const el = (tag) => tag;\nexport function icon() {}\n",
    "assets/find/table.js": 'import { el, icon as sign } from "./dom.js";\n\nexport class Table {}\nel(sign);\n',
    "assets/find/finder.js": 'import {\n  el,\n} from "./dom.js";\nimport("./table.js").then(el);\n',
    "assets/theory.js": '(() => { "use strict"; })();\n',
    "assets/find/unused.js": "nobody(wants);\n",
}


def modules_in(script: str) -> list[str]:
    return re.findall(r'^"([^"]+)": \(\) => \{$', script, re.MULTILINE)


def test_a_module_becomes_a_function_that_returns_what_it_exports() -> None:
    assert as_function("assets/find/table.js", SITE["assets/find/table.js"]) == (
        'const { el, icon: sign } = need("assets/find/dom.js");\n\nclass Table {}\nel(sign);\nreturn { Table };\n'
    )


def test_all_that_is_imported_at_once_or_later_is_in_it_and_nothing_else() -> None:
    made = one_script(SITE, ["assets/find/finder.js", "assets/theory.js"])
    assert modules_in(made) == [name for name in sorted(SITE) if "unused" not in name]
    assert 'later("assets/find/table.js").then' in made
    assert "nobody(wants)" not in made


def test_no_form_of_a_module_is_left() -> None:
    lines = one_script(SITE, SITE).splitlines()
    assert [line for line in lines if line.lstrip().startswith(("import", "export")) or "import(" in line] == []


def test_the_order_in_which_pages_ask_changes_nothing() -> None:
    assert one_script(SITE, sorted(SITE)) == one_script(SITE, sorted(SITE, reverse=True))


def test_types_in_comments_ask_for_no_module() -> None:
    typed = {"a.js": '/** @typedef {import("./not-there.js").Word} Word */\nrun();\n'}
    assert modules_in(one_script(typed, ["a.js"])) == ["a.js"]


@pytest.mark.parametrize(
    "text, said",
    [
        pytest.param('import run from "./b.js";', "import run from", id="a default import"),
        pytest.param('import * as all from "./b.js";', r"import \* as all", id="everything"),
        pytest.param('import { run } from "https://example.org/b.js";', "https://example.org", id="from elsewhere"),
        pytest.param("export default 1;", "export default", id="a default export"),
        pytest.param("export { run };", r"export \{ run \}", id="a list of exports"),
        pytest.param("const b = await import(`./${name}.js`);", "import", id="a module named while running"),
        pytest.param("run(import.meta.url);", "import.meta", id="its own address"),
    ],
)
def test_a_form_that_is_not_known_is_refused_with_the_file_and_the_way_out(text: str, said: str) -> None:
    with pytest.raises(OfflineFailed, match=rf"local\.js cannot be part of an offline copy.*{said}.*Write import"):
        one_script({"local.js": f"{text}\n", "b.js": "export const run = 1;\n"}, ["local.js"])


def test_a_missing_module_and_a_circle_are_refused() -> None:
    with pytest.raises(OfflineFailed, match=r"b\.js, which a\.js imports, is not among"):
        one_script({"a.js": 'import { b } from "./b.js";\n'}, ["a.js"])
    with pytest.raises(OfflineFailed, match=r"a\.js and b\.js import each other in a circle"):
        one_script({"a.js": 'import { b } from "./b.js";\n', "b.js": 'import { a } from "./a.js";\n'}, ["a.js"])
