# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""State of an endpoint, as a number: 0 is the regular state. The service does not say what each of the
negative numbers means.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

EndpointStatus: TypeAlias = Literal[0, -1, -2, -3, -5, -10] | int
"""State of an endpoint, as a number: 0 is the regular state. The service does not say what each of the
negative numbers means.
"""
