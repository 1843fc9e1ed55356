"""Writes `static/css/theme.css`: Veivalg's colours as scales of Designsystemet's tokens, for light and dark.

Each colour keeps the luminance of Designsystemet's own scale, step by step, so that the contrasts it promises hold;
only hue and chroma (OKLCH, https://www.w3.org/TR/css-color-4/#ok-lab) are ours. Run after an update of Designsystemet.
"""

from __future__ import annotations

import math
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "node_modules/@digdir/designsystemet-theme/src/themes/designsystemet.css"
TARGET = ROOT / "static/css/theme.css"

# name of the scale → (scale whose lightness is taken, hue in degrees, chroma as a share of that scale's)
COLOURS = {"accent": ("accent", 178.0, 0.62), "brand1": ("brand1", 50.0, 1.5), "neutral": ("neutral", 95.0, 1.0)}
NEUTRAL_CHROMA = 0.009  # a hint of warmth, so that grey feels like paper and not like steel

Lab = tuple[float, float, float]


def to_oklab(colour: str) -> Lab:
    """`#rrggbb` → OKLab."""
    red, green, blue = (linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def to_rgb(lab: Lab) -> tuple[float, float, float]:
    """OKLab → linear sRGB, which may lie outside 0–1."""
    lightness, a, b = lab
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def encoded(value: float) -> float:
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    red, green, blue = (linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def recoloured(colour: str, hue: float, chroma: float) -> str:
    """The same luminance in another hue; chroma gives way where the screen cannot show it. White stays white."""
    if colour.lower() == "#ffffff":
        return colour.lower()
    wanted = luminance(colour)
    angle = math.radians(hue)
    low, high = 0.0, 1.0
    for _step in range(40):
        middle = (low + high) / 2
        made = shown(middle, angle, chroma)
        low, high = (middle, high) if luminance(made) < wanted else (low, middle)
    return shown((low + high) / 2, angle, chroma)


def shown(lightness: float, angle: float, chroma: float) -> str:
    """The nearest colour a screen can show, as `#rrggbb`."""
    while True:
        rgb = to_rgb((lightness, chroma * math.cos(angle), chroma * math.sin(angle)))
        if chroma < 0.002 or all(-0.0005 <= value <= 1.0005 for value in rgb):
            return "#" + "".join(f"{round(255 * encoded(min(max(value, 0), 1))):02x}" for value in rgb)
        chroma *= 0.97


def scales(css: str) -> dict[str, dict[str, str]]:
    """scheme → token → colour, from Designsystemet's theme."""
    found: dict[str, dict[str, str]] = {}
    for scheme in ("light", "dark"):
        start = css.index(f"ds.theme.color-scheme.{scheme}")
        block = css[start : css.index("@media", start)]
        found[scheme] = dict(re.findall(r"(--ds-color-[a-z0-9-]+):\s*(#[0-9a-fA-F]{6});", block))
    return found


def lines(tokens: dict[str, str]) -> list[str]:
    made = []
    for name, (like, hue, share) in COLOURS.items():
        for token, colour in tokens.items():
            if not token.startswith(f"--ds-color-{like}-"):
                continue
            _lightness, a, b = to_oklab(colour)
            chroma = NEUTRAL_CHROMA if name == "neutral" else math.hypot(a, b) * share
            step = token.removeprefix(f"--ds-color-{like}-")
            made.append(f"  --ds-color-{name}-{step}: {recoloured(colour, hue, chroma)};")
    return made


def main() -> None:
    found = scales(SOURCE.read_text(encoding="utf-8"))
    light, dark = "\n".join(lines(found["light"])), "\n".join(lines(found["dark"]))
    TARGET.write_text(
        "/* Made by tools/make_theme.py: spruce as the main colour, cloudberry as the accent, warm greys. */\n"
        f':root,\n[data-color-scheme="light"] {{\n{light}\n}}\n'
        f'[data-color-scheme="dark"] {{\n{dark}\n}}\n'
        f'@media (prefers-color-scheme: dark) {{\n[data-color-scheme="auto"] {{\n{dark}\n}}\n}}\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
