"""Recorded responses in place of a service: `Cassette`."""

from __future__ import annotations

import re
import threading
from os import PathLike, environ, fspath
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from .._testing.differences import find_differences
from .._testing.exchange_files import CassetteError, RecordedExchange, build_match_key, describe_request
from .._testing.saving import Saving
from .clients import Playing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .._testing.recorders import ResponseRecorder
    from .._testing.secrets import Secrets
    from .replies import Reply
    from .requests import SentRequest

__all__ = ["Cassette", "Mode"]

Mode = Literal["replay", "record", "missing"]
"""What a cassette does: replay only, record everything anew, or record what is missing."""

VARIABLE: Final = "OPENROUTERKIT_CASSETTE"
"""The environment variable with the mode."""

_FILES: Final = "[0-9][0-9][0-9]*-*.json"
_MAX_DIFFERENCES: Final = 10


class Cassette(Playing):
    """Recorded exchanges with a service, which are replayed in tests.

        cassette = Cassette("tests/cassettes/capital")
        client = cassette.client()
        assert client.chat.send(model="openai/gpt-4o-mini", messages=[user("Capital of France?")]).text == "Paris"

    Run the test once with the environment variable OPENROUTERKIT_CASSETTE=record, and an API key. Each exchange becomes
    a file, `001-post-chat-completions.json` and so on, without keys and other credentials. Later runs send nothing.
    The old files are replaced when the first exchange has ended. As long as the service sends only errors, such as 401
    for a wrong key, recordings of results stay; delete the folder to record errors in their place.

    A request is matched by its method, path, query and body; members of JSON may be in any order. Each recording is
    replayed once, equal requests get their recordings in order. A request without a recording raises a
    `CassetteError` that names the differences from the most similar recording.

    Args:
        folder: The folder of the files, which belongs to the cassette alone.
        mode: "replay"; "record" to send every request, and replace all files; "missing" to send the requests that have
            no recording. Defaults to the environment variable OPENROUTERKIT_CASSETTE, then to "replay".
        timing: True to replay responses and streams with the recorded times. By default they do not wait.
        secrets: Further texts that no file must contain, such as names of persons. They are replaced by "***".

    Raises:
        CassetteError: The mode is invalid.
    """

    def __init__(
        self,
        folder: str | PathLike[str],
        mode: Mode | None = None,
        *,
        timing: bool = False,
        secrets: Iterable[str] = (),
    ) -> None:
        chosen = mode or environ.get(VARIABLE) or "replay"
        if chosen not in get_args(Mode):
            source = "the mode of a cassette" if mode else VARIABLE
            raise CassetteError(f"{source} is replay, record or missing, not {chosen!r:.50}")
        self.folder: Final = Path(fspath(folder))
        self.mode: Final[str] = chosen
        self.timing = timing
        self._secrets = tuple(secrets)
        self._lock = threading.Lock()
        self._recordings: list[RecordedExchange] | None = None
        self._used: set[Path] = set()
        self._number = 0
        self._requests: list[SentRequest] = []
        self._saving = Saving()

    def __repr__(self) -> str:
        return f"Cassette({str(self.folder)!r}, {self.mode!r})"

    @property
    def _needs_service(self) -> bool:  # type: ignore[override]  # depends on the mode
        return self.mode != "replay"

    @property
    def requests(self) -> list[SentRequest]:
        """The requests so far, in order; one for each attempt of a call."""
        with self._lock:
            return list(self._requests)

    @property
    def unused(self) -> list[Path]:
        """The files whose recordings were not replayed."""
        with self._lock:
            return [each.path for each in self._load() if each.path not in self._used]

    def begin(self, request: SentRequest, secrets: Secrets) -> Reply | ResponseRecorder:
        """Return the recorded reply to a request, or a recorder. The transport runs it for every request.

        Args:
            request: The request.
            secrets: The secrets of the request.

        Raises:
            CassetteError: The request has no recording, and must not be sent.
        """
        secrets = secrets.with_texts(self._secrets)
        described = describe_request(request, secrets)
        with self._lock:
            self._requests.append(request)
            recordings = self._load()
            if self.mode != "record":
                key = build_match_key(described)
                for each in recordings:
                    if each.path not in self._used and build_match_key(each.request) == key:
                        self._used.add(each.path)
                        return each.build_reply(timing=self.timing)
                if self.mode == "replay":
                    raise CassetteError(self._describe_missing(described, key))
            return self._build_recorder(described, secrets)

    def _load(self) -> list[RecordedExchange]:
        """Return the recordings of the folder; none if all are recorded anew."""
        if self._recordings is None:
            paths = sorted(self.folder.glob(_FILES), key=lambda path: (_read_number(path), path.name))
            if self.mode == "record":
                self._saving = Saving(paths)
                paths = []
            self._recordings = [RecordedExchange.load(path) for path in paths]
            self._number = max((_read_number(path) for path in paths), default=0)
        return self._recordings

    def _build_recorder(self, described: dict[str, Any], secrets: Secrets) -> ResponseRecorder:
        from .._testing.recorders import ResponseRecorder

        self._number += 1
        path = re.sub(r"^/(?:api/)?(?:v\d+/)?", "", _find_path(described))
        words = re.sub(r"[^a-z0-9]+", "-", f"{described['method']} {path}".lower()).strip("-")
        file = self.folder / f"{self._number:03}-{words[:60].rstrip('-')}.json"
        return ResponseRecorder(file, described, secrets, self._saving.save)

    def _describe_missing(self, described: dict[str, Any], key: bytes) -> str:
        """Return the text of the error for a request without a recording."""
        recordings = self._load()
        what = f"{self.folder} has no recording of {described['method']} {_find_path(described)}"
        remedy = f"run the test with {VARIABLE}=missing to record it, or with {VARIABLE}=record to record all anew"
        if not recordings:
            return f"{what}, as it has no recordings: {remedy}"
        equal = [each.path.name for each in recordings if build_match_key(each.request) == key]
        if equal:
            return f"{what} that is left: {', '.join(equal)} was replayed already, and the request came again; {remedy}"
        own = _select_matched(described)
        compared = [(find_differences(_select_matched(each.request), own), each) for each in recordings]
        differences, nearest = min(compared, key=lambda pair: len(pair[0]))
        shown = "\n".join(f"  {line}" for line in differences[:_MAX_DIFFERENCES])
        more = len(differences) - _MAX_DIFFERENCES
        further = f"\n  and {more} more" if more > 0 else ""
        return f"{what}. The most similar one, {nearest.path.name}, differs:\n{shown}{further}\n{remedy}"


def _read_number(path: Path) -> int:
    return int(path.name.partition("-")[0])


def _find_path(described: dict[str, Any]) -> str:
    from urllib.parse import urlsplit

    return urlsplit(str(described["url"])).path


def _select_matched(described: dict[str, Any]) -> dict[str, Any]:
    """Return the parts of a request by which it is matched, for a comparison."""
    from urllib.parse import parse_qsl, urlsplit

    parts = urlsplit(described["url"])
    matched: dict[str, Any] = {"method": described["method"], "path": parts.path}
    query = dict(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    if query:
        matched["query"] = query
    matched.update((name, described[name]) for name in ("json", "text", "base64") if name in described)
    return matched
