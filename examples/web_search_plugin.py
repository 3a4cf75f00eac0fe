"""Let the service search the web, and print which pages the answer cites."""

from __future__ import annotations

from openrouterkit import OpenRouter, UnknownVariant, plugins, user

MODEL = "openai/gpt-4o-mini"

with OpenRouter() as client:
    result = client.chat.send(
        model=MODEL,
        messages=[user("How many people live in the capital of Italy?")],
        plugins=[plugins.web(max_results=2)],
    )
    print(result.text)
    for annotation in result.assistant_message.annotations or []:
        if not isinstance(annotation, UnknownVariant) and annotation.type == "url_citation":
            print("cited:", annotation.url_citation.title, annotation.url_citation.url)
