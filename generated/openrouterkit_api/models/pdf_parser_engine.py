# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""What reads PDF documents: mistral-ocr recognises scanned pages, at a price per page; cloudflare-ai
converts to Markdown; native hands the file to the model, billed as input tokens. pdf-text is a
former value, now treated as cloudflare-ai.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

PDFParserEngine: TypeAlias = Literal["mistral-ocr", "native", "cloudflare-ai", "pdf-text"] | str
"""What reads PDF documents: mistral-ocr recognises scanned pages, at a price per page; cloudflare-ai
converts to Markdown; native hands the file to the model, billed as input tokens. pdf-text is a
former value, now treated as cloudflare-ai.
"""
