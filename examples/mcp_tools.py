"""Let a model call the tools of an MCP server, which runs as a command or at a URL."""

from __future__ import annotations

import sys
from pathlib import Path

from openrouterkit import OpenRouter, user
from openrouterkit.tools.mcp import connect_mcp

MODEL = "openai/gpt-4o-mini"
COMMAND = [sys.executable, str(Path(__file__).parent / "files" / "weather_server.py")]  # or "https://..."

with OpenRouter() as client, connect_mcp(COMMAND, prefix="weather_") as tools:
    for tool in tools:
        print(f"a tool of the server: {tool.name}({', '.join(tool.parameters['properties'])})")

    question = user("What is the forecast for Rome?")
    run = client.chat.run(model=MODEL, messages=[question], tools=tools)
    for turn in run.turns:
        for result in turn.outputs:
            print(f"{result.name}: {result.output}")
    print(run.text)
