"""The toolkit that a copy is built with: which versions of what, and the toolkit itself as a file to install from.

Tenfold is in no index. So a copy holds the toolkit that it was made with: as a wheel made from the installed files,
because the one that was downloaded may be gone by now. The same files give the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

NAME = "tenfold"
PACKAGES = ("tenfold", "tenfold_theme")
ABOUT_IT = ("METADATA", "WHEEL", "entry_points.txt")
FOLDER = "wheels"
LONG_AGO = (1980, 1, 1, 0, 0, 0)

HEAD = """\
# What the site is built with: the versions that were there when this copy was made, so that it builds the same next
# year. The toolkit itself lies in {folder}/, because it is in no package index.
#
# A newer toolkit: put its file into {folder}/, name it here, delete the old one, and take the versions below it out, so
# that fitting ones are chosen:  pip install -r requirements.txt
"""


class NotAWheel(Exception):
    """A file that is not the toolkit as a wheel; the text says why."""


@dataclass(frozen=True)
class Wheel:
    """The toolkit as a file to install from: the name that pip wants it to have, and its bytes."""

    name: str
    raw: bytes


def requirements_text(wheel: Wheel, versions: Mapping[str, str]) -> str:
    """`requirements.txt` with the toolkit and the versions of everything that it needs."""
    pinned = [f"{name}=={version}" for name, version in sorted(versions.items())]
    return "\n".join([HEAD.format(folder=FOLDER).rstrip(), "", f"./{FOLDER}/{wheel.name}", *pinned]) + "\n"


def versions_here() -> dict[str, str]:
    """The version of each package that the toolkit needs, directly or not, as it is installed here."""
    found: dict[str, str] = {}
    asked: set[tuple[str, frozenset[str]]] = set()
    waiting = [Requirement(NAME)]
    while waiting:
        wanted = waiting.pop()
        name, extras = canonicalize_name(wanted.name), frozenset(wanted.extras)
        if (name, extras) in asked:
            continue
        asked.add((name, extras))
        try:
            package = distribution(name)
        except PackageNotFoundError:  # for another system, or left out by whoever installed
            continue
        found[name] = package.version
        waiting += needed_by(package, extras)
    del found[NAME]
    return found


def needed_by(package: Distribution, extras: Collection[str]) -> Iterator[Requirement]:
    """What a package needs on this system, with the extras that are asked of it."""
    for text in package.requires or ():
        wanted = Requirement(text)
        if wanted.marker is None or any(wanted.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield wanted


def wheel_here() -> Wheel:
    """The toolkit that runs here, as a wheel."""
    package = distribution(NAME)
    about = f"{NAME}-{package.version}.dist-info"
    files = dict(sorted(code()))
    files |= {f"{about}/{name}": text.encode() for name in ABOUT_IT if (text := package.read_text(name))}
    files |= dict(sorted(licences(package, about)))
    record = [f"{name},sha256={digest(raw)},{len(raw)}" for name, raw in files.items()]
    files[f"{about}/RECORD"] = ("\n".join([*record, f"{about}/RECORD,,"]) + "\n").encode()
    return Wheel(f"{NAME}-{package.version}-py3-none-any.whl", zipped(files))


def code() -> Iterator[tuple[str, bytes]]:
    """The files of our packages, by their paths in a wheel."""
    for name in PACKAGES:
        spec = find_spec(name)
        assert spec is not None
        for folder in map(Path, spec.submodule_search_locations or ()):
            for file in folder.rglob("*"):
                path = file.relative_to(folder)
                if file.is_file() and "__pycache__" not in path.parts:
                    yield f"{name}/{path.as_posix()}", file.read_bytes()


def licences(package: Distribution, about: str) -> Iterator[tuple[str, bytes]]:
    for file in package.files or ():
        if file.parent.as_posix() == f"{about}/licenses":
            yield file.as_posix(), Path(str(package.locate_file(file))).read_bytes()


def digest(raw: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(raw).digest()).rstrip(b"=").decode()


def zipped(files: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in files.items():
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, raw)
    return stream.getvalue()


def wheel_from(file: Path) -> Wheel:
    """The toolkit from a file that somebody names.

    Raises:
        NotAWheel: it is something else.
    """
    if not (file.name.startswith(f"{NAME}-") and file.suffix == ".whl"):
        raise NotAWheel(f"{file.name} is not the toolkit. Its file is called {NAME}-VERSION-py3-none-any.whl.")
    try:
        raw = file.read_bytes()
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            has_code = "tenfold/__init__.py" in archive.namelist()
    except OSError as error:
        raise NotAWheel(f"{file.name} cannot be read: {(error.strerror or 'unknown reason').lower()}.") from None
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise NotAWheel(f"{file.name} is damaged. Download it again.") from None
    if not has_code:
        raise NotAWheel(f"{file.name} does not hold the toolkit. Download it again.")
    return Wheel(file.name, raw)
