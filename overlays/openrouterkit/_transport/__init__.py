"""The network: our requests and bodies over httpx, sync and async. Private; the only place that imports httpx."""
