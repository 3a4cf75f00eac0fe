"""List the models that can call tools, the cheapest first."""

from __future__ import annotations

from decimal import Decimal

from openrouterkit import OpenRouter

with OpenRouter() as client:
    models = list(client.models.list(supported_parameters="tools"))  # all pages
    models.sort(key=lambda model: model.pricing.prompt_decimal or Decimal(0))
    for model in [model for model in models if model.pricing.prompt_decimal][:5]:
        price = (model.pricing.prompt_decimal or 0) * 1_000_000
        print(f"{model.id:<40} {model.context_length or 0:>11,} tokens, ${price:.2f} per million tokens")
    print(client.models.get("openai/gpt-4o-mini").data.name)
