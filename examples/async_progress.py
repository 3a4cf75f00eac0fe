"""Ask many questions at once, at most four at a time, with a progress bar."""

from __future__ import annotations

import asyncio

from openrouterkit import AsyncOpenRouter, user

MODEL = "openai/gpt-4o-mini"
COUNTRIES = ["France", "Italy", "Norway", "Portugal", "Spain", "Germany", "Austria", "England", "Japan"]


async def ask(client: AsyncOpenRouter, limit: asyncio.Semaphore, country: str) -> tuple[str, str]:
    """Return the country and the answer."""
    async with limit:
        question = user(f"What is the capital of {country}?")
        result = await client.chat.send(model=MODEL, messages=[question])
    return country, result.text


async def main() -> None:
    """Ask for all capitals, and print the answers in order."""
    limit = asyncio.Semaphore(4)
    answers = {}
    async with AsyncOpenRouter() as client:
        tasks = [ask(client, limit, country) for country in COUNTRIES]
        for done, task in enumerate(asyncio.as_completed(tasks), start=1):
            country, answers[country] = await task
            print(f"\r[{'#' * done}{'.' * (len(tasks) - done)}] {done} of {len(tasks)}", end="", flush=True)
    print()
    for country in COUNTRIES:
        print(f"{country}: {answers[country]}")


asyncio.run(main())
