"""The profiles of hypothesis: the same hundred examples every time, so that a test that fails fails for everybody.

With --hypothesis-profile=fuzz (`make fuzz`) there are many more, and others each time.
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
