"""`tenfold build --offline`: the site as usual, and beside it a zip that works without a server."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from tenfold.adapters.building import BuildFailed, Built, build_in_place, site_folder
from tenfold.offline import About, OfflineFailed, copy_site, pack
from tenfold.problems import counted

MEASURED = 500
"""Case studies up to which finding without a server was measured."""


def build_offline(config_file: Path, site: Path | None = None, out: Path | None = None) -> str:
    """Build the site of a MkDocs configuration and pack an offline copy of it; what to tell the person who asked.

    Args:
        config_file: the mkdocs.yml.
        site: where the site goes; by default what the configuration says.
        out: the zip; by default `SITE-offline.zip`, beside the site.

    Raises:
        BuildFailed: as `build_site`; nothing was changed.
        OfflineFailed: the site was built and is in place, but no copy was made of it.
    """
    target = site_folder(config_file, site)
    zip_file = (out or target.with_name(f"{target.name}-offline.zip")).absolute()
    if zip_file.is_dir():
        raise BuildFailed(f"{zip_file} is a folder. Name the file as well: --out {zip_file / 'offline.zip'}.")
    if zip_file.resolve().is_relative_to(target.resolve()):
        raise BuildFailed(f"{zip_file} is inside the site and would be published with it. Choose another place.")
    said: list[str] = []
    build_in_place(config_file, site, then=lambda built: said.extend((built.said, offline(built, zip_file))))
    return "\n".join(said)


def offline(built: Built, zip_file: Path) -> str:
    """Pack an offline copy of a site that was just built."""
    about = about_site(built)
    with tempfile.TemporaryDirectory(prefix="tenfold-offline-") as temporary:
        try:
            copy = copy_site(built.site, Path(temporary), about)
        except OSError as error:
            raise OfflineFailed(f"the offline copy could not be written: {error.strerror or error}.") from None
        size = pack(copy.folder, zip_file, about)
    made = f"{counted(copy.pages, 'page')}, {counted(copy.downloads, 'download')}, {size / 1e6:.1f} MB"
    return (
        f"Packed an offline copy ({made}): {zip_file}\n"
        "Copy it to a USB stick or a shared drive. Whoever gets it unpacks it (right-click, Extract All) and "
        f'double-clicks "START HERE".{beyond(built)}'
    )


def about_site(built: Built) -> About:
    plugin = built.plugin
    assert plugin.library is not None
    assert plugin.renderer is not None
    dated = date.fromisoformat(plugin.renderer.dated) if plugin.library.cases else None
    return About(plugin.renderer.site_name, dated, plugin.renderer.site_url or "")


def beyond(built: Built) -> str:
    assert built.plugin.library is not None
    cases = len(built.plugin.library.cases)
    if cases <= MEASURED:
        return ""
    measured = counted(MEASURED, "case study", "case studies")
    return (
        f"\nFinding words without a server was measured up to {measured}, and this copy has {cases:,}: "
        "on an old computer the first search may take a few seconds."
    )
