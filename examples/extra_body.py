"""Send what this version of the SDK does not know yet, and read it."""

from __future__ import annotations

from openrouterkit import OpenRouter, user

MODEL = "openai/gpt-4o-mini"

with OpenRouter() as client:
    result = client.chat.send(
        model=MODEL,
        messages=[user("What is the capital of France?")],
        extra_body={"min_p": 0.1, "new_parameter": {"level": 3}},
        extra_headers={"X-Trace": "42"},
    )
    print(result.text)
    print("members of the response:", ", ".join(result.to_dict()))
    print("provider:", result["provider"])
