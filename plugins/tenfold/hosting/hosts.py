"""The hosts that a site can stand on: which files each wants, and where they go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from tenfold.hosting import azure, container, headers_file, iis, nginx
from tenfold.hosting.advice import AZURE, BELOW_A_PATH, CLOUDFLARE, CONTAINER, IIS, NETLIFY, NGINX, PAGES, advice
from tenfold.hosting.base import NOT_FOUND, built_for, not_found_page
from tenfold.hosting.meta import with_meta_policy
from tenfold.hosting.policy import Policy, policy
from tenfold.hosting.standing import CannotBeHosted, Prepared, Standing
from tenfold.publishing import Fault

FOLDER = "/srv/tenfold"
SHOWN = 20


@dataclass(frozen=True)
class Host:
    """A place to publish at. `in_pages` is whether the policy stands in the pages, because no header can be set."""

    label: str
    prepare: Callable[[Standing], Prepared]
    in_pages: bool = False


def for_nginx(site: Standing) -> Prepared:
    text = nginx.fragment(site.policy, site.path, site.folder)
    return Prepared(beside={"tenfold.conf": text.encode()}, says=advice(NGINX, folder=site.folder))


def for_container(site: Standing) -> Prepared:
    files = container.container_files(site.policy, site.path)
    says = advice(CONTAINER, port=container.PORT)
    return Prepared(beside={name: text.encode() for name, text in files.items()}, says=says)


def for_iis(site: Standing) -> Prepared:
    return Prepared(inside={iis.FILE: iis.web_config(site.policy).encode()}, says=advice(IIS))


def for_azure(site: Standing) -> Prepared:
    text = azure.static_web_app(site.policy, site.path)
    size = len(text.encode())
    if size > azure.MOST_BYTES:
        too_long = f"{azure.FILE} would be {size:,} bytes long, and Azure reads {azure.MOST_BYTES:,} at most."
        raise CannotBeHosted(f"{too_long} {too_many_scripts(site.policy)}")
    return at_the_top(site, {azure.FILE: text}, AZURE)


def for_netlify(site: Standing) -> Prepared:
    files = {headers_file.FILE: checked_headers(site)}
    if site.path != "/":  # Netlify looks for 404.html at the top alone
        files[headers_file.REDIRECTS] = f"{site.path}* {site.path}{NOT_FOUND} 404\n"
    return at_the_top(site, files, NETLIFY)


def for_cloudflare(site: Standing) -> Prepared:
    return at_the_top(site, {headers_file.FILE: checked_headers(site)}, CLOUDFLARE)


def for_pages(name: str, label: str, files: dict[str, str], _: Standing) -> Prepared:
    inside = {file: text.encode() for file, text in files.items()}
    return Prepared(inside, says=advice(PAGES, host=label, name=name))


def at_the_top(site: Standing, files: dict[str, str], says: str) -> Prepared:
    """Files that a host looks for at the top of what is published: in the site, unless that stands below a path."""
    data = {name: text.encode() for name, text in files.items()}
    if site.path == "/":
        return Prepared(inside=data, says=advice(says))
    return Prepared(beside=data, says=advice(BELOW_A_PATH, says, name=site.path.strip("/"), files=" and ".join(files)))


def checked_headers(site: Standing) -> str:
    text = headers_file.headers_file(site.policy, site.path)
    wrong = list(headers_file.too_much(text))
    if wrong:
        file = headers_file.FILE
        raise CannotBeHosted(f"{file} would not be read whole: {', '.join(wrong)}. {too_many_scripts(site.policy)}")
    return text


def too_many_scripts(policy: Policy) -> str:
    return (
        f"The pages hold {len(policy.scripts)} different scripts between their tags. Put them into a .js file, or make "
        "them the same on every page."
    )


def pages_of(name: str, label: str, files: dict[str, str]) -> Host:
    return Host(label, partial(for_pages, name, label, files), in_pages=True)


HOSTS: dict[str, Host] = {
    "github_pages": pages_of("github_pages", "GitHub Pages", {".nojekyll": ""}),
    "gitlab_pages": pages_of("gitlab_pages", "GitLab Pages", {}),
    "azure": Host("Azure Static Web Apps", for_azure),
    "netlify": Host("Netlify", for_netlify),
    "cloudflare": Host("Cloudflare Pages", for_cloudflare),
    "nginx": Host("nginx", for_nginx),
    "iis": Host("IIS", for_iis),
    "container": Host("a container with nginx", for_container),
}


def prepare(
    host: str, site: Path, path: str = "/", *, folder: str = FOLDER, computed: Policy | None = None
) -> Prepared:
    """What a host needs to show a built site.

    Args:
        host: one of `HOSTS`.
        site: the folder of the built site.
        path: where it will stand on its host, with a slash at both ends; see `whole_path`.
        folder: where its files will lie on a server of one's own.
        computed: its policy, where it is known already.

    Raises:
        CannotBeHosted: the policy would block something in the site, or the host cannot take the policy.
    """
    known = computed or policy(site)
    if known.faults:
        raise CannotBeHosted(blocked(known.faults))
    prepared = HOSTS[host].prepare(Standing(known, path, folder))
    page = not_found_page(site, path)
    return prepared if page is None else replace(prepared, inside={**prepared.inside, NOT_FOUND: page})


def host_files(host: str, site: Path, path: str = "/") -> dict[str, bytes]:
    """The files that belong into a built site for a host, such as `_headers`: name and content. See `prepare`."""
    return dict(prepare(host, site, path).inside)


def make_ready(host: str, site: Path) -> Prepared:
    """Give a built site what its host needs inside it, for the path that it was built for; what is left to do.

    That is the policy in its pages where the host can set no header, and the files that the host reads.

    Raises:
        CannotBeHosted: see `prepare`.
    """
    computed = policy(site)
    prepared = prepare(host, site, built_for(site), computed=computed)
    if HOSTS[host].in_pages:
        with_meta_policy(site, computed)
    for name, data in prepared.inside.items():
        (site / name).write_bytes(data)
    return prepared


def blocked(faults: tuple[Fault, ...]) -> str:
    """All that the policy would block, for people."""
    shown = "\n".join(f"  {fault}" for fault in faults[:SHOWN])
    more = f"\n  and {len(faults) - SHOWN} more" if len(faults) > SHOWN else ""
    return (
        "the site holds what its policy would block. It comes from templates or settings of your own, because ours "
        f"hold nothing of the kind:\n{shown}{more}"
    )
