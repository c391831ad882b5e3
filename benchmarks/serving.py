"""A server on this machine that compresses as hosts do, and counts what it sends."""

from __future__ import annotations

import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".yml"}
"""What hosts send with gzip. Pagefind's own files and the typeface are compressed already."""
HEADERS = 250
"""Bytes of headers that each answer is counted with on top of its body."""


@dataclass
class Sent:
    """What a server has sent: for each path, how many bytes."""

    bytes: dict[str, int] = field(default_factory=dict)

    def add(self, path: str, size: int) -> None:
        self.bytes[path] = self.bytes.get(path, 0) + size + HEADERS

    def kilobytes(self, *starts: str) -> float:
        """In kB, all of it, or what lies below some paths."""
        return sum(size for path, size in self.bytes.items() if path.startswith(starts or ("/",))) / 1000


@cache
def packed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), compresslevel=6, mtime=0)


@contextmanager
def served(site: Path) -> Iterator[tuple[str, Sent]]:
    """A site on this machine: its address, and what has been sent."""
    sent = Sent()

    class Handler(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            file = site / path.lstrip("/")
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file():
                sent.add(path, 0)
                self.send_error(404)
                return
            body = packed(file) if file.suffix in COMPRESSED else file.read_bytes()
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(str(file)))
            self.send_header("Content-Length", str(len(body)))
            if file.suffix in COMPRESSED:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body)
            sent.add(path, len(body))

        def log_message(self, format: str, *args: object) -> None: ...

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", sent
    finally:
        server.shutdown()
        server.server_close()
