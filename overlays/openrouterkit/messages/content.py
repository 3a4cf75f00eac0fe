"""Constructors of the parts of a message: text, images, audio, videos and files.

    from pathlib import Path

    from openrouterkit import content, user

    user("What do these say?", content.image("https://example.com/cat.png"), content.file(Path("paper.pdf")))

The source of a part is one of these:

- a str: an http(s) URL or a data URL. Any other str raises an error, because it may be the input of a user: a path must
  be a `pathlib.Path`, and base64 text becomes bytes by `base64.b64decode`, or a data URL.
- a `pathlib.Path`: the file is read immediately.
- bytes, a bytearray or a memoryview.
- an open binary file, or another object whose `read` returns bytes: it is read from its position on, and stays open.
- an image of Pillow: sent in the format that it was read from if models can read it, else as PNG.

The input modalities of a model list the kinds of parts that it accepts. The constructors send nothing; they raise an
error for content that cannot be sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openrouterkit_api as api
from openrouterkit_api import UNSET

from ..errors import ConfigurationError
from . import media
from .sources import read, read_url

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    from openrouterkit_api.models import (
        AnthropicCacheControlTtl,
        ChatContentAudio,
        ChatContentCacheControl,
        ChatContentCacheControlDict,
        ChatContentFile,
        ChatContentImage,
        ChatContentImageImageUrlDetail,
        ChatContentText,
        ChatContentVideo,
        PromptCacheBreakpoint,
        PromptCacheBreakpointDict,
    )

    from .sources import Source

    Cache: TypeAlias = (
        bool | AnthropicCacheControlTtl | ChatContentCacheControl | ChatContentCacheControlDict | Mapping[str, Any]
    )

__all__ = ["audio", "cache_control", "file", "image", "text", "video"]

# Media type: the name of the format in the API.
_FORMATS = {
    "audio/aac": "aac",
    "audio/aiff": "aiff",
    "audio/flac": "flac",
    "audio/mp4": "m4a",
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg",
    "audio/wav": "wav",
    "audio/x-wav": "wav",
    "audio/mp3": "mp3",
    "audio/x-m4a": "m4a",
}


def text(
    text: str,
    *,
    cache: Cache = UNSET,
    prompt_cache_breakpoint: PromptCacheBreakpoint | PromptCacheBreakpointDict | Mapping[str, Any] | None = UNSET,
) -> ChatContentText:
    """Return a text part. Without a cache breakpoint, a plain str in the list of parts does the same.

    Args:
        text: The text.
        cache: A cache breakpoint after this part; see `cache_control`. Defaults to none.
        prompt_cache_breakpoint: The breakpoint in OpenAI's form, `{"mode": "explicit"}`. Rarely needed: the service
            converts `cache` to it for the providers that use it.
    """
    return api.models.ChatContentText(
        text=text, cache_control=cache_control(cache), prompt_cache_breakpoint=prompt_cache_breakpoint
    )


def image(
    source: Source,
    *,
    detail: ChatContentImageImageUrlDetail = UNSET,
    media_type: str | None = None,
    cache: Cache = UNSET,
) -> ChatContentImage:
    """Return an image part.

        image("https://example.com/cat.png")
        image(Path("cat.png"), detail="low")

    The service or the provider fetches an http(s) URL. Other content is sent in the request, in base64.

    Args:
        source: A URL or a data URL as str, a `pathlib.Path`, bytes, an open binary file, or an image of Pillow.
        detail: The resolution at which the model sees the image: "auto" (the provider decides, the default), "low"
            (fewest tokens), "high" or "original".
        media_type: The media type of a source that is not a URL, such as image/png. It is not checked against the
            content. By default it is detected from the first bytes (PNG, JPEG, GIF, WebP and others), then from the
            extension.
        cache: A cache breakpoint after this part; see `cache_control`. Defaults to none.

    Raises:
        ConfigurationError: The source is a str but not a URL, cannot be read, is empty, too large, or not an image.
    """
    models = api.models
    return models.ChatContentImage(
        image_url=models.ChatContentImageImageUrl(url=media.build_url(source, "image", media_type), detail=detail),
        cache_control=cache_control(cache),
    )


def audio(
    source: Source,
    *,
    format: str = UNSET,  # noqa: A002 - the name in the API
    cache: Cache = UNSET,
) -> ChatContentAudio:
    """Return an audio part.

    The service accepts audio only in the request itself, not by URL.

    Args:
        source: A `pathlib.Path`, bytes, an open binary file, or a data URL in base64 as str.
        format: The format: wav, mp3, flac, m4a, ogg, aiff, aac, pcm16, pcm24, or another one that the provider knows.
            It is not checked against the content. By default it is detected from the first bytes, then from the
            extension; raw samples (pcm16, pcm24) cannot be detected.
        cache: A cache breakpoint after this part; see `cache_control`. Defaults to none.

    Raises:
        ConfigurationError: The source is a str but not a data URL, cannot be read, is empty, too large, or not audio
            of a known format.
    """
    url = read_url(source, "audio")
    if url is not None:
        data, format_name = _parse_audio_url(url, format)
    else:
        content = read(source, "audio")
        data = media.encode_base64(content)
        if format is UNSET:
            format_name = _find_format(media.find_media_type(content, "audio"), content.label)
        else:
            format_name = format
    models = api.models
    return models.ChatContentAudio(
        input_audio=models.ChatContentAudioInputAudio(data=data, format=format_name), cache_control=cache_control(cache)
    )


def video(source: Source, *, media_type: str | None = None, cache: Cache = UNSET) -> ChatContentVideo:
    """Return a video part.

    Which http(s) URLs are accepted depends on the provider. Other content is sent in the request, in base64.

    Args:
        source: A URL or a data URL as str, a `pathlib.Path`, bytes, or an open binary file.
        media_type: The media type of a source that is not a URL, such as video/mp4. It is not checked against the
            content. By default it is detected from the first bytes, then from the extension.
        cache: A cache breakpoint after this part; see `cache_control`. Defaults to none.

    Raises:
        ConfigurationError: The source is a str but not a URL, cannot be read, is empty, too large, or not a video.
    """
    models = api.models
    return models.ChatContentVideo(
        video_url=models.ChatContentVideoInput(url=media.build_url(source, "video", media_type)),
        cache_control=cache_control(cache),
    )


def file(
    source: Source = UNSET,
    *,
    file_id: str = UNSET,
    filename: str = UNSET,
    media_type: str | None = None,
    cache: Cache = UNSET,
) -> ChatContentFile:
    """Return a file part, usually a PDF.

    For models that cannot read the format, the service extracts the text; `plugins.file_parser` configures how.

    Args:
        source: A URL or a data URL as str, a `pathlib.Path`, bytes, an open binary file, or an image of Pillow.
        file_id: The id of an uploaded file, in place of `source`.
        filename: The name of the file, which the model may see. Defaults to the last part of a path, or of the name of
            an open file; other sources have no name by default.
        media_type: The media type of a source that is not a URL, such as application/pdf. It is not checked against
            the content. By default it is detected from the first bytes, then from the extension.
        cache: A cache breakpoint after this part; see `cache_control`. Defaults to none.

    Raises:
        ConfigurationError: Both or neither of `source` and `file_id` are passed, or the source is a str but not a URL,
            cannot be read, is empty, too large, or of an unknown type.
    """
    if (source is UNSET) == (file_id is UNSET):
        raise ConfigurationError("a file part needs either a source (URL, path or bytes) or file_id=; pass one of them")
    file_data = UNSET
    url = None if source is UNSET else read_url(source, "file")
    if url is not None:
        file_data = media.check_url(url, "file", media_type)
    elif source is not UNSET:
        content = read(source, "file")
        file_data = media.build_data_url(content, "file", media_type)
        filename = content.filename if filename is UNSET and content.filename else filename
    models = api.models
    return models.ChatContentFile(
        file=models.ChatContentFileFile(filename=filename, file_data=file_data, file_id=file_id),
        cache_control=cache_control(cache),
    )


def cache_control(cache: Cache = True) -> ChatContentCacheControl | Any:
    """Return a cache breakpoint for a part or a tool: the prompt up to and including it can be cached.

    It affects providers with explicit caching, such as Anthropic. Cached tokens cost less to read and more to write.

    Args:
        cache: "5m" or "1h", the time for which an entry is kept after its last use; True uses the default of the
            provider, five minutes. A dict or a model is sent unchanged. False sets no breakpoint (the result is UNSET).
    """
    if cache is UNSET or cache is False:
        return UNSET
    if cache is True:
        return api.models.ChatContentCacheControl()
    return api.models.ChatContentCacheControl(ttl=cache) if isinstance(cache, str) else cache


def _parse_audio_url(source: str, format: str) -> tuple[str, str]:  # noqa: A002 - as in `audio`
    """Return the base64 text and the format of a data URL."""
    if source[:5].lower() != "data:":
        raise ConfigurationError(
            f"the service does not accept URLs for audio; download {source[:200]!r} and pass its bytes or its path"
        )
    media_type, data = media.split_data_url(source)
    return data, format if format is not UNSET else _find_format(media_type, f"the data URL {source[:40]!r}")


def _find_format(media_type: str, label: str) -> str:
    name = _FORMATS.get(media_type)
    if name is None:
        known = ", ".join(dict.fromkeys(_FORMATS.values()))
        raise ConfigurationError(
            f"{label} is {media_type or 'of no type'}, not audio of a known format ({known}); "
            f"choose another file, or pass the format's name as format="
        )
    return name


def __dir__() -> list[str]:
    """Return the public names only, for completion."""
    return __all__
