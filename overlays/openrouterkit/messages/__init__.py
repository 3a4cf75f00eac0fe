"""Messages of a conversation and their content: `system`, `developer`, `user`, `assistant`, `tool`.

    from openrouterkit import assistant, content, system, tool, user

    messages = [system("Be terse."), user([content.text("What is this?"), content.image(pixel)])]

`constructors` builds messages, `content` their parts, `media` finds out what kind of file a part is.
"""

from __future__ import annotations

from .constructors import assistant, developer, from_dict, system, tool, user

__all__ = ["assistant", "developer", "from_dict", "system", "tool", "user"]
