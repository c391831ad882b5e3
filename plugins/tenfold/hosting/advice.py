"""What people have to do at each host, and what it cannot do: a paragraph for each thing."""

from __future__ import annotations

NGINX = """
Put the site's files into {folder} on the server, and tenfold.conf into /etc/nginx/. Add a line to the server block of
your host: include /etc/nginx/tenfold.conf;

Let nginx read it: nginx -t && systemctl reload nginx

By default nginx notes the address of every reader in its log. Turn that off (access_log off;), or say so in your
privacy notice.
"""

CONTAINER = """
Put these files beside the folder site, and build there: podman build -t inclusion . (or docker build -f Containerfile)

The container listens on port {port} without HTTPS: a proxy that speaks it belongs before it.

It writes to memory alone, and keeps no record of who read what.
"""

IIS = """
web.config lies in the site's own folder. IIS needs its features Static Content, Default Document and HTTP Errors on,
and has to allow folders to set them: a locked section shows as error 500.19.

That the whole host speaks HTTPS alone (Strict-Transport-Security) is set in IIS itself, not for a folder.

By default IIS notes the address of every reader in its log. Turn that off, or say so in your privacy notice.
"""

AZURE = """
staticwebapp.config.json speaks for the whole host: there can be no other one.

Azure sees the address of every reader. Your privacy notice has to say so.
"""

NETLIFY = """
Leave Netlify's own extras off (analytics, snippet injection, the bar on previews): they are scripts from elsewhere, and
the policy blocks them.

Netlify sees the address of every reader. Your privacy notice has to say so.
"""

CLOUDFLARE = """
Leave Cloudflare's own extras off (Web Analytics, e-mail obfuscation, Rocket Loader, bot challenges): they put scripts
into the pages, which the policy blocks, and a challenge sets a cookie.

Cloudflare sees the address of every reader. Your privacy notice has to say so.
"""

PAGES = """
{host} cannot set headers. The policy stands in each page instead, and so does what other sites are told of where a
reader came from. The build of a local copy does that when local.yml names this host; for any other site, name the
site's own folder: tenfold headers --for {name} --out site

Not to be had on {host}: other sites can show yours in a frame; drawings and data files that are opened by themselves
have no policy; how long files are kept, and as what they are sent, is the host's choice.

{host} sees the address of every reader. Your privacy notice has to say so.
"""

BELOW_A_PATH = """
Publish a folder that holds the site as {name}/, and put {files} at its top, not into the site.
"""


def advice(*texts: str, **values: object) -> tuple[str, ...]:
    """The paragraphs of texts, each in one line, with these values filled in."""
    return tuple(
        " ".join(paragraph.split()).format_map(values) for text in texts for paragraph in text.strip().split("\n\n")
    )
