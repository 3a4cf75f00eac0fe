"""Limit what calls may cost: of one run, and of all calls of a client together."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from openrouterkit import OpenRouter, RequestOptions, function_tool, user
from openrouterkit.middleware import Budget, BudgetExceededError

MODEL = "openai/gpt-4o-mini"


@function_tool
def get_weather(city: str) -> str:
    """Return the weather of a city."""
    return f"24 degrees in {city}"


everything = Budget(usd=1)


def ask(client: OpenRouter, country: str) -> str:
    """Return the capital of a country."""
    question = user(f"What is the capital of {country}?")
    return client.chat.send(model=MODEL, messages=[question], max_tokens=50).text


with OpenRouter(middleware=[everything]) as client:
    everything.prices.add_models(client.models.list())  # for estimates, before the calls report their costs

    with ThreadPoolExecutor() as threads:  # calls at the same time share the budget
        print(*threads.map(lambda country: ask(client, country), ["France", "Italy", "Norway"]))

    question = user("How is the weather in Rome?")
    options = RequestOptions(middleware=[Budget(tokens=100)])
    try:
        client.chat.run(model=MODEL, messages=[question], tools=[get_weather], max_tokens=50, options=options)
    except BudgetExceededError as error:
        print(error)
        print("turns before:", len(error.run.turns) if error.run else 0)

    report = everything.report()
    print(f"{report.calls} calls, {report.tokens} tokens, ${report.usd:.7f} of ${everything.usd}")
