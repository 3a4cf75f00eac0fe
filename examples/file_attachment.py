"""Ask about a file."""

from __future__ import annotations

from pathlib import Path

from openrouterkit import OpenRouter, content, user

MODEL = "openai/gpt-4o-mini"
NOTES = Path(__file__).parent / "files" / "notes.txt"

with OpenRouter() as client:
    question = user("When is the meeting?", content.file(NOTES))
    print(client.chat.send(model=MODEL, messages=[question]).text)
