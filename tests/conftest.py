"""Profiles of hypothesis.

The default profile runs the same hundred examples every time, so that failures are reproducible. With
--hypothesis-profile=fuzz (`make fuzz`) it runs many more examples, and random ones.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("test", derandomize=True)
settings.register_profile(
    "fuzz",
    max_examples=2000,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("test")
