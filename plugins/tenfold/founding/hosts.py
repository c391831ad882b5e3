"""What a copy gets for the place where it will be published: a workflow, and what its README says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from tenfold.founding.papers import filled, paper, part
from tenfold.local.settings import Host

PLAIN_PATH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~-]*(?:/[A-Za-z0-9][A-Za-z0-9._~-]*)*")
"""A path that means nothing but itself in a command."""
WORKFLOW = ".github/workflows/publish.yml"

TOOLS: Mapping[Host, tuple[str, Mapping[str, str]]] = {
    Host.AZURE: (
        "npx --yes @azure/static-web-apps-cli@2.0.10 deploy site --env production",
        {"SWA_CLI_DEPLOYMENT_TOKEN": "${{ secrets.AZURE_TOKEN }}"},
    ),
    Host.NETLIFY: (
        "npx --yes netlify-cli@27.10.2 deploy --prod --no-build --dir site",
        {"NETLIFY_AUTH_TOKEN": "${{ secrets.NETLIFY_TOKEN }}", "NETLIFY_SITE_ID": "${{ secrets.NETLIFY_SITE }}"},
    ),
    Host.CLOUDFLARE: (
        'npx --yes wrangler@4.164.0 pages deploy site --project-name "$PROJECT" --branch main',
        {
            "CLOUDFLARE_API_TOKEN": "${{ secrets.CLOUDFLARE_TOKEN }}",
            "CLOUDFLARE_ACCOUNT_ID": "${{ secrets.CLOUDFLARE_ACCOUNT }}",
            "PROJECT": "${{ vars.CLOUDFLARE_PROJECT }}",
        },
    ),
}
"""How each service is given a site: its own command in one version, and the names that it wants its secrets under."""


@dataclass(frozen=True)
class Way:
    """How a built site is made ready for a host: the command for its rules, the folder to publish then, and below which
    name the site has to be copied into that folder, or nothing where they are one."""

    headers: str
    public: str
    below: str = ""

    @property
    def copying(self) -> str:
        """What copies the site to where it belongs. Building it there would leave the former site beside it."""
        around = f"public/{self.below}".rpartition("/")[0]
        return f"mkdir -p {around} && cp -r site public/{self.below}" if self.below else ""


def way_to(host: Host, address: str) -> Way:
    """How to get ready for a host and an address. Some hosts want their rules at the top, above a site below a path."""
    command = f"tenfold headers --for {host.value} --out"
    path = urlsplit(address).path.strip("/")
    if host is Host.NGINX:
        return Way(f"{command} hosting", "|\n            site\n            hosting")
    if host in TOOLS and PLAIN_PATH.fullmatch(path):
        return Way(f"{command} public", "public", path)
    return Way(f"{command} site", "site")


def workflow(host: Host | None, address: str, python: str) -> dict[str, str]:
    """The files that publish a copy by themselves, by their paths."""
    if host is None:
        return {}
    if host is Host.GITLAB_PAGES:
        return {".gitlab-ci.yml": filled(paper("gitlab_pages.yml"), python=python)}
    if host is Host.GITHUB_PAGES:
        return {WORKFLOW: filled(paper("github_pages.yml"), python=python)}
    way = way_to(host, address)
    copying = f"\n      - run: {way.copying}" if way.copying else ""
    values = {"python": python, "headers": way.headers, "public": way.public, "copying": copying}
    text = filled(paper("build.yml"), **values, also=ALSO if host in TOOLS else "")
    return {WORKFLOW: text + upload(host)}


ALSO = """\
#
# With the variable PUBLISH set to yes it is uploaded as well; README.md says how. The secrets for that are given to the
# one step that uploads.
#
"""


def upload(host: Host) -> str:
    """The job that hands the built site to a service, with its secrets in no other step."""
    if host not in TOOLS:
        return ""
    command, secrets = TOOLS[host]
    return filled(paper("upload.yml"), command=command) + "".join(f"          {k}: {v}\n" for k, v in secrets.items())


def publishing(host: Host | None, address: str) -> str:
    """What the README says of publishing at this host."""
    text = part(paper("publishing.md"), host.value if host else "none")
    if host is None or host not in TOOLS:
        return text
    way = way_to(host, address)
    copied = f", copy the folder `site` to `public/{way.below}`" if way.below else ""
    steps = f"`tenfold build`, `{way.headers}`{copied}"
    return filled(text, build_steps=steps, public=way.public)
