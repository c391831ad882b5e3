"""The real nginx on this machine alone, run by somebody without rights, with a configuration that is tried."""

from __future__ import annotations

import contextlib
import http.client
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

NOBODY = 65534
PATIENCE = 20
"""Seconds in which nginx answers, on the busiest machine."""
WAYS = ("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx")


def nginx_command() -> str:
    """Where nginx is."""
    named = os.environ.get("TENFOLD_NGINX") or shutil.which("nginx")
    found = named or next((way for way in WAYS if Path(way).is_file()), None)
    assert found, "These tests need nginx. Debian and Ubuntu: apt-get install nginx-light. Or set TENFOLD_NGINX to it."
    return found


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextlib.contextmanager
def public_folder() -> Iterator[Path]:
    """A folder that somebody without rights can read; what pytest makes, nobody else can."""
    folder = Path(tempfile.mkdtemp(prefix="tenfold-nginx-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def around(fragment: Path, port: int, writable: Path) -> str:
    """The smallest configuration that takes a fragment into its server block."""
    names = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "".join(f"{name}_temp_path {writable}/{name};\n" for name in names)
    return (
        f"pid {writable}/nginx.pid;\nerror_log stderr warn;\nevents {{}}\nhttp {{\naccess_log off;\n{places}"
        f"server {{\nlisten 127.0.0.1:{port};\ninclude {fragment};\n}}\n}}\n"
    )


@dataclass(frozen=True)
class Answer:
    """What the server says; the names of headers are in small letters, and one that came twice is joined by |."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Served:
    """A server that runs."""

    port: int

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path, as it is written; `_` in the name of a header is a dash."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            sent = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, headers=sent)
            answer = connection.getresponse()
            joined: dict[str, str] = {}
            for name, value in answer.getheaders():
                small = name.lower()
                joined[small] = f"{joined[small]}|{value}" if small in joined else value
            return Answer(answer.status, joined, answer.read())
        finally:
            connection.close()


@contextlib.contextmanager
def running(config: Path, prefix: Path, port: int) -> Iterator[Served]:
    """Run nginx with a configuration until the block ends. Whoever runs the tests: it has no rights."""
    command = [nginx_command(), "-p", f"{prefix}/", "-c", str(config), "-g", "daemon off;"]
    rights = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, **rights)  # type: ignore[call-overload]
        try:
            until = time.monotonic() + PATIENCE
            while not listens(port):
                said.seek(0)
                assert process.poll() is None, said.read().decode()
                assert time.monotonic() < until, "nginx does not answer"
                time.sleep(0.02)
            yield Served(port)
        finally:
            process.terminate()
            process.wait(PATIENCE)


def listens(port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


@contextlib.contextmanager
def hosting(files: Mapping[str, bytes], folder: Path) -> Iterator[Served]:
    """Serve with the files that `tenfold headers --for nginx` made, from a folder that anybody can read."""
    with public_folder() as writable:
        writable.chmod(0o777)
        port = free_port()
        (folder / "tenfold.conf").write_bytes(files["tenfold.conf"])
        (folder / "nginx.conf").write_text(around(folder / "tenfold.conf", port, writable), encoding="utf-8")
        with running(folder / "nginx.conf", folder, port) as served:
            yield served
