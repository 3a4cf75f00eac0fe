# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `PublicPricing`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.decoders import decode_decimal
from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from decimal import Decimal

    from openrouterkit_runtime.members import Decoder

    from .pricing_override import PricingOverride


class PublicPricing(JsonModel):
    """Prices of a model. They are US dollars as decimal strings, so that no digit is lost; `0` is free,
    and `-1` marks a router, whose price is that of the model it selects. An absent price does not
    apply.
    """

    _decoders: ClassVar[Mapping[str, Decoder]] = {"overrides": Each(Nested("PricingOverride"))}

    audio: str | None
    """Price of an audio input token, in US dollars."""
    audio_output: str | None
    """Price of an audio output token, in US dollars."""
    completion: str
    """Price of a completion token, in US dollars."""
    discount: float | None
    """Discount on the prices, from 0 for none to 1 for all."""
    image: str | None
    """Price of an input image, in US dollars."""
    image_output: str | None
    """Price of an output image, in US dollars."""
    image_token: str | None
    """Price of an image token, in US dollars."""
    input_audio_cache: str | None
    """Price of an audio input token read from the prompt cache, in US dollars."""
    input_cache_read: str | None
    """Price of a prompt token read from the prompt cache, in US dollars."""
    input_cache_write: str | None
    """Price of a prompt token written to the prompt cache, in US dollars; for the shortest lifetime if
    there are several.
    """
    input_cache_write_1h: str | None
    """Price of a prompt token written to the prompt cache for one hour, in US dollars."""
    internal_reasoning: str | None
    """Price of a reasoning token, in US dollars, if it differs from `completion`."""
    overrides: list[PricingOverride] | None
    """Prices that replace these under certain conditions. If several apply, the last one that sets a price
    takes precedence.
    """
    prompt: str
    """Price of a prompt token, in US dollars."""
    request: str | None
    """Price of a request, in US dollars, in addition to its tokens."""
    web_search: str | None
    """Price of a web search, in US dollars."""

    def __init__(
        self,
        *,
        completion: str,
        prompt: str,
        audio: str = UNSET,
        audio_output: str = UNSET,
        discount: float = UNSET,
        image: str = UNSET,
        image_output: str = UNSET,
        image_token: str = UNSET,
        input_audio_cache: str = UNSET,
        input_cache_read: str = UNSET,
        input_cache_write: str = UNSET,
        input_cache_write_1h: str = UNSET,
        internal_reasoning: str = UNSET,
        overrides: Sequence[PricingOverride | Mapping[str, Any]] = UNSET,
        request: str = UNSET,
        web_search: str = UNSET,
    ) -> None:
        self._build(locals())

    @property
    def audio_decimal(self) -> Decimal | None:
        """`audio` as a Decimal, without rounding; None if it is absent or not a number."""
        return decode_decimal(self.audio)

    @property
    def audio_output_decimal(self) -> Decimal | None:
        """`audio_output` as a Decimal, without rounding; None if it is absent or not a number."""
        return decode_decimal(self.audio_output)

    @property
    def completion_decimal(self) -> Decimal | None:
        """`completion` as a Decimal, without rounding; None if it is absent or not a number."""
        return decode_decimal(self.completion)

    @property
    def image_decimal(self) -> Decimal | None:
        """`image` as a Decimal, without rounding; None if it is absent or not a number."""
        return decode_decimal(self.image)

    @property
    def image_output_decimal(self) -> Decimal | None:
        """`image_output` as a Decimal, without rounding; None if it is absent or not a number."""
        return decode_decimal(self.image_output)

    @property
    def image_token_decimal(self) -> Decimal | None:
        """`image_token` as a Decimal, without rounding; None if it is absent or not a number."""
        return decode_decimal(self.image_token)

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
    def internal_reasoning_decimal(self) -> Decimal | None:
        """`internal_reasoning` as a Decimal, without rounding; None if it is absent or not a number."""
        return decode_decimal(self.internal_reasoning)

    @property
    def prompt_decimal(self) -> Decimal | None:
        """`prompt` as a Decimal, without rounding; None if it is absent or not a number."""
        return decode_decimal(self.prompt)

    @property
    def request_decimal(self) -> Decimal | None:
        """`request` as a Decimal, without rounding; None if it is absent or not a number."""
        return decode_decimal(self.request)

    @property
    def web_search_decimal(self) -> Decimal | None:
        """`web_search` as a Decimal, without rounding; None if it is absent or not a number."""
        return decode_decimal(self.web_search)
