# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `Model`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import Parameter
    from .default_parameters import DefaultParameters
    from .model_alias_target import ModelAliasTarget
    from .model_architecture import ModelArchitecture
    from .model_benchmarks import ModelBenchmarks
    from .model_links import ModelLinks
    from .model_reasoning import ModelReasoning
    from .per_request_limits import PerRequestLimits
    from .public_pricing import PublicPricing
    from .top_provider_info import TopProviderInfo


class Model(JsonModel):
    """A model of the catalogue: its input and output, its prices and its providers."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "alias_target": Nested("ModelAliasTarget"),
        "architecture": Nested("ModelArchitecture"),
        "benchmarks": Nested("ModelBenchmarks"),
        "default_parameters": Nested("DefaultParameters"),
        "links": Nested("ModelLinks"),
        "per_request_limits": Nested("PerRequestLimits"),
        "pricing": Nested("PublicPricing"),
        "reasoning": Nested("ModelReasoning"),
        "supported_parameters": Each(),
        "supported_voices": Each(),
        "top_provider": Nested("TopProviderInfo"),
    }

    alias_target: ModelAliasTarget | None
    """The model that this entry currently refers to. Only present in aliases."""
    architecture: ModelArchitecture
    """Input, output and tokenizer of the model."""
    benchmarks: ModelBenchmarks | None
    """Results in public benchmarks. Absent if there are none."""
    canonical_slug: str
    """Permanent name of this version of the model. Unlike `id`, it never refers to another version."""
    context_length: int | None
    """Maximum number of tokens of prompt and completion together. Null if unknown."""
    created: int
    """When the model was added to OpenRouter, as a Unix time in seconds."""
    default_parameters: DefaultParameters | None
    """Values that the service uses for parameters that a request omits."""
    description: str | None
    """Description of the model, in Markdown."""
    expiration_date: str | None
    """Day after which the model may be removed, as `YYYY-MM-DD`. Null if no removal is planned."""
    hugging_face_id: str | None
    """Name of the model on Hugging Face. Null or empty if its weights are not published there."""
    id: str
    """The id of the model, for `model` in requests: author and slug, with an optional variant, as in
    `deepseek/deepseek-r1:free`.
    """
    knowledge_cutoff: str | None
    """Day up to which the training data reaches, as `YYYY-MM-DD`. Null if unknown."""
    links: ModelLinks | None
    """Links to details of the model."""
    name: str
    """Display name, usually the author and the model."""
    per_request_limits: PerRequestLimits | None
    """Token limits of a single request. Null if there are none."""
    pricing: PublicPricing
    """Prices of the model. If it has several providers, the prices of the preferred one."""
    reasoning: ModelReasoning | None
    """Settings for reasoning. Absent for models that do not reason and for routers."""
    supported_parameters: list[Parameter]
    """Request parameters that at least one provider of the model supports."""
    supported_voices: list[str] | None
    """Voices for audio output. Null if the model has none."""
    top_provider: TopProviderInfo
    """Limits of the preferred provider of the model."""

    def __init__(
        self,
        *,
        architecture: ModelArchitecture | Mapping[str, Any],
        canonical_slug: str,
        context_length: int | None,
        created: int,
        id: str,
        name: str,
        per_request_limits: PerRequestLimits | Mapping[str, Any] | None,
        pricing: PublicPricing | Mapping[str, Any],
        supported_parameters: Sequence[Parameter],
        top_provider: TopProviderInfo | Mapping[str, Any],
        alias_target: ModelAliasTarget | Mapping[str, Any] = UNSET,
        benchmarks: ModelBenchmarks | Mapping[str, Any] = UNSET,
        default_parameters: DefaultParameters | Mapping[str, Any] | None = UNSET,
        description: str = UNSET,
        expiration_date: str | None = UNSET,
        hugging_face_id: str | None = UNSET,
        knowledge_cutoff: str | None = UNSET,
        links: ModelLinks | Mapping[str, Any] = UNSET,
        reasoning: ModelReasoning | Mapping[str, Any] = UNSET,
        supported_voices: Sequence[str] | None = UNSET,
    ) -> None:
        self._build(locals())
