"""Look up how much of the account is left."""

from __future__ import annotations

from openrouterkit import OpenRouter

with OpenRouter() as client:
    account = client.credits.get().data
    print(f"${account.total_usage:.2f} of ${account.total_credits:.2f} are used")
