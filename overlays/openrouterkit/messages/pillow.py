"""Images of Pillow as sources of media. Pillow is recognized by its classes, and never imported."""

from __future__ import annotations

import io
from typing import Any, Final, Protocol, TypeGuard

from ..errors import ConfigurationError

__all__: list[str] = []

# Formats that models can read, with the settings that lose least when an image is written again.
_KEPT: Final[dict[str, dict[str, Any]]] = {
    "PNG": {},
    "JPEG": {"quality": 95},
    "WEBP": {"quality": 95},
    "GIF": {},
}
_CONVERTED: Final = {
    "CMYK": "RGB",
    "HSV": "RGB",
    "RGBX": "RGB",
    "YCbCr": "RGB",
    "La": "LA",
    "PA": "RGBA",
    "RGBa": "RGBA",
}
"""Mode that PNG does not have -> mode with the same colours."""

_LEFT_OUT: Final = {"comment": b"", "exif": b"", "xmp": b""}
"""Metadata that Pillow would copy from the file that the image was read from."""

_ORIENTATION: Final = 0x0112
_TRANSPOSITIONS: Final = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}
"""Orientation in the EXIF data -> `PIL.Image.Transpose` that turns the image upright."""


class PillowImage(Protocol):
    """An image of Pillow, `PIL.Image.Image`."""

    format: str | None
    format_description: str | None


def is_pillow_image(value: Any) -> TypeGuard[PillowImage]:
    """Return True for an image of Pillow."""
    return any(kind.__module__ == "PIL.Image" and kind.__name__ == "Image" for kind in type(value).__mro__)


def encode_image(image: Any) -> bytes:
    """Return an image in the format that it was read from if models can read it (PNG, JPEG, WebP, GIF), else as PNG.

    The image is turned upright as its EXIF data requires. EXIF data, which may contain the place, and comments are left
    out.

    Raises:
        ConfigurationError: The image cannot be read or written as PNG.
    """
    name = image.format if image.format in _KEPT else "PNG"
    try:
        transposition = _TRANSPOSITIONS.get(image.getexif().get(_ORIENTATION, 1))
        upright = image if transposition is None else image.transpose(transposition)
        settings = {**_KEPT[name], **({"save_all": True} if getattr(image, "n_frames", 1) > 1 else {})}
        try:
            return _write(upright, name, settings)
        except (OSError, ValueError, KeyError):
            mode = _CONVERTED.get(upright.mode)
            return _write(upright if mode is None else upright.convert(mode), "PNG", {})
    except (OSError, ValueError, KeyError, SyntaxError) as error:
        raise ConfigurationError(
            f'cannot write the image of Pillow as PNG: {error}; convert it first, as by image.convert("RGB")'
        ) from error


def _write(image: Any, name: str, settings: dict[str, Any]) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, name, **_LEFT_OUT, **settings)
    return buffer.getvalue()
