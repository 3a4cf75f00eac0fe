"""Ask about a PDF that the service parses, and do not let it parse the file again for the next question."""

from __future__ import annotations

from pathlib import Path

from openrouterkit import Message, OpenRouter, content, plugins, user

MODEL = "openai/gpt-4o-mini"
INVOICE = Path(__file__).parent / "files" / "invoice.pdf"
PARSER = plugins.file_parser(pdf={"engine": "cloudflare-ai"})

with OpenRouter() as client:
    messages: list[Message] = [user("What was bought?", content.file(INVOICE))]
    result = client.chat.send(model=MODEL, messages=messages, plugins=[PARSER])
    print(result.text)
    for annotation in result.assistant_message.annotations or []:
        print("annotation:", annotation.to_dict()["file"]["name"])

    # The message of the model has the parsed text as an annotation, so the file is not billed twice.
    messages += [result.assistant_message, user("What is the capital of France?")]
    print(client.chat.send(model=MODEL, messages=messages, plugins=[PARSER]).text)
