"""nginx: a fragment to include in a server of one's own, and a whole configuration for a container."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tenfold.hosting.headers import COMPRESSED, HTTPS_ONLY, KEPT_LONGER, TYPES, protection
from tenfold.hosting.policy import Policy

INDENT = "    "


def fragment(policy: Policy, path: str, folder: str) -> str:
    """What to include in a `server` block: everything below one path, served from one folder.

    It brings its own list of kinds of files, so that it does not matter which ones the server knows.

    Args:
        policy: that of the site.
        path: where the site stands, with a slash at both ends.
        folder: where its files lie on the server.
    """
    lines = [
        "# Made by tenfold headers from the built site. Make it anew after each build.",
        "# Include it in the server block of the host that shows the site.",
        *(block(f"location = {path.rstrip('/')}", [*headers(policy), f"return 301 {path};"]) if path != "/" else []),
        *block(f"location ^~ {path}", inside(policy, path, folder)),
    ]
    return "\n".join(lines) + "\n"


def block(name: str, lines: Iterable[str]) -> list[str]:
    return [f"{name} {{", *(f"{INDENT}{line}" if line else "" for line in lines), "}"]


def headers(policy: Policy) -> Iterator[str]:
    """What every answer of a location says. Redirects name no host, so that they are right behind a proxy."""
    yield "absolute_redirect off;"
    yield from (f"add_header {name} {quoted(value)} always;" for name, value in protection(policy).items())


def inside(policy: Policy, path: str, folder: str) -> Iterator[str]:
    """The lines of the location."""
    yield f"alias {quoted(folder.rstrip('/') + '/')};"
    yield "index index.html;"
    yield f"error_page 403 404 =404 {path}404.html;"
    yield ""
    yield from headers(policy)
    yield "# Where this host speaks HTTPS alone, on all its pages, its server block may say so:"
    yield f'# add_header Strict-Transport-Security "{HTTPS_ONLY}" always;'
    yield "# (A location with headers of its own takes none from its server block: say it here as well.)"
    yield ""
    yield "charset utf-8;"
    yield f"charset_types {' '.join(kinds_of_text())};"
    yield "default_type application/octet-stream;"
    yield from block("types", types())
    yield "gzip on;"
    yield "gzip_vary on;"
    yield "gzip_min_length 512;"
    yield f"gzip_types {' '.join(COMPRESSED)};"
    yield ""
    yield '# Asked for anew each time, and answered with "not changed" when it has not.'
    yield "expires -1;"
    for below, days in KEPT_LONGER.items():
        yield f"location {path}{below} {{ expires {days}d; }}"


def kinds_of_text() -> list[str]:
    """The kinds that are told how their letters are written, but for text/html, which nginx tells anyway."""
    text = {kind for kind in TYPES.values() if kind.startswith("text/")} - {"text/html"}
    return sorted(text | {"application/json", "application/xml", "image/svg+xml"})


def types() -> Iterator[str]:
    for kind in dict.fromkeys(TYPES.values()):
        yield f"{kind} {' '.join(ending for ending in TYPES if TYPES[ending] == kind)};"


def quoted(value: str) -> str:
    """A value as nginx reads it back. Callers see that there is no $ in it, which nginx would fill in."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def whole(policy: Policy, path: str, folder: str, port: int = 8080) -> str:
    """A configuration that serves the site and nothing else, by somebody without rights, on a read-only disk.

    It writes to /tmp alone, and keeps no record of who read what.
    """
    elsewhere = [f"location = / {{ return 302 {path}; }}", "location / { return 404; }"] if path != "/" else []
    server = [
        f"listen {port};",
        "server_tokens off;",
        *headers(policy),
        *elsewhere,
        *fragment(policy, path, folder).splitlines(),
    ]
    http = [
        *(f"{name}_temp_path /tmp/nginx-{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")),
        "access_log off;",
        "sendfile on;",
        "tcp_nopush on;",
        "keepalive_timeout 30;",
        "client_max_body_size 1k;",
        *block("server", server),
    ]
    lines = [
        "# Made by tenfold headers from the built site. Make it anew after each build.",
        "worker_processes auto;",
        "pid /tmp/nginx.pid;",
        "error_log stderr warn;",
        "events { worker_connections 512; }",
        *block("http", http),
    ]
    return "\n".join(lines) + "\n"
