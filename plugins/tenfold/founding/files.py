"""Every file of a new copy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from tenfold.bundling.manifest import Manifest
from tenfold.founding.hosts import publishing, workflow
from tenfold.founding.papers import filled, in_markdown, paper
from tenfold.founding.settings_text import settings_text
from tenfold.founding.toolkit import FOLDER, Wheel, requirements_text
from tenfold.local.copy import BELOW, OWN
from tenfold.local.place import FILE
from tenfold.local.settings import Host, Settings, Team

BY_ITSELF = "\n\nYou may not install anything? You need not: the host makes the site, see below."
GITHUB_FOLDERS = f"{OWN}/case_studies/.gitkeep", f"{OWN}/about/.gitkeep"
"""Git forgets empty folders, and what is built needs the first of them."""


@dataclass(frozen=True)
class NewCopy:
    """All that a new copy is made of.

    Args:
        settings: what is set, as `local.yml` has it.
        upstream: the files of the bundle.
        manifest: what the bundle says of itself.
        wheel: the toolkit.
        versions: those of the packages that it needs.
        python: the version of Python that they were chosen for, such as 3.11.
        logo: the file of the logo, by its name.
    """

    settings: Mapping[str, Any]
    upstream: Mapping[PurePosixPath, bytes]
    manifest: Manifest
    wheel: Wheel
    versions: Mapping[str, str]
    python: str
    logo: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def checked(self) -> Settings:
        return Settings.model_validate(self.settings)


def files(new: NewCopy) -> dict[str, bytes]:
    """The files of a copy by their paths, sorted."""
    settings = new.checked
    texts = {
        FILE: settings_text(new.settings),
        "README.md": readme(new),
        "mkdocs.yml": paper("mkdocs.yml"),
        "requirements.txt": requirements_text(new.wheel, new.versions),
        ".gitignore": paper("gitignore.txt"),
        ".gitattributes": paper("gitattributes.txt"),
        "overrides/README.md": paper("overrides.md"),
        **dict.fromkeys(GITHUB_FOLDERS, ""),
        **({} if new.logo else {"brand/.gitkeep": ""}),
        **workflow(settings.host, settings.address or "", new.python),
    }
    found = {path: text.encode() for path, text in texts.items()}
    found |= {f"{BELOW}/{path}": raw for path, raw in new.upstream.items()}
    found |= {f"brand/{name}": raw for name, raw in new.logo.items()}
    return dict(sorted({**found, f"{FOLDER}/{new.wheel.name}": new.wheel.raw}.items()))


def readme(new: NewCopy) -> str:
    """README.md, for whoever inherits the copy."""
    settings, original = new.checked, new.manifest.original
    authority = in_markdown(settings.authority)
    host = settings.host
    others = sorted(workflow(host, settings.address or "", new.python))
    return filled(
        paper("readme.md"),
        name=in_markdown(settings.name),
        authority=authority,
        possessive=f"{authority}'" if authority.endswith("s") else f"{authority}'s",
        original=in_markdown(original.name),
        other_files="".join(f", `{path}`" for path in others),
        python=new.python,
        without=BY_ITSELF if host in (Host.GITHUB_PAGES, Host.GITLAB_PAGES) else "",
        where=f": {original.site}" if original.site else "",
        at_host=f": {host.label}" if host else "",
        publishing=publishing(host, settings.address or ""),
        contact=reach(settings.contact) if settings.contact else f"nobody is named yet: add `contact:` to `{FILE}`",
        ask_original=original.site or f"those who publish {in_markdown(original.name)}",
    )


def reach(team: Team) -> str:
    return ", ".join([in_markdown(team.name), *team.ways])
