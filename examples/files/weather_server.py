"""An MCP server with one tool, for mcp_tools.py."""

from __future__ import annotations

from mcp.server import MCPServer

server = MCPServer("weather")


@server.tool()
def forecast(city: str) -> str:
    """Return the forecast of a city."""
    return f"sunny in {city}, 24 degrees"


server.run()
