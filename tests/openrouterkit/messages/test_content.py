"""Content parts: URLs, paths and bytes are sent in the form of the API, or rejected with the name of the file."""

import base64
import inspect
import io
import os
import re
import socket
from pathlib import Path

import httpx
import pytest

from openrouterkit import content
from openrouterkit.errors import ConfigurationError
from openrouterkit.messages.content import audio, cache_control, file, image, text, video
from openrouterkit_api import UNSET, models, operations

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF"
WAV = b"RIFF\x24\x00\x00\x00WAVEfmt "
PDF = b"%PDF-1.7\n%\xe2\xe3"
MP4 = b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00"
MATROSKA = b"\x1a\x45\xdf\xa3\x93\x42\x82\x88"
NOISE = bytes(range(128, 256)) + b"\x00\x01"


def build_url(media_type, data):
    return f"data:{media_type};base64,{base64.b64encode(data).decode()}"


def write(folder, name, data):
    path = folder / name
    path.write_bytes(data)
    return path


def sent(part):
    """Return the part as it is in the body of a request."""
    message = {"role": "user", "content": [part]}
    return operations.chat.send(model="a/b", messages=[message]).body["messages"][0]["content"][0]


@pytest.mark.parametrize(
    ("part", "model", "expected"),
    [
        (text("Hi"), models.ChatContentText, {"type": "text", "text": "Hi"}),
        (
            text("Hi", prompt_cache_breakpoint={"mode": "explicit"}),
            models.ChatContentText,
            {"type": "text", "text": "Hi", "prompt_cache_breakpoint": {"mode": "explicit"}},
        ),
        (
            image("https://a.test/cat", detail="low"),
            models.ChatContentImage,
            {"type": "image_url", "image_url": {"url": "https://a.test/cat", "detail": "low"}},
        ),
        (
            image(PNG),
            models.ChatContentImage,
            {"type": "image_url", "image_url": {"url": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUg=="}},
        ),
        (
            audio(WAV),
            models.ChatContentAudio,
            {"type": "input_audio", "input_audio": {"data": "UklGRiQAAABXQVZFZm10IA==", "format": "wav"}},
        ),
        (
            video("https://a.test/film"),
            models.ChatContentVideo,
            {"type": "video_url", "video_url": {"url": "https://a.test/film"}},
        ),
        (
            file("https://a.test/paper.pdf", filename="paper.pdf"),
            models.ChatContentFile,
            {"type": "file", "file": {"filename": "paper.pdf", "file_data": "https://a.test/paper.pdf"}},
        ),
        (file(file_id="f1"), models.ChatContentFile, {"type": "file", "file": {"file_id": "f1"}}),
        (
            file(b"a,b", media_type="text/csv;charset=utf-8"),
            models.ChatContentFile,
            {"type": "file", "file": {"file_data": "data:text/csv;charset=utf-8;base64,YSxi"}},
        ),
    ],
)
def test_each_constructor_returns_its_model_and_body(part, model, expected):
    assert type(part) is model
    assert part.to_dict() == expected
    assert sent(part) == expected


URLS = ["http://a.test/x", "HTTPS://A.test/x", "data:image/png;base64,AA==", "DATA:Image/PNG;Base64,AA=="]


@pytest.mark.parametrize("source", URLS)
def test_urls_are_sent_unchanged(source):
    assert image(source).image_url.url == source
    assert file(source).file.file_data == source


@pytest.mark.parametrize("source", URLS)
def test_white_space_around_a_url_is_removed(source):
    assert image(f" {source}\r\n").image_url.url == source
    assert audio("\t data:audio/wav;base64,AA==\n").input_audio.data == "AA=="


@pytest.mark.parametrize("source_type", [Path, bytes, bytearray, memoryview])
def test_paths_and_bytes_become_data_urls(tmp_path, source_type):
    path = write(tmp_path, "cat.png", PNG)

    part = image(source_type(path if source_type is Path else PNG))

    assert part.image_url.url == build_url("image/png", PNG)


def test_path_object_that_looks_like_a_url_is_a_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "https:" / "a.test").mkdir(parents=True)
    (tmp_path / "https:" / "a.test" / "cat.png").write_bytes(PNG)

    assert image(Path("https://a.test/cat.png")).image_url.url == build_url("image/png", PNG)


@pytest.mark.parametrize(
    ("beginning", "media_type"),
    [
        (PNG, "image/png"),
        (JPEG, "image/jpeg"),
        (b"GIF87a", "image/gif"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"II*\x00", "image/tiff"),
        (b"\x00\x00\x00\x1cftypavif", "image/avif"),
        (b"\x00\x00\x00\x18ftypheic", "image/heic"),
        (b"\x00\x00\x00\x18ftypmif1", "image/heif"),
        (b'<?xml version="1.0"?>\n<!-- a cat -->\n<svg xmlns="">', "image/svg+xml"),
    ],
)
def test_image_type_is_detected_from_first_bytes_before_name(tmp_path, beginning, media_type):
    assert image(beginning).image_url.url == build_url(media_type, beginning)
    assert image(write(tmp_path, "cat.jpg", beginning)).image_url.url == build_url(media_type, beginning)


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("film.mp4", MP4, "video/mp4"),
        ("film.mov", b"\x00\x00\x00\x14ftypqt  ", "video/quicktime"),
        ("film.webm", MATROSKA + b"webm", "video/webm"),
        ("film.mkv", MATROSKA + b"matroska", "video/x-matroska"),
        ("film.mpg", b"\x00\x00\x01\xba", "video/mpeg"),
        ("film.avi", b"RIFF\x00\x00\x00\x00AVI LIST", "video/x-msvideo"),
        ("film.mp4", NOISE, "video/mp4"),
    ],
)
def test_video_type_is_detected_from_first_bytes_then_name(tmp_path, name, data, media_type):
    assert video(write(tmp_path, name, data)).video_url.url == build_url(media_type, data)


