# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Format of spoken answers. pcm16 is raw audio of 16 bits a sample, the others are the usual file
formats.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

ChatRequestAudioFormat: TypeAlias = Literal["wav", "aac", "mp3", "flac", "opus", "pcm16"] | str
"""Format of spoken answers. pcm16 is raw audio of 16 bits a sample, the others are the usual file
formats.
"""
