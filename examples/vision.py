"""Ask about an image."""

from __future__ import annotations

from pathlib import Path

from openrouterkit import OpenRouter, content, user

MODEL = "openai/gpt-4o-mini"
IMAGE = Path(__file__).parent / "files" / "circle.png"

with OpenRouter() as client:
    question = user("Which colour is the circle?", content.image(IMAGE, detail="low"))
    print(client.chat.send(model=MODEL, messages=[question]).text)
