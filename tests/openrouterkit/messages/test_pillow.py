"""Images of Pillow as parts: their format, their mode, their orientation, and what is left out."""

from __future__ import annotations

import base64
import io
import subprocess
import sys
from typing import Any

import PIL.Image
import pytest

from openrouterkit import ConfigurationError, content


def sent(image: Any) -> tuple[str, PIL.Image.Image]:
    """Return the media type that is sent, and the image that the receiver decodes."""
    head, _, data = content.image(image).image_url.url.partition(",")
    return head.removeprefix("data:").removesuffix(";base64"), PIL.Image.open(io.BytesIO(base64.b64decode(data)))


def reopen(image: PIL.Image.Image, name: str, **settings: Any) -> PIL.Image.Image:
    """Return the image as it is read from a file of a format."""
    buffer = io.BytesIO()
    image.save(buffer, name, **settings)
    buffer.seek(0)
    return PIL.Image.open(buffer)


RED = PIL.Image.new("RGB", (4, 2), (200, 10, 10))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK", "YCbCr", "HSV", "La", "RGBa"])
def test_an_image_that_was_made_in_memory_is_sent_as_png(mode: str) -> None:
    media_type, received = sent(PIL.Image.new(mode, (4, 2)))
    assert (media_type, received.format, received.size) == ("image/png", "PNG", (4, 2))


def test_the_pixels_of_a_png_are_sent_unchanged() -> None:
    image = PIL.Image.effect_noise((20, 20), 50)
    assert list(sent(image)[1].tobytes()) == list(image.tobytes())
    assert sent(RED.convert("CMYK"))[1].getpixel((0, 0)) == RED.convert("CMYK").convert("RGB").getpixel((0, 0))


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        *(("PNG", "image/png"), ("JPEG", "image/jpeg"), ("WEBP", "image/webp"), ("GIF", "image/gif")),
        *(("BMP", "image/png"), ("TIFF", "image/png"), ("ICO", "image/png")),
    ],
)
def test_the_format_is_kept_if_models_can_read_it(name: str, media_type: str) -> None:
    sent_type, received = sent(reopen(PIL.Image.new("RGB", (32, 32), (200, 10, 10)), name))
    assert (sent_type, received.size) == (media_type, (32, 32))


def test_an_image_that_its_format_cannot_contain_is_sent_as_png() -> None:
    image = reopen(RED, "JPEG")
    image.putalpha(3)
    assert sent(image)[0] == "image/png"


def test_all_frames_of_an_animation_are_sent() -> None:
    frames = [PIL.Image.new("RGB", (4, 4), (shade, 0, 0)) for shade in (0, 100, 200)]
    animation = reopen(frames[0], "GIF", save_all=True, append_images=frames[1:])
    media_type, received = sent(animation)
    assert (media_type, getattr(received, "n_frames", 1)) == ("image/gif", 3)


def test_an_image_is_turned_upright_and_its_exif_data_is_left_out() -> None:
    exif = PIL.Image.Exif()
    exif[0x0112] = 6  # the camera was turned by 90 degrees
    exif[0x010F] = "maker"
    media_type, received = sent(reopen(RED, "JPEG", exif=exif))
    assert (media_type, received.size, dict(received.getexif())) == ("image/jpeg", (2, 4), {})


@pytest.mark.parametrize("name", ["PNG", "JPEG", "WEBP", "GIF"])
def test_comments_and_exif_data_are_left_out(name: str) -> None:
    exif = PIL.Image.Exif()
    exif[0x010F] = "a secret"
    image = reopen(RED, name, exif=exif, comment=b"a secret", xmp=b"a secret")
    data = content.image(image).image_url.url.partition(",")[2]
    assert b"a secret" not in base64.b64decode(data)


def test_an_image_is_a_file_but_not_audio() -> None:
    assert content.file(RED, filename="red.png").file.filename == "red.png"
    with pytest.raises(ConfigurationError, match="the image of Pillow is image/png, not a video"):
        content.video(RED)
    with pytest.raises(ConfigurationError, match="the image of Pillow is image/png, not audio"):
        content.audio(RED)


@pytest.mark.parametrize("mode", ["F", "LAB"])
def test_an_image_without_a_png_is_rejected_with_a_remedy(mode: str) -> None:
    with pytest.raises(ConfigurationError, match=r'convert it first, as by image\.convert\("RGB"\)'):
        content.image(PIL.Image.new(mode, (1, 1)))


def test_a_damaged_image_is_rejected() -> None:
    buffer = io.BytesIO()
    PIL.Image.effect_noise((50, 50), 50).save(buffer, "PNG")
    with pytest.raises(ConfigurationError, match="cannot write the image of Pillow as PNG"):
        content.image(PIL.Image.open(io.BytesIO(buffer.getvalue()[:200])))


def test_pillow_is_not_imported() -> None:
    code = "import sys; from openrouterkit import content; content.file(b'%PDF-'); print('PIL' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