@pytest.mark.parametrize(
    ("name", "data", "format_name"),
    [
        ("a.wav", WAV, "wav"),
        ("a.mp3", b"ID3\x04", "mp3"),
        ("a", b"\xff\xfb\x90", "mp3"),
        ("a.aac", b"\xff\xf1\x50", "aac"),
        ("a.flac", b"fLaC", "flac"),
        ("a.aif", b"FORM\x00\x00\x00\x00AIFF", "aiff"),
        ("a", b"\x00\x00\x00\x1cftypM4A ", "m4a"),
        ("a.m4a", MP4, "m4a"),
        ("a", b"OggS\x00", "ogg"),
        ("a.opus", b"OggS\x00", "ogg"),
        ("a.mp3", NOISE, "mp3"),
    ],
)
def test_audio_format_is_detected_from_first_bytes_then_name(tmp_path, name, data, format_name):
    part = audio(write(tmp_path, name, data))

    assert part.input_audio.to_dict() == {"data": base64.b64encode(data).decode(), "format": format_name}


def test_audio_splits_a_data_url():
    assert audio("data:audio/mpeg;base64,SUQz").input_audio.to_dict() == {"data": "SUQz", "format": "mp3"}


def test_raw_samples_are_sent_with_the_format_argument():
    assert audio(b"\x01\x02", format="pcm16").input_audio.to_dict() == {"data": "AQI=", "format": "pcm16"}


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("paper.pdf", PDF, "application/pdf"),
        ("paper", PDF, "application/pdf"),
        ("notes.txt", b"hi", "text/plain"),
        ("notes.md", b"# hi", "text/markdown"),
        ("table.CSV", b"a,b", "text/csv"),
        ("x.json", b"{}", "application/json"),
        ("cat.png", PNG, "image/png"),
        ("a.docx", b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ],
)
def test_file_part_has_media_type_and_file_name(tmp_path, name, data, media_type):
    assert file(write(tmp_path, name, data)).file.to_dict() == {
        "filename": name,
        "file_data": build_url(media_type, data),
    }


