"""`tenfold build`: check all content, build aside, verify, then replace the site whole or not at all."""

from __future__ import annotations

import logging
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from tenfold.adapters.library import BrokenTemplate, LibraryPlugin
from tenfold.hosting import CannotBeHosted, make_ready
from tenfold.problems import counted
from tenfold.publishing import recover, swap, verify

SHOWN_FAULTS = 30


class BuildFailed(Exception):
    """The site could not be built; the one before it stands as it was. The text says why."""


def build_site(config_file: Path, site: Path | None = None) -> str:
    """Build the site of a MkDocs configuration and put it in place; what to tell the person who asked for it.

    Args:
        config_file: the mkdocs.yml.
        site: where the site goes; by default what the configuration says.

    Raises:
        BuildFailed: the content has problems, MkDocs failed, or what it built does not hold together.
    """
    return build_in_place(config_file, site).said


@dataclass(frozen=True)
class Built:
    """A site that was built and put in place, with the plugin that planned it."""

    site: Path
    plugin: LibraryPlugin
    left: str = ""
    """What its host needs besides."""

    @property
    def said(self) -> str:
        """What to tell the person who asked for it."""
        assert self.plugin.library is not None
        cases = counted(len(self.plugin.library.cases), "case study", "case studies")
        return f"Built {counted(len(self.plugin.plan), 'page')} with {cases}: {self.site / 'index.html'}{self.left}"


def build_in_place(
    config_file: Path, site: Path | None = None, *, then: Callable[[Built], None] = lambda _: None
) -> Built:
    """The same, with what else is known of the site; `then` has it before anybody else may build it again."""
    target = site_folder(config_file, site)
    with only_builder(target), aside(target) as new:
        with disk_trouble_told():
            plugin = built_aside(config_file, new)
            left = for_its_host(plugin.hosting, new) if plugin.hosting else ""
            must_hold_together(new, plugin)
            swap(new, target)
        built = Built(target, plugin, left)
        then(built)
    return built


def must_hold_together(new: Path, plugin: LibraryPlugin) -> None:
    """Stop when a page of the plan is not there, or a link leads nowhere."""
    faults = verify(new, pages=[page.address for page in plugin.plan])
    if faults:
        shown = "\n".join(f"  {fault}" for fault in faults[:SHOWN_FAULTS])
        raise BuildFailed(f"what was built does not hold together ({counted(len(faults), 'fault')}):\n{shown}")


@contextmanager
def disk_trouble_told() -> Iterator[None]:
    """A disk that is full, or a folder that may not be written, is no accident of ours."""
    try:
        yield
    except OSError as error:
        where = f": {error.filename}" if error.filename else ""
        raise BuildFailed(f"the site cannot be written: {error.strerror or error}{where}.") from None


def site_folder(config_file: Path, site: Path | None) -> Path:
    try:
        return (site or Path(load_config(str(config_file)).site_dir)).absolute()
    except MkDocsException as error:
        raise BuildFailed(f"{config_file} cannot be read: {error}") from None


@contextmanager
def only_builder(target: Path) -> Iterator[None]:
    """See that nobody else builds the same site, and mend what a killed build left."""
    lock = FileLock(target.with_name(f".{target.name}-lock"), timeout=0)
    with disk_trouble_told():
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire()
        except Timeout:
            raise BuildFailed(f"another build of {target} is running. Wait for it, then try again.") from None
    try:
        recover(target)
        for left in target.parent.glob(f".{target.name}-building-*"):
            shutil.rmtree(left, ignore_errors=True)
        yield
    finally:
        lock.release()


@contextmanager
def aside(target: Path) -> Iterator[Path]:
    """A folder beside the site, on the same disk, gone afterwards if it was not put in place."""
    with disk_trouble_told():
        new = Path(tempfile.mkdtemp(prefix=f".{target.name}-building-", dir=target.parent))
    new.chmod(0o755)  # mkdtemp makes it private; a web server must be able to read it
    try:
        yield new
    finally:
        shutil.rmtree(new, ignore_errors=True)


def built_aside(config_file: Path, new: Path) -> LibraryPlugin:
    """Build with MkDocs into a folder, every warning an error; the plugin that planned it, with its records."""
    with said_by_mkdocs() as said:
        try:
            config: MkDocsConfig = load_config(str(config_file), site_dir=str(new), strict=True)
            plugin = config.plugins.get("tenfold/library")
            if not isinstance(plugin, LibraryPlugin):
                raise BuildFailed(f"{config_file} does not use the plugin. Add - tenfold/library below plugins:.")
            build(config)
        except BrokenTemplate as error:
            raise BuildFailed(str(error)) from None
        except MkDocsException as error:
            raise BuildFailed("\n".join(said) or str(error)) from None
    return plugin


def for_its_host(host: str, new: Path) -> str:
    """Give a built site what its host needs inside it, before anybody looks at it; what to say of the rest."""
    try:
        beside = make_ready(host, new).beside
    except CannotBeHosted as reason:
        raise BuildFailed(str(reason)) from None
    names = ", ".join(beside)
    return f"\nThe host also needs {names}: tenfold headers --for {host} --out FOLDER makes that." if beside else ""


class Listener(logging.Handler):
    """Keeps what is said instead of printing it."""

    def __init__(self, said: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.said = said

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


@contextmanager
def said_by_mkdocs() -> Iterator[list[str]]:
    """MkDocs' warnings and errors, as they come."""
    said: list[str] = []
    listener = Listener(said)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(listener)
    try:
        yield said
    finally:
        logger.removeHandler(listener)
