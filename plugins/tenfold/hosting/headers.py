"""What a host should say with every answer: protection, the kind of each file, and how long it may be kept."""

from __future__ import annotations

from tenfold.hosting.policy import Policy

NO_SENSORS = ("accelerometer", "camera", "geolocation", "gyroscope", "magnetometer", "microphone", "payment", "usb")

REFERRER = "same-origin"
"""Addresses of the finder tell of a reader's situation: other sites are not told where somebody comes from."""

HTTPS_ONLY = "max-age=31536000"
"""A year of this host name alone: its other names are not ours to decide about."""

KEPT = "no-cache"
"""How long a file may be kept without asking: our files keep their names when they change, so a browser keeps what it
has and asks each time whether that is still right. An answer of a few bytes says yes."""

KEPT_LONGER = {"assets/vendor/": 7, "pagefind/fragment/": 1, "pagefind/index/": 1}
"""Folders whose files change only with a new package, or have a name made from what is in them: for how many days they
may be kept without asking."""

DAY = 24 * 60 * 60

TYPES = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "xml": "application/xml",
    "txt": "text/plain",
    "md": "text/plain",
    "yml": "text/plain",
    "csv": "text/csv",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "webmanifest": "application/manifest+json",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "wasm": "application/wasm",
    "pagefind": "application/octet-stream",
    "pf_fragment": "application/octet-stream",
    "pf_index": "application/octet-stream",
    "pf_meta": "application/octet-stream",
}
"""The kind of each file that a site may hold. Records are shown as text; a browser would save them otherwise."""

COMPRESSED = tuple(sorted({TYPES[ending] for ending in ("css", "js", "json", "xml", "txt", "svg", "csv")}))
"""Kinds that get smaller on the way, beside pages. What Pagefind writes is compressed already."""

UNKNOWN_ELSEWHERE = ("yml", "md", "webmanifest", "wasm", "woff2", "pagefind", "pf_fragment", "pf_index", "pf_meta")
"""Endings that hosts often do not know, or know as something else."""


def protection(policy: Policy) -> dict[str, str]:
    """The headers that protect a reader, in the order in which they are written."""
    return {
        "Content-Security-Policy": policy.header,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": REFERRER,
        "Permissions-Policy": ", ".join(f"{name}=()" for name in NO_SENSORS),
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def full_type(ending: str) -> str:
    """The kind of a file with how its letters are written, if it is text."""
    kind = TYPES[ending]
    is_text = kind.startswith("text/") or kind in ("application/json", "application/xml", "image/svg+xml")
    return f"{kind}; charset=utf-8" if is_text else kind


def kept_for(days: int) -> str:
    return f"public, max-age={days * DAY}"