def test_filename_argument_replaces_the_name_of_the_path(tmp_path):
    path = write(tmp_path, "secret-name.pdf", PDF)

    assert file(path, filename="paper.pdf").file.filename == "paper.pdf"


def test_media_type_argument_overrides_content_and_name(tmp_path):
    path = write(tmp_path, "cat.png", NOISE)

    assert image(path, media_type="image/x-raw").image_url.url == build_url("image/x-raw", NOISE)
    assert file(PDF, media_type="application/x-pdf").file.file_data == build_url("application/x-pdf", PDF)


@pytest.mark.parametrize("make", [image, audio, video, file])
def test_missing_file_is_reported_with_name_and_directory(tmp_path, monkeypatch, make):
    monkeypatch.chdir(tmp_path)

    with pytest.raises(
        ConfigurationError, match=r"'cat\.png' \(relative to .*\): No such file.*check the path"
    ) as caught:
        make(Path("cat.png"))
    assert str(tmp_path) in str(caught.value)
    assert isinstance(caught.value.__cause__, FileNotFoundError)


@pytest.mark.parametrize("make", [image, audio, video, file])
def test_empty_path_directory_and_empty_file_are_rejected(tmp_path, make):
    with pytest.raises(ConfigurationError, match=r"'\.' is a directory"):
        make(Path())
    with pytest.raises(
        ConfigurationError, match=rf"{tmp_path.name}' is a directory; pass the path of the {make.__name__}"
    ):
        make(tmp_path)
    with pytest.raises(ConfigurationError, match=r"nothing\.png' is empty"):
        make(write(tmp_path, "nothing.png", b""))
    with pytest.raises(ConfigurationError, match=f"the {make.__name__} passed as bytes is empty"):
        make(b"")


@pytest.mark.parametrize("make", [image, audio, video, file])
def test_an_open_file_at_its_end_is_rejected_with_the_call_that_rewinds_it(tmp_path, make):
    buffer = io.BytesIO()
    buffer.write(PNG)
    message = f"^nothing follows the position of the {make.__name__} passed as an open file; call seek\\(0\\) on it"
    with pytest.raises(ConfigurationError, match=message):
        make(buffer)
    with write(tmp_path, "cat.png", PNG).open("rb") as open_file:
        open_file.read()
        with pytest.raises(
            ConfigurationError, match=r"^nothing follows the position of the open file 'cat\.png'; call"
        ):
            make(open_file)


def test_the_message_about_unknown_audio_lists_each_format_once():
    with pytest.raises(ConfigurationError, match=r"\(aac, aiff, flac, m4a, mp3, ogg, wav\)"):
        audio(PNG)


def test_unreadable_file_is_rejected_with_its_name(tmp_path, monkeypatch):
    path = write(tmp_path, "cat.png", PNG)

    def raise_error(*args, **keywords):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", raise_error)
    with pytest.raises(ConfigurationError, match=r"cat\.png': Permission denied"):
        image(path)


def test_sockets_and_pipes_are_not_read(tmp_path):
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s"))
        with pytest.raises(ConfigurationError, match="not a regular file"):
            image(tmp_path / "s")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ConfigurationError, match="not a regular file"):
        file(tmp_path / "pipe")


@pytest.mark.parametrize("path", ["bad\0name.png", "x" * 5000])
def test_invalid_path_is_rejected_with_a_short_message(path):
    with pytest.raises(ConfigurationError, match=r"cannot read the image .*; check the path") as caught:
        image(Path(path))
    assert len(str(caught.value)) < 1000


@pytest.fixture
def make_untouched(monkeypatch, tmp_path):
    """A function that makes a part in a folder with images, and fails if the file system is accessed."""
    for name in ("cat.png", "secrets.json", "https:x"):
        write(tmp_path, name, PNG)
    monkeypatch.chdir(tmp_path)

    def fail(*args, **keywords):
        raise AssertionError(f"touched {args}")

    def make_part(make, source):
        with monkeypatch.context() as patches:
            for name in ("builtins.open", "os.stat", "os.lstat", "os.open", "os.getcwd"):
                patches.setattr(name, fail)
            return make(source)

    return make_part


