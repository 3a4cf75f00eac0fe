"""Draws the ratios as an SVG chart: one line per case, one dot per client, on a logarithmic scale."""

from __future__ import annotations

from html import escape
from math import ceil, log, log10
from typing import Any, Final

_CLIENTS: Final = ("openrouterkit", "openai", "openrouter")
_LEFT, _WIDTH, _COLUMN, _TOP, _STEP = 366, 340, 62, 96, 30
_FONT: Final = 'font-family="system-ui, -apple-system, Segoe UI, sans-serif" font-size="13"'
_LIGHT: Final = {
    "ground": "#ffffff",
    "ink": "#1f2328",
    "faint": "#59636e",
    "line": "#d1d9e0",
    "limit": "#8c959f",
    "openrouterkit": "#0969da",
    "openai": "#bc4c00",
    "openrouter": "#8250df",
}
_DARK: Final = {
    "ground": "#0d1117",
    "ink": "#f0f6fc",
    "faint": "#9198a1",
    "line": "#3d444d",
    "limit": "#818b98",
    "openrouterkit": "#4493f8",
    "openai": "#f0883e",
    "openrouter": "#ab7df8",
}


def _build_style() -> str:
    def format_colours(colours: dict[str, str]) -> str:
        fills = ("ground", "ink", "faint", *_CLIENTS)
        return (
            "".join(f".{name}{{{'fill' if name in fills else 'stroke'}:{colour}}}" for name, colour in colours.items())
            + f".one{{stroke:{colours['faint']}}}"
        )

    shapes = (
        ".faint,.figure{font-size:12px}.title{font-size:16px}.title,.figure{font-weight:600}"
        ".end{text-anchor:end}.middle{text-anchor:middle}.one{stroke-width:1.5}.limit{stroke-width:2}"
    )
    return f"{shapes}{format_colours(_LIGHT)}@media(prefers-color-scheme:dark){{{format_colours(_DARK)}}}"


def draw_chart(figures: dict[str, Any]) -> str:
    """Return the SVG of the figures that `report.build_json` returns."""
    cases = [case for case in figures["cases"] if case["ratios"]]
    clients = [client for client in _CLIENTS if any(client in case["ratios"] for case in cases)]
    scale = _Scale([ratio for case in cases for ratio in [*case["ratios"].values(), case["limit"] or 1]])
    bottom = _TOP + _STEP * len(cases)
    width, height = _LEFT + _WIDTH + _COLUMN * len(clients) + 24, bottom + 40
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" {_FONT}>',
        f"<title>{escape(_describe(cases))}</title>",
        f"<style>{_build_style()}</style>",
        f'<rect class="ground" width="{width}" height="{height}" rx="8"/>',
        '<text class="title ink" x="20" y="32">Cost relative to raw httpx with json.loads</text>',
        *_draw_legend(clients, figures["versions"]),
        *_draw_grid(scale, bottom),
    ]
    for number, case in enumerate(cases):
        parts += _draw_case(case, _TOP + _STEP * number + _STEP / 2, scale, clients)
    footer = (
        f"Medians of {figures['turns']} alternating turns in one run; Python {figures['python']}, {figures['machine']}"
    )
    parts += [f'<text class="faint" x="20" y="{height - 8}">{escape(footer)}</text>', "</svg>"]
    return "\n".join(parts) + "\n"


class _Scale:
    """Converts a ratio to an x coordinate, logarithmically."""

    def __init__(self, ratios: list[float]) -> None:
        self._lowest = min(0.5, *ratios) * 0.95
        self._highest = max(1.5, *ratios) * 1.1

    def ticks(self) -> list[float]:
        """Return the ratios with a grid line."""
        steps = [step * 10**power for power in range(-1, ceil(log10(self._highest)) + 1) for step in (1, 2, 5)]
        ticks = [step for step in steps if self._lowest <= step <= self._highest]
        return ticks if len(ticks) > 3 else sorted({*ticks, 0.75, 1.25, 1.5})

    def __call__(self, ratio: float) -> float:
        return round(_LEFT + _WIDTH * log(ratio / self._lowest) / log(self._highest / self._lowest), 1)


def _draw_legend(clients: list[str], versions: dict[str, str]) -> list[str]:
    parts, x = [], 26
    for client in clients:
        name = f"{client} {versions[client]}"
        parts.append(f'<circle class="{client}" cx="{x}" cy="54" r="5"/>')
        parts.append(f'<text class="ink" x="{x + 11}" y="58">{escape(name)}</text>')
        x += 40 + 7 * len(name)
    return [*parts, f'<path class="limit" d="M{x} 47v14"/><text class="ink" x="{x + 9}" y="58">limit</text>']


def _draw_grid(scale: _Scale, bottom: int) -> list[str]:
    return [
        f'<path class="{"one" if tick == 1 else "line"}" d="M{scale(tick)} {_TOP - 4}V{bottom}"/>'
        f'<text class="faint middle" x="{scale(tick)}" y="{_TOP - 10}">{tick:g}&#215;</text>'
        for tick in scale.ticks()
    ]


def _draw_case(case: dict[str, Any], y: float, scale: _Scale, clients: list[str]) -> list[str]:
    parts = [f'<text class="ink end" x="{_LEFT - 14}" y="{y + 4}">{escape(case["name"])}</text>']
    if case["limit"] is not None:
        parts.append(f'<path class="limit" d="M{scale(case["limit"])} {y - 8}v16"/>')
    for column, client in reversed(list(enumerate(clients, 1))):  # the first is drawn last, on top of the others
        ratio = case["ratios"].get(client)
        if ratio is not None:
            label = f"{ratio:.2f}" if ratio < 10 else f"{ratio:.0f}"
            parts.append(f'<circle class="{client}" cx="{scale(ratio)}" cy="{y}" r="5"/>')
            parts.append(
                f'<text class="figure end {client}" x="{_LEFT + _WIDTH + _COLUMN * column}" y="{y + 4}">{label}</text>'
            )
    return parts


def _describe(cases: list[dict[str, Any]]) -> str:
    """Return the chart as text, for screen readers."""
    ratios = "; ".join(f"{case['name']}: {case['ratios'].get('openrouterkit', 0):.2f}" for case in cases)
    return f"The cost of openrouterkit as a ratio to raw httpx. {ratios}"
