"""The chart of the ratios, as an SVG that needs nothing else: a line a row, a dot a side, on a logarithmic scale."""

from __future__ import annotations

from html import escape
from math import ceil, log, log10
from typing import Any, Final

_SIDES: Final = ("openrouterkit", "openai", "openrouter")
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


def _style() -> str:
    def colours(of: dict[str, str]) -> str:
        fills = ("ground", "ink", "faint", *_SIDES)
        return (
            "".join(f".{name}{{{'fill' if name in fills else 'stroke'}:{colour}}}" for name, colour in of.items())
            + f".one{{stroke:{of['faint']}}}"
        )

    shapes = (
        ".faint,.figure{font-size:12px}.title{font-size:16px}.title,.figure{font-weight:600}"
        ".end{text-anchor:end}.middle{text-anchor:middle}.one{stroke-width:1.5}.limit{stroke-width:2}"
    )
    return f"{shapes}{colours(_LIGHT)}@media(prefers-color-scheme:dark){{{colours(_DARK)}}}"


def drawn(figures: dict[str, Any]) -> str:
    """The SVG of what `report.as_json` gives."""
    rows = [row for row in figures["rows"] if row["ratios"]]
    sides = [side for side in _SIDES if any(side in row["ratios"] for row in rows)]
    scale = _Scale([ratio for row in rows for ratio in [*row["ratios"].values(), row["limit"] or 1]])
    bottom = _TOP + _STEP * len(rows)
    width, height = _LEFT + _WIDTH + _COLUMN * len(sides) + 24, bottom + 40
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" {_FONT}>',
        f"<title>{escape(_told(rows))}</title>",
        f"<style>{_style()}</style>",
        f'<rect class="ground" width="{width}" height="{height}" rx="8"/>',
        '<text class="title ink" x="20" y="32">Times the cost of raw httpx with json.loads</text>',
        *_legend(sides, figures["versions"]),
        *_grid(scale, bottom),
    ]
    for number, row in enumerate(rows):
        parts += _row(row, _TOP + _STEP * number + _STEP / 2, scale, sides)
    foot = (
        f"Medians of {figures['turns']} alternating turns in one run; Python {figures['python']}, {figures['machine']}"
    )
    parts += [f'<text class="faint" x="20" y="{height - 8}">{escape(foot)}</text>', "</svg>"]
    return "\n".join(parts) + "\n"


class _Scale:
    """From a ratio to a place, logarithmic."""

    def __init__(self, ratios: list[float]) -> None:
        self._least = min(0.5, *ratios) * 0.95
        self._most = max(1.5, *ratios) * 1.1

    def ticks(self) -> list[float]:
        """The ratios with a line of their own."""
        steps = [step * 10**power for power in range(-1, ceil(log10(self._most)) + 1) for step in (1, 2, 5)]
        ticks = [step for step in steps if self._least <= step <= self._most]
        return ticks if len(ticks) > 3 else sorted({*ticks, 0.75, 1.25, 1.5})

    def __call__(self, ratio: float) -> float:
        return round(_LEFT + _WIDTH * log(ratio / self._least) / log(self._most / self._least), 1)


def _legend(sides: list[str], versions: dict[str, str]) -> list[str]:
    parts, x = [], 26
    for side in sides:
        name = f"{side} {versions[side]}"
        parts.append(f'<circle class="{side}" cx="{x}" cy="54" r="5"/>')
        parts.append(f'<text class="ink" x="{x + 11}" y="58">{escape(name)}</text>')
        x += 40 + 7 * len(name)
    return [*parts, f'<path class="limit" d="M{x} 47v14"/><text class="ink" x="{x + 9}" y="58">at most</text>']


def _grid(scale: _Scale, bottom: int) -> list[str]:
    return [
        f'<path class="{"one" if tick == 1 else "line"}" d="M{scale(tick)} {_TOP - 4}V{bottom}"/>'
        f'<text class="faint middle" x="{scale(tick)}" y="{_TOP - 10}">{tick:g}&#215;</text>'
        for tick in scale.ticks()
    ]


def _row(row: dict[str, Any], y: float, scale: _Scale, sides: list[str]) -> list[str]:
    parts = [f'<text class="ink end" x="{_LEFT - 14}" y="{y + 4}">{escape(row["name"])}</text>']
    if row["limit"] is not None:
        parts.append(f'<path class="limit" d="M{scale(row["limit"])} {y - 8}v16"/>')
    for column, side in reversed(list(enumerate(sides, 1))):  # the first lies on top
        ratio = row["ratios"].get(side)
        if ratio is not None:
            told = f"{ratio:.2f}" if ratio < 10 else f"{ratio:.0f}"
            parts.append(f'<circle class="{side}" cx="{scale(ratio)}" cy="{y}" r="5"/>')
            parts.append(
                f'<text class="figure end {side}" x="{_LEFT + _WIDTH + _COLUMN * column}" y="{y + 4}">{told}</text>'
            )
    return parts


def _told(rows: list[dict[str, Any]]) -> str:
    """The chart in words, for whom it is read out."""
    told = "; ".join(f"{row['name']}: {row['ratios'].get('openrouterkit', 0):.2f}" for row in rows)
    return f"The cost of openrouterkit as a ratio to raw httpx. {told}"
