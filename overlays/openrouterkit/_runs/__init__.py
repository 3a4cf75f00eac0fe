"""The tool loop. `openrouterkit.runs` and `openrouterkit.events` are the public places of its names. Private."""
