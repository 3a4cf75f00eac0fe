# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `PricingOverride`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openrouterkit_runtime.decoders import decode_decimal
from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from decimal import Decimal


class PricingOverride(JsonModel):
    """Prices that apply only under certain conditions. All conditions that are set must be true; prices
    that are not set are not changed. Prices are US dollars as decimal strings.
    """

    audio: str | None
    """Price of an audio input token, in US dollars."""
    completion: str | None
    """Price of a completion token, in US dollars."""
    input_audio_cache: str | None
    """Price of an audio input token read from the prompt cache, in US dollars."""
    input_cache_read: str | None
    """Price of a prompt token read from the prompt cache, in US dollars."""
    input_cache_write: str | None
    """Price of a prompt token written to the prompt cache, in US dollars."""
    input_cache_write_1h: str | None
    """Price of a prompt token written to the prompt cache for one hour, in US dollars."""
    min_prompt_tokens: float | None
    """Condition: the prompt has more than this many tokens."""
    prompt: str | None
    """Price of a prompt token, in US dollars."""
    utc_end: float | None
    """Condition: it is before this time of day in UTC, as hour and minute in one number: 1630 is 16:30. An
    end before `utc_start` is on the next day.
    """
    utc_start: float | None
    """Condition: it is this time of day in UTC or later, as hour and minute in one number: 830 is 08:30."""

    def __init__(
        self,
        *,
        audio: str = UNSET,
        completion: str = UNSET,
        input_audio_cache: str = UNSET,
        input_cache_read: str = UNSET,
        input_cache_write: str = UNSET,
        input_cache_write_1h: str = UNSET,
        min_prompt_tokens: float = UNSET,
        prompt: str = UNSET,
        utc_end: float = UNSET,
        utc_start: float = UNSET,
    ) -> None:
        self._build(locals())

    @property
    def audio_decimal(self) -> Decimal | None:
        """`audio` as a Decimal, without rounding; None if it is absent or not a number."""
        return decode_decimal(self.audio)

    @property
    def completion_decimal(self) -> Decimal | None:
        """`completion` as a Decimal, without rounding; None if it is absent or not a number."""
        return decode_decimal(self.completion)

    @property
    def input_audio_cache_decimal(self) -> Decimal | None:
        """`input_audio_cache` as a Decimal, without rounding; None if it is absent or not a number."""
        return decode_decimal(self.input_audio_cache)

    @property
    def input_cache_read_decimal(self) -> Decimal | None:
        """`input_cache_read` as a Decimal, without rounding; None if it is absent or not a number."""
        return decode_decimal(self.input_cache_read)

    @property
    def input_cache_write_decimal(self) -> Decimal | None:
        """`input_cache_write` as a Decimal, without rounding; None if it is absent or not a number."""
        return decode_decimal(self.input_cache_write)

    @property
    def input_cache_write_1h_decimal(self) -> Decimal | None:
        """`input_cache_write_1h` as a Decimal, without rounding; None if it is absent or not a number."""
        return decode_decimal(self.input_cache_write_1h)

    @property
    def prompt_decimal(self) -> Decimal | None:
        """`prompt` as a Decimal, without rounding; None if it is absent or not a number."""
        return decode_decimal(self.prompt)
