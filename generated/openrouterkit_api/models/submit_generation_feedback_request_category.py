# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""What was wrong with a generation: it was slow (latency), made no sense (incoherence), stated what is
wrong (incorrect_response), was badly laid out (formatting), cost or counted too much (billing),
failed (api_error), or something else (other).
"""

from __future__ import annotations

from typing import Literal, TypeAlias

SubmitGenerationFeedbackRequestCategory: TypeAlias = (
    Literal["latency", "incoherence", "incorrect_response", "formatting", "billing", "api_error", "other"] | str
)
"""What was wrong with a generation: it was slow (latency), made no sense (incoherence), stated what is
wrong (incorrect_response), was badly laid out (formatting), cost or counted too much (billing),
failed (api_error), or something else (other).
"""
