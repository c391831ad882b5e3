"""Property tests that try the same examples on every machine, however slow it is."""

from hypothesis import HealthCheck, settings

STEADY = settings(
    derandomize=True, database=None, deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow]
)