@pytest.mark.parametrize("make", [image, audio, video, file])
@pytest.mark.parametrize(
    "source",
    [
        *("cat.png", "secrets.json", "./cat.png", "/etc/passwd", "~/.ssh/id_rsa", "C:\\cat.png", "missing.png"),
        *("file:///etc/passwd", "FILE:cat.png", "ftp://a.test/x", "s3://a/b", "//a.test/x", "a.test/cat.png"),
        *("https:x", "https:///etc/passwd", "http:/a.test", "http://", "https", "data", "data;x", "javascript:x"),
        *("\u200bhttps://a.test", "bad\0name.png", "x y" * 2000),
    ],
)
def test_a_str_that_is_not_a_url_is_rejected_without_touching_the_file_system(make_untouched, make, source):
    with pytest.raises(ConfigurationError) as caught:
        make_untouched(make, source)
    message = str(caught.value)
    example = "..." if source[:5].lower() == "file:" else repr(source)[:200]
    assert f"; pass a file as pathlib.Path: content.{make.__name__}(Path({example}" in message
    assert "only if it begins with http://, https:// or data:" in message
    assert len(message) < 1000


@pytest.mark.parametrize("make", [image, audio, video, file])
@pytest.mark.parametrize("source", ["", " ", "\n"])
def test_an_empty_str_is_rejected(make, source):
    with pytest.raises(ConfigurationError, match=rf"content\.{make.__name__}\(\) got an empty str"):
        make(source)


@pytest.mark.parametrize("data", [PNG * 10, JPEG, PDF, WAV + NOISE, NOISE * 50_000])
@pytest.mark.parametrize("encode", [base64.b64encode, base64.urlsafe_b64encode, base64.encodebytes])
def test_base64_text_is_rejected_with_how_to_pass_it(make_untouched, encode, data):
    message = r"got base64 text; pass (base64\.\w+\(text\)), or a data URL such as f\"data:image/png;base64,{text}\"$"
    text = encode(data).decode()
    with pytest.raises(ConfigurationError, match=message) as caught:
        make_untouched(image, text)
    remedy = re.search(message, str(caught.value))[1]
    assert eval(remedy, {"base64": base64, "text": text}) == data


class Named(io.BytesIO):
    """An open file with a name."""

    def __init__(self, data, name):
        super().__init__(data)
        self.name = name


def test_an_open_file_is_read_from_its_position_and_stays_open(tmp_path):
    with write(tmp_path, "cat.png", b"??" + PNG).open("rb") as open_file:
        open_file.seek(2)
        part = file(open_file)
        assert part.file.to_dict() == {"filename": "cat.png", "file_data": build_url("image/png", PNG)}
        assert not open_file.closed
        assert open_file.read() == b""
    assert image(io.BytesIO(PNG)).image_url.url == build_url("image/png", PNG)
    assert file(io.BytesIO(PDF)).file.to_dict() == {"file_data": build_url("application/pdf", PDF)}


@pytest.mark.parametrize(
    ("name", "filename"),
    [("folder/notes.txt", "notes.txt"), (3, None), ("<stdin>", None), ("", None), (None, None), (b"notes.txt", None)],
)
def test_the_filename_of_an_open_file_is_its_real_name(name, filename):
    assert file(Named(PDF, name), media_type="application/pdf").file.filename == filename
    assert file(Named(PDF, name), media_type="application/pdf", filename="mine.pdf").file.filename == "mine.pdf"


def test_the_type_of_an_open_file_is_found_by_its_name():
    assert file(Named(b"a,b", "table.csv")).file.file_data == build_url("text/csv", b"a,b")
    with pytest.raises(ConfigurationError, match=r"the open file 'cat\.png' does not begin with the signature"):
        image(Named(b"text", "cat.png"))


def test_a_pipe_is_read_to_its_end():
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb", buffering=0) as reader:
        os.write(writing, PNG[:5])
        os.write(writing, PNG[5:])
        os.close(writing)
        assert image(reader).image_url.url == build_url("image/png", PNG)


