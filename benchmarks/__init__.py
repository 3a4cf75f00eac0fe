"""Benchmarks of speed and memory, and checks for leaks. They are no tests: their results depend on the machine.

python -m benchmarks          make bench    compares speed and memory with raw httpx and `json.loads`: see README.md
python -m benchmarks.load     make load     runs a thousand concurrent streams, abandons half, and checks for leaks
python -m benchmarks.soak     make soak     makes a hundred thousand short calls and checks that memory does not grow
"""
