"""Whether the pages of a built site are valid HTML: by the Nu checker where Java is at hand, else by html-validate."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests.support.builders import PROJECT


def html_faults(site: Path) -> str:
    """What is wrong with the HTML of a site, as the checker says it; nothing when all is well."""
    java = shutil.which("java")
    if java:
        jar = PROJECT / "node_modules/vnu-jar/build/dist/vnu.jar"
        options = ["--skip-non-html", "--errors-only", "--format", "gnu"]
        command = [java, "-Xss4m", "-jar", str(jar), *options, str(site)]
    else:
        options = ["--config", "tests/htmlvalidate.json"]
        command = ["npx", "--no-install", "html-validate", *options, f"{site}/**/*.html"]
    found = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    said = found.stdout + found.stderr
    return said or ("" if found.returncode == 0 else f"{command[0]} ended with {found.returncode}")
