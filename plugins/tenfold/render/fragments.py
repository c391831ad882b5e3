"""The fragments of the theme as Jinja reads them: what they may do, and how fast."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, MutableMapping
from functools import lru_cache
from importlib.util import cache_from_source
from pathlib import Path
from pickle import UnpicklingError
from types import CodeType, MethodType
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, Template
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup, escape

from tenfold.library.citations import all_authors
from tenfold.library.reasons import lower_first
from tenfold.model.base import day_in_words
from tenfold.problems import counted
from tenfold.render.figures import setting_kind


class DirectContext(Context):
    """Calls the methods of views and records as they are.

    Jinja asks before each call, in four ways, whether what is called wants the context: that takes a tenth of the time
    of a page, and no method of ours does.
    """

    def call(self, called: Any, /, *args: Any, **arguments: Any) -> Any:
        if type(called) is not MethodType:
            return super().call(called, *args, **arguments)
        arguments.pop("_loop_vars", None)
        arguments.pop("_block_vars", None)
        return called(*args, **arguments)


escaped_text = lru_cache(maxsize=10_000)(escape)
"""Names, labels and addresses stand on many pages: each is escaped once. Only plain texts, so that none is taken for
the HTML that would read the same."""


def escaped(value: Any) -> Markup:
    """What `markupsafe.escape` makes of a value, of texts and of HTML in a quarter of the time."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    return escaped_text(value) if kind is str else escape(value)


class DirectTemplate(Template):
    """A template whose every `{{ }}` goes through our `escaped`: a page has four hundred, a tenth of its time."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        made = super().from_code(environment, code, globals, uptodate)
        made.root_render_func.__globals__["escape"] = escaped
        return made


class DirectEnvironment(Environment):
    context_class = DirectContext
    template_class = DirectTemplate


class Compiled(FileSystemBytecodeCache):
    """Fragments as they were compiled. A file that was cut short, as on a full disk, is as good as none."""

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            super().load_bytecode(bucket)
        except (EOFError, ValueError, UnpicklingError):
            bucket.reset()


def environment(fragments: list[Path]) -> Environment:
    """Our own environment: everything is escaped, an unknown name is an error. Content is context, never a template.

    Args:
        fragments: folders of fragments, the first that has one wins; the last are ours.
    """
    made = DirectEnvironment(
        loader=FileSystemLoader(fragments),
        bytecode_cache=compiled_beside(fragments[-1]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(FILTERS)
    return made


def compiled_beside(folder: Path) -> BytecodeCache | None:
    """Where fragments are kept as they were compiled, just as Python keeps its modules: beside them, if it may.

    To compile them takes longer than to render a hundred pages. `PYTHONPYCACHEPREFIX` and `PYTHONDONTWRITEBYTECODE`
    say of them what they say of modules.
    """
    kept = Path(cache_from_source(str(folder / "fragment.py"))).parent
    if sys.dont_write_bytecode or not may_write(kept):
        return None
    return Compiled(str(kept))


def may_write(folder: Path) -> bool:
    """Whether there is such a folder, or one can be made, and files can be put into it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


def without_scheme(address: str) -> str:
    """A web address as people write it: without https:// and the slash at its end."""
    return address.partition("://")[2].removesuffix("/")


def possessive(name: str) -> str:
    """A name as an owner: Hackney's, Three Rivers'."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


FILTERS = {
    "counted": counted,
    "lower_first": lower_first,
    "setting_kind": setting_kind,
    "day": day_in_words,
    "possessive": possessive,
    "without_scheme": without_scheme,
    "all_authors": all_authors,
}
