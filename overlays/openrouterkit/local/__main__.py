"""Entry point of `python -m openrouterkit.local`, which runs the local server in a terminal."""

from __future__ import annotations

from openrouterkit_local.command import main

if __name__ == "__main__":
    raise SystemExit(main())
