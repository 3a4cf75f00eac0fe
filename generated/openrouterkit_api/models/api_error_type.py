# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Kind of a failure. Too long: `context_length_exceeded`, `max_tokens_exceeded`,
`token_limit_exceeded`, `string_too_long`, `payload_too_large`. Account: `authentication`,
`permission_denied`, `payment_required`, `rate_limit_exceeded`. Request: `invalid_request`,
`invalid_prompt`, `not_found`, `precondition_failed`, `unprocessable`. Content:
`content_policy_violation`, `refusal`. Images: `invalid_image`, `image_too_large`,
`image_too_small`, `unsupported_image_format`, `image_not_found`, `image_download_failed`. Service
and providers: `provider_overloaded`, `provider_unavailable`, `server`, `timeout`. `unmapped` is
everything else.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

ApiErrorType: TypeAlias = (
    Literal[
        "context_length_exceeded",
        "max_tokens_exceeded",
        "token_limit_exceeded",
        "string_too_long",
        "authentication",
        "permission_denied",
        "payment_required",
        "rate_limit_exceeded",
        "provider_overloaded",
        "provider_unavailable",
        "invalid_request",
        "invalid_prompt",
        "not_found",
        "precondition_failed",
        "payload_too_large",
        "unprocessable",
        "content_policy_violation",
        "refusal",
        "invalid_image",
        "image_too_large",
        "image_too_small",
        "unsupported_image_format",
        "image_not_found",
        "image_download_failed",
        "server",
        "timeout",
        "unmapped",
    ]
    | str
)
"""Kind of a failure. Too long: `context_length_exceeded`, `max_tokens_exceeded`,
`token_limit_exceeded`, `string_too_long`, `payload_too_large`. Account: `authentication`,
`permission_denied`, `payment_required`, `rate_limit_exceeded`. Request: `invalid_request`,
`invalid_prompt`, `not_found`, `precondition_failed`, `unprocessable`. Content:
`content_policy_violation`, `refusal`. Images: `invalid_image`, `image_too_large`,
`image_too_small`, `unsupported_image_format`, `image_not_found`, `image_download_failed`. Service
and providers: `provider_overloaded`, `provider_unavailable`, `server`, `timeout`. `unmapped` is
everything else.
"""
