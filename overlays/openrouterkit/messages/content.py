"""Parts of a message: text, images, audio, videos and files, from an address, a path or bytes.

    from openrouterkit import user
    from openrouterkit.content import file, image

    user(["What do these say?", image("cat.png"), file("paper.pdf", cache=True)])

Which kinds a model takes is among its input modalities. Nothing is sent here; what cannot be sent is refused here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openrouterkit_api as api
from openrouterkit_api import UNSET

from ..errors import ConfigurationError
from . import media

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

    Cache: TypeAlias = (
        bool | AnthropicCacheControlTtl | ChatContentCacheControl | ChatContentCacheControlDict | Mapping[str, Any]
    )

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
    """A text part. A text that needs no cache breakpoint can stand in the message as it is.

    Args:
        text: what it says.
        cache: see `cache_control`.
        prompt_cache_breakpoint: the breakpoint in OpenAI's form, `{"mode": "explicit"}`; the service makes it of
            `cache` itself where a provider wants it.
    """
    return api.models.ChatContentText(
        text=text, cache_control=cache_control(cache), prompt_cache_breakpoint=prompt_cache_breakpoint
    )


def image(
    source: media.Source,
    *,
    detail: ChatContentImageImageUrlDetail = UNSET,
    media_type: str | None = None,
    cache: Cache = UNSET,
) -> ChatContentImage:
    """An image part. An address is fetched by the service or the provider; a path or bytes travel in the request.

    Args:
        source: an http(s) address, a data URL, a path (a text that is no address, or a `Path`), or bytes.
        detail: resolution at which the model sees it: auto (the provider's choice, the default), low (fewest
            tokens), high, original.
        media_type: what a path or bytes hold, such as image/png, believed unchecked. By default the first bytes tell
            (PNG, JPEG, GIF, WebP and others), else the extension.
        cache: see `cache_control`.

    Raises:
        ConfigurationError: there is no such file, it cannot be read, is empty, or is not an image.
    """
    models = api.models
    return models.ChatContentImage(
        image_url=models.ChatContentImageImageUrl(url=media.build_url(source, "image", media_type), detail=detail),
        cache_control=cache_control(cache),
    )


def audio(
    source: media.Source,
    *,
    format: str = UNSET,  # noqa: A002 - the service's own name
    cache: Cache = UNSET,
) -> ChatContentAudio:
    """An audio part. The service takes recordings inline only, so that an http(s) address is refused.

    Args:
        source: a path, bytes, or a data URL in base64.
        format: wav, mp3, flac, m4a, ogg, aiff, aac, pcm16, pcm24 or another word that the provider knows, believed
            unchecked. By default the first bytes tell, else the extension; for raw samples (pcm16, pcm24) nothing
            does, so say it.
        cache: see `cache_control`.

    Raises:
        ConfigurationError: there is no such file, it cannot be read, is empty, or is no audio of a known format; or
            the source is an http(s) address.
    """
    if isinstance(source, str) and media.is_address(source):
        data, word = _audio_of_address(source, format)
    else:
        content = media.read(source, "audio")
        data = media.encode_base64(content)
        word = format if format is not UNSET else _format_of(media.find_media_type(content, "audio"), content.label)
    models = api.models
    return models.ChatContentAudio(
        input_audio=models.ChatContentAudioInputAudio(data=data, format=word), cache_control=cache_control(cache)
    )


def video(source: media.Source, *, media_type: str | None = None, cache: Cache = UNSET) -> ChatContentVideo:
    """A video part. Which addresses are taken depends on the provider; a path or bytes travel in the request.

    Args:
        source: an http(s) address, a data URL, a path (a text that is no address, or a `Path`), or bytes.
        media_type: what a path or bytes hold, such as video/mp4, believed unchecked. By default the first bytes
            tell, else the extension.
        cache: see `cache_control`.

    Raises:
        ConfigurationError: there is no such file, it cannot be read, is empty, or is not a video.
    """
    models = api.models
    return models.ChatContentVideo(
        video_url=models.ChatContentVideoInput(url=media.build_url(source, "video", media_type)),
        cache_control=cache_control(cache),
    )


def file(
    source: media.Source = UNSET,
    *,
    file_id: str = UNSET,
    filename: str = UNSET,
    media_type: str | None = None,
    cache: Cache = UNSET,
) -> ChatContentFile:
    """A file part, mostly a PDF.

    A model that does not read the format gets the text that the service extracts (`plugins.file_parser` says how).

    Args:
        source: an http(s) address, a data URL, a path (a text that is no address, or a `Path`), or bytes.
        file_id: in place of `source`, the id of a file that was uploaded before.
        filename: its name, which the model may see; by default the last part of the path, none for the others.
        media_type: what a path or bytes hold, such as application/pdf, believed unchecked. By default the first
            bytes tell, else the extension.
        cache: see `cache_control`.

    Raises:
        ConfigurationError: both or neither of source and file_id; there is no such file, it cannot be read, is
            empty, or is of no known type.
    """
    if (source is UNSET) == (file_id is UNSET):
        raise ConfigurationError("a file part takes either a source (address, path or bytes) or file_id=: give one")
    file_data = UNSET
    if source is not UNSET and media.is_address(source):
        file_data = media.build_url(source, "file", media_type)
    elif source is not UNSET:
        content = media.read(source, "file")
        file_data = media.build_data_url(content, "file", media_type)
        filename = content.filename if filename is UNSET and content.filename else filename
    models = api.models
    return models.ChatContentFile(
        file=models.ChatContentFileFile(filename=filename, file_data=file_data, file_id=file_id),
        cache_control=cache_control(cache),
    )


def cache_control(cache: Cache = True) -> ChatContentCacheControl | Any:
    """The cache breakpoint that a part or a tool carries: the prompt up to and including it may be cached.

    Meant for providers with explicit caching, such as Anthropic; tokens read from the cache cost less than fresh
    ones, writing them costs more.

    Args:
        cache: True keeps the entry for the provider's usual time, five minutes; "5m" and "1h" say the time since its
            last use; a dict or a model is sent as it is; False sets no breakpoint (the result is UNSET).
    """
    if cache is UNSET or cache is False:
        return UNSET
    if cache is True:
        return api.models.ChatContentCacheControl()
    return api.models.ChatContentCacheControl(ttl=cache) if isinstance(cache, str) else cache


def _audio_of_address(source: str, format: str) -> tuple[str, str]:  # noqa: A002 - as in `audio`
    if source[:5].lower() != "data:":
        raise ConfigurationError(
            f"the service takes no address for audio: download {source[:200]!r} and pass its bytes or the file's path"
        )
    media_type, data = media.split_data_url(source)
    return data, format if format is not UNSET else _format_of(media_type, f"the data URL {source[:40]!r}")


def _format_of(media_type: str, label: str) -> str:
    word = _FORMATS.get(media_type)
    if word is None:
        raise ConfigurationError(
            f"{label} is {media_type or 'of no type'}, not audio of a known format ({', '.join(_FORMATS.values())}): "
            f"choose another, or name the provider's word with format="
        )
    return word
