"""The profiles of hypothesis: a hundred examples a test, and with --hypothesis-profile=fuzz (`make fuzz`) many more."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "fuzz",
    max_examples=2000,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
