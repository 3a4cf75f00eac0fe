"""Tools that a model may call: functions, tools that exist only as a schema, and what they return.

    from openrouterkit import function_tool
    from openrouterkit.tools import ToolContext, ToolError

    @function_tool
    def weather(city: str, context: ToolContext[Stations]) -> str:
        \"\"\"Return the weather of a city.\"\"\"
        station = context.value.find(city)
        if station is None:
            raise ToolError(f"there is no station in {city}; ask for a larger city nearby")
        return station.report()

`RunnableTool` is what a run requires of a tool; a class of your own that has its members is a tool, too.
"""

from __future__ import annotations

from .definitions import Tool
from .functions import FunctionTool
from .outputs import ToolOutput, build_output
from .protocol import RunnableTool, ToolContext, ToolError

__all__ = [
    "FunctionTool",
    "RunnableTool",
    "Tool",
    "ToolContext",
    "ToolError",
    "ToolOutput",
    "build_output",
]
