"""IIS: a web.config that lies in the site's own folder."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from tenfold.hosting.headers import KEPT_LONGER, TYPES, full_type, protection
from tenfold.hosting.policy import Policy

FILE = "web.config"


def web_config(policy: Policy) -> str:
    """The configuration of the folder that it lies in, whatever the folder's address."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!-- Made by tenfold headers from the built site. Make it anew after each build. -->",
        "<configuration>",
        "  <system.webServer>",
        *(f"    {line}" for line in settings(policy)),
        "  </system.webServer>",
        *(f"  {line}" for below, days in KEPT_LONGER.items() for line in kept(below.rstrip("/"), days)),
        "</configuration>",
    ]
    return "\n".join(lines) + "\n"


def settings(policy: Policy) -> Iterator[str]:
    yield '<defaultDocument><files><clear /><add value="index.html" /></files></defaultDocument>'
    yield '<directoryBrowse enabled="false" />'
    yield "<!-- File, because a page given as ExecuteURL would be answered as if it were there, with status 200. -->"
    yield '<httpErrors errorMode="Custom">'
    for status in ("403", "404"):
        yield f'  <remove statusCode="{status}" />'
        yield f'  <error statusCode="{status}" path="404.html" responseMode="File" />'
    yield "</httpErrors>"
    yield "<httpProtocol>"
    yield "  <customHeaders>"
    yield '    <remove name="X-Powered-By" />'
    for name, value in protection(policy).items():
        # Taken away first: the same header set further up would make this an error.
        yield f'    <remove name="{name}" />'
        yield f'    <add name="{name}" value={quoteattr(value)} />'
    yield "  </customHeaders>"
    yield "</httpProtocol>"
    yield "<staticContent>"
    yield '  <clientCache cacheControlMode="DisableCache" />'
    for ending in TYPES:
        yield f'  <remove fileExtension=".{ending}" />'
        yield f'  <mimeMap fileExtension=".{ending}" mimeType={quoteattr(full_type(ending))} />'
    yield "</staticContent>"
    yield '<urlCompression doStaticCompression="true" />'


def kept(below: str, days: int) -> Iterator[str]:
    """A folder whose files may be kept for a while."""
    yield f'<location path="{below}">'
    yield "  <system.webServer><staticContent>"
    yield f'    <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="{days}.00:00:00" />'
    yield "  </staticContent></system.webServer>"
    yield "</location>"
