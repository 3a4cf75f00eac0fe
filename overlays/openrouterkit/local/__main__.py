"""`python -m openrouterkit.local`: the server for a terminal."""

from __future__ import annotations

from openrouterkit_local.command import main

if __name__ == "__main__":
    raise SystemExit(main())
