"""What openrouterkit costs, against raw httpx and `json.loads` in the same run."""
