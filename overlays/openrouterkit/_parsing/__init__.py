"""How answers become values of Python types. `openrouterkit.parsing` is the public place of its names. Private."""
