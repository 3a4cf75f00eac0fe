"""Attributes that are computed at their first use."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from openrouterkit_runtime.lazy import cached_property


class Slow:
    def __init__(self) -> None:
        self.barrier = Barrier(2)

    @cached_property
    def value(self) -> object:
        self.barrier.wait(60)
        return object()


def test_threads_that_compute_an_attribute_at_the_same_time_get_the_same_value() -> None:
    slow = Slow()
    with ThreadPoolExecutor(2) as threads:
        first, second = threads.map(lambda _: slow.value, range(2))
    assert first is second is slow.value
