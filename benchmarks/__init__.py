"""What openrouterkit costs and what it bears. None of it is part of the tests: machines and their loads differ.

python -m benchmarks          make bench    against raw httpx and `json.loads` in the same run: see README.md
python -m benchmarks.load     make load     a thousand streams at once, half of them left: nothing stays behind
python -m benchmarks.soak     make soak     a hundred thousand short calls: memory stays flat
"""
