# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Resolution at which a model sees an image: auto leaves the choice to the provider, low costs the
fewest tokens, high shows more detail, original keeps the full resolution (high is used where a
provider has no such level).
"""

from __future__ import annotations

from typing import Literal, TypeAlias

ChatContentImageImageUrlDetail: TypeAlias = Literal["auto", "low", "high", "original"] | str
"""Resolution at which a model sees an image: auto leaves the choice to the provider, low costs the
fewest tokens, high shows more detail, original keeps the full resolution (high is used where a
provider has no such level).
"""