class Dripping:
    """A source that returns one byte per read."""

    def __init__(self, data):
        self.left = list(data)

    def read(self, size):
        return bytes([self.left.pop(0)]) if self.left else b""


def test_any_object_with_read_is_a_source():
    assert image(Dripping(PNG)).image_url.url == build_url("image/png", PNG)


class Awaitable:
    """A source whose `read` is async."""

    async def read(self, size):
        return PNG


class Failing:
    """A source whose `read` fails."""

    def read(self, size):
        raise OSError(5, "Input/output error")


def make_closed_file():
    file = io.BytesIO(PNG)
    file.close()
    return file


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (io.StringIO("text"), "open in text mode; open it in binary mode"),
        (io.StringIO(""), "open in text mode; open it in binary mode"),
        (Awaitable(), r"read\(\) returned coroutine, not bytes; pass the bytes, such as await file\.read\(\)"),
        (Failing(), "cannot read the image passed as an open file: Input/output error"),
        (make_closed_file(), "cannot read the image passed as an open file: I/O operation on closed file"),
        (io.BytesIO(b""), "the image passed as an open file is empty"),
        (5, "not int"),
        (None, "not NoneType"),
        (["a"], "not list"),
        (httpx.URL("https://a.test"), "not URL"),
    ],
)
def test_other_sources_are_rejected_with_a_hint(source, message):
    with pytest.raises(ConfigurationError, match=message):
        image(source)


def test_an_open_file_that_is_too_large_is_not_read_to_its_end(monkeypatch):
    monkeypatch.setattr("openrouterkit.messages.sources.SIZE_LIMIT", 100)
    source = Dripping(b"x" * 1000)
    with pytest.raises(ConfigurationError, match="has more than 100 bytes"):
        image(source)
    assert len(source.left) == 1000 - 101


@pytest.mark.parametrize("make", [image, audio, video, file])
def test_text_file_without_extension_is_not_sent(tmp_path, make):
    passwords = b"root:x:0:0:root:/root:/bin/bash\n" * 500 + "zoë:x".encode()
    with pytest.raises(ConfigurationError, match="passwd' is not recognized as"):
        make(write(tmp_path, "passwd", passwords))


@pytest.mark.parametrize(
    ("make", "name", "data", "message"),
    [
        (image, "cat.png", b"root:x:0:0", "does not begin with the signature of image/png"),
        (image, "cat.png", NOISE, "does not begin with the signature of image/png"),
        (image, "cat.svg", b"root:x:0:0", r"does not begin with the signature of image/svg\+xml"),
        (image, "cat.ico", b"root:x:0:0", "contains text, not an image"),
        (image, "notes.txt", b"hello", "is text/plain, not an image"),
        (image, "cat.png", PDF, "is application/pdf, not an image"),
        (image, "cat.png", MP4, "is video/mp4, not an image"),
        (video, "film.mp4", b"hello", "contains text, not a video"),
        (video, "film.mp4", PNG, "is image/png, not a video"),
        (audio, "a.mp3", b"hello", "contains text, not audio"),
        (audio, "a.mp3", PNG, "is image/png, not audio of a known format"),
        (audio, "film.mp4", MP4, "is video/mp4, not audio"),
        (audio, "a.pcm", NOISE, "is not recognized as audio by its content or name.*format="),
        (file, "paper.pdf", b"hello", "does not begin with the signature of application/pdf"),
        (file, "blob.qqq", NOISE, "is not recognized as a file of a known type.*media_type="),
        (file, "notes.txt.gz", b"\x1f\x8b", "is not recognized as"),
    ],
)
def test_content_of_another_kind_is_rejected_with_file_name(tmp_path, make, name, data, message):
    with pytest.raises(ConfigurationError, match=f"{name}' {message}"):
        make(write(tmp_path, name, data))


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (lambda: image("data:text/html;base64,AA=="), "is text/html, not an image"),
        (lambda: image("data:,hello"), "is of no type, not an image"),
        (lambda: image("data:image/png;base64"), "has no comma"),
        (lambda: video("data:image/png;base64,AA=="), "is image/png, not a video"),
        (lambda: image("https://a.test/x", media_type="image/png"), "unexpected media_type='image/png' with a URL"),
        (lambda: image(PNG, media_type="png"), "'png' is not a media type such as image/png"),
        (lambda: image(PNG, media_type="image/png,x\r\n"), "is not a media type"),
        (lambda: image(PNG, media_type="text/plain"), "is text/plain, not an image"),
        (lambda: audio("https://a.test/a.mp3"), "does not accept URLs for audio; download"),
        (lambda: audio("data:audio/wav,raw"), "is not in base64"),
        (lambda: audio("data:audio/midi;base64,AA=="), "audio/midi, not audio of a known format"),
        (file, "either a source .* or file_id="),
        (lambda: file(PDF, file_id="f1"), "either a source .* or file_id="),
    ],
)
def test_contradictory_arguments_are_rejected(build, message):
    with pytest.raises(ConfigurationError, match=message):
        build()


