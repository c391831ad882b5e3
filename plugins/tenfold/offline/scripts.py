"""The modules of a site's pages as one script: browsers load no modules from files.

Made from the modules that the site itself has, a local host's own among them. It knows the few forms of `import` and
`export` that these are written in, and refuses any other rather than guess.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping

from tenfold.offline.about import OfflineFailed

DOCUMENTED = re.compile(r"/\*\*.*?\*/", re.DOTALL)
"""Types in comments speak of modules as well."""
IMPORT = re.compile(r'^import (?:\{([^}]*)\} from )?"(\.[^"]*)";$', re.MULTILINE)
EXPORT = re.compile(r"^export ((?:async function|function|class|const) (\w+))", re.MULTILINE)
LATER = re.compile(r'\bimport\("(\.[^"]*)"\)')
UNKNOWN = re.compile(r"^\s*(?:import|export)\b.*|\bimport\s*\(.*|\bimport\.meta\b.*", re.MULTILINE)

WHOLE = """(() => {
"use strict";
const made = {};
const modules = {
%s};
const need = (name) => (made[name] ??= modules[name]());
const later = async (name) => need(name);
for (const name of document.currentScript.dataset.start.split(" ")) later(name);
})();
"""


def one_script(modules: Mapping[str, str], starts: Iterable[str]) -> str:
    """One script of some modules and of all that these import.

    A page says with `data-start` on its script element which of them it wants to run, with spaces between.

    Args:
        modules: the text of each, by its path in the site.
        starts: those that pages run.

    Raises:
        OfflineFailed: a module is missing, imports in a circle, or is written in a form that is not known here.
    """
    done: dict[str, str] = {}
    for start in sorted(set(starts)):
        add(start, modules, done, ())
    return WHOLE % "".join(f'"{name}": () => {{\n{text}}},\n' for name, text in sorted(done.items()))


def add(name: str, modules: Mapping[str, str], done: dict[str, str], within: tuple[str, ...]) -> None:
    if name in within:
        raise OfflineFailed(f"the scripts {' and '.join(within)} import each other in a circle.")
    if name in done:
        return
    if name not in modules:
        by = f", which {within[-1]} imports," if within else ""
        raise OfflineFailed(f"the script {name}{by} is not among those of the site.")
    text = DOCUMENTED.sub("", modules[name])
    folder = posixpath.dirname(name)
    wanted = [match[2] for match in IMPORT.finditer(text)] + LATER.findall(text)
    done[name] = as_function(name, text)
    for each in wanted:
        add(posixpath.normpath(posixpath.join(folder, each)), modules, done, (*within, name))


def as_function(name: str, text: str) -> str:
    """The body of a function that runs a module and returns what it exports."""
    folder = posixpath.dirname(name)

    def path(relative: str) -> str:
        return posixpath.normpath(posixpath.join(folder, relative))

    def imported(match: re.Match[str]) -> str:
        names = (match[1] or "").replace(" as ", ": ").strip()
        return f'const {{ {names} }} = need("{path(match[2])}");' if names else f'need("{path(match[2])}");'

    exports = [match[2] for match in EXPORT.finditer(text)]
    text = IMPORT.sub(imported, text)
    text = LATER.sub(lambda match: f'later("{path(match[1])}")', EXPORT.sub(r"\1", text))
    left = UNKNOWN.search(text)
    if left:
        raise OfflineFailed(
            f"the script {name} cannot be part of an offline copy, because of “{left[0].strip()[:80]}”. "
            'Write import { name } from "./file.js" and export function, class or const.'
        )
    return f"{text.strip()}\nreturn {{ {', '.join(exports)} }};\n"
