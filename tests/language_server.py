"""A small client of a language server: JSON-RPC over pipes; whatever does not answer in time is a failure."""

import json
import os
import subprocess
from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from types import TracebackType
from typing import IO, Self, cast

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]
PATIENCE = 20.0
"""Seconds within which an answer must come."""


class LanguageServer:
    """A server that runs as long as the `with` block."""

    def __init__(self, command: Sequence[str | Path], root: Path, settings: Mapping[str, Json]) -> None:
        """Say how to start it, in which folder it works, and what an editor has set (by full names)."""
        self._command = [*map(str, command)]
        self._root = root
        self._settings = settings
        self._inbox: Queue[Mapping[str, Json] | None] = Queue()
        self._waiting: deque[Mapping[str, Json]] = deque()
        self._number = 0
        self._configured = False
        self._versions: dict[str, int] = {}

    def __enter__(self) -> Self:
        """Start it."""
        self._process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=self._root
        )
        assert self._process.stdin
        assert self._process.stdout
        self._out: IO[bytes] = self._process.stdin
        self._reader = Thread(target=self._read, args=(self._process.stdout,), daemon=True)
        self._reader.start()
        try:
            self._greet()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def _greet(self) -> None:
        root = self._root.as_uri()
        text_document: Json = {
            "completion": {"completionItem": {"documentationFormat": ["markdown"], "snippetSupport": True}},
            "hover": {"contentFormat": ["markdown"]},
            "publishDiagnostics": {},
        }
        self.ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": root,
                "workspaceFolders": [{"uri": root, "name": "workspace"}],
                "capabilities": {
                    "textDocument": text_document,
                    "workspace": {"configuration": True, "workspaceFolders": True},
                },
            },
        )
        self._tell("initialized", {})
        while not self._configured:  # what is asked before would be answered without our schemas
            self._waiting.append(self._next(PATIENCE))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop it, politely if it listens."""
        try:
            self.ask("shutdown", None, patience=2)
            self._tell("exit", None)
            self._process.wait(2)
        except (AssertionError, OSError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait()
        self._reader.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    def show(self, path: Path, text: str) -> str:
        """Open a document, or give an open one a new text; its address."""
        uri = path.as_uri()
        version = self._versions[uri] = self._versions.get(uri, 0) + 1
        if version == 1:
            opened: Json = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
            self._tell("textDocument/didOpen", {"textDocument": opened})
        else:
            document: Json = {"uri": uri, "version": version}
            self._tell("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})
        return uri

    def completions(self, uri: str, line: int, column: int) -> dict[str, Mapping[str, Json]]:
        """What is offered at a place (from 0), by label."""
        found = self.ask("textDocument/completion", _at(uri, line, column))
        items = found.get("items", ()) if isinstance(found, Mapping) else found
        return {str(one["label"]): one for one in cast("Sequence[Mapping[str, Json]]", items or ())}

    def hover(self, uri: str, line: int, column: int) -> str:
        """What is explained at a place (from 0)."""
        found = self.ask("textDocument/hover", _at(uri, line, column))
        return str(cast("Mapping[str, Mapping[str, Json]]", found)["contents"]["value"]) if found else ""

    def diagnostics(self, uri: str) -> list[Mapping[str, Json]]:
        """What is wrong with the text that was shown last."""
        while True:
            message = self._next(PATIENCE)
            found = message.get("params")
            if message.get("method") != "textDocument/publishDiagnostics" or not isinstance(found, Mapping):
                continue
            if found["uri"] == uri and found.get("version", self._versions[uri]) == self._versions[uri]:
                return [*cast("Sequence[Mapping[str, Json]]", found["diagnostics"])]

    def ask(self, method: str, params: Json, *, patience: float = PATIENCE) -> Json:
        """Send a request and wait for its answer; the server's own requests are answered meanwhile."""
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        kept: list[Mapping[str, Json]] = []
        while True:
            message = self._next(patience)
            if message.get("id") == number and "method" not in message:
                self._waiting.extendleft(reversed(kept))
                assert "error" not in message, message["error"]
                return message["result"]
            kept.append(message)

    def _tell(self, method: str, params: Json) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: Mapping[str, Json]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._out.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._out.flush()

    def _next(self, patience: float) -> Mapping[str, Json]:
        """The next message; requests of the server are answered at once."""
        if self._configured and self._waiting:
            return self._waiting.popleft()
        try:
            message = self._inbox.get(timeout=patience)
        except Empty:
            message = None
        assert message is not None, f"the language server has ended or says nothing for {patience} s"
        if "id" in message and "method" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        return message

    def _answer(self, message: Mapping[str, Json]) -> Json:
        """Answer a request of the server: all it gets are the settings that it asks for."""
        params = message.get("params")
        if message["method"] != "workspace/configuration" or not isinstance(params, Mapping):
            return None
        wanted = cast("Sequence[Mapping[str, str]]", params["items"])
        self._configured = True
        return [self._section(one.get("section", "")) for one in wanted]

    def _section(self, name: str) -> Json:
        """Settings below a name, as an editor hands them out."""
        section: dict[str, Json] = {}
        for key, value in self._settings.items():
            if key.startswith(f"{name}."):
                *path, last = key.removeprefix(f"{name}.").split(".")
                place = section
                for part in path:
                    place = cast("dict[str, Json]", place.setdefault(part, {}))
                place[last] = value
        return section

    def _read(self, pipe: IO[bytes]) -> None:
        while True:
            length = 0
            while header := pipe.readline().strip():
                name, _, value = header.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
            if not length:
                self._inbox.put(None)
                return
            self._inbox.put(json.loads(pipe.read(length)))


def _at(uri: str, line: int, column: int) -> Json:
    return {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}