@pytest.mark.parametrize(
    ("cache", "expected"),
    [
        (True, {"type": "ephemeral"}),
        ("5m", {"type": "ephemeral", "ttl": "5m"}),
        ("1h", {"type": "ephemeral", "ttl": "1h"}),
        ({"type": "ephemeral", "scope": "new"}, {"type": "ephemeral", "scope": "new"}),
        (models.AnthropicCacheControlDirective(ttl="1h"), {"type": "ephemeral", "ttl": "1h"}),
    ],
)
def test_cache_argument_adds_a_breakpoint_to_every_part(cache, expected):
    parts = [
        text("Long.", cache=cache),
        image(PNG, cache=cache),
        audio(WAV, cache=cache),
        video(MP4, cache=cache),
        file(PDF, cache=cache),
    ]

    assert [sent(part)["cache_control"] for part in parts] == [expected] * 5


def test_cache_false_sets_no_breakpoint():
    assert sent(text("Hi", cache=False)) == {"type": "text", "text": "Hi"}
    assert cache_control(cache=False) is UNSET
    assert cache_control().to_dict() == {"type": "ephemeral"}


@pytest.mark.parametrize(
    ("make", "model", "inner"),
    [
        (text, models.ChatContentText, None),
        (image, models.ChatContentImage, models.ChatContentImageImageUrl),
        (audio, models.ChatContentAudio, models.ChatContentAudioInputAudio),
        (video, models.ChatContentVideo, models.ChatContentVideoInput),
        (file, models.ChatContentFile, models.ChatContentFileFile),
    ],
)
def test_constructors_accept_every_member_of_their_models(make, model, inner):
    from_source = {"url", "data", "file_data", "type", "image_url", "input_audio", "video_url", "file"}
    members = {*inspect.signature(model).parameters, *(inspect.signature(inner).parameters if inner else ())}
    expected = {"cache" if name == "cache_control" else name for name in members - from_source}

    assert expected == set(inspect.signature(make).parameters) - {"source", "media_type"}, (
        "add the member to content.py"
    )


def test_every_part_but_the_legacy_video_has_a_constructor():
    from openrouterkit_api.models._unions import DECODERS

    built = {type(part).__name__ for part in (text("a"), image(PNG), audio(WAV), video(MP4), file(PDF))}
    assert set(DECODERS["ChatContentItems"].names.values()) - built == {"LegacyChatContentVideo"}
    assert dir(content) == ["audio", "cache_control", "file", "image", "text", "video"]


@pytest.mark.parametrize("make", [image, audio, video, file])
def test_too_large_file_is_not_read(tmp_path, make):
    path = tmp_path / "huge.png"
    with path.open("wb") as huge:
        huge.write(b"\x89PNG\r\n\x1a\n")
        huge.truncate(1 << 40)
    with pytest.raises(ConfigurationError, match=r"has more than .* bytes"):
        make(path)
