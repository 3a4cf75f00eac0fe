"""The name that `codegen` has in the wheel, for editable installs, which cannot rename folders.

Only editable installs find this package; its modules are those of `codegen`.
"""

from __future__ import annotations

from pathlib import Path

__path__ = [str(Path(__file__).parents[2])]
