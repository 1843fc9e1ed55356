"""Writes `static/css/theme.css`: Veivalg's colours as scales of Designsystemet's tokens, for light and dark.

Each colour keeps the luminance of Designsystemet's own scale, step by step, so that the contrasts it promises hold;
only hue and chroma (OKLCH, https://www.w3.org/TR/css-color-4/#ok-lab) are ours, and the strong steps of the main colour
are darker on light pages, which only adds contrast. The contrasts are measured before the file is written. Run after an
update of Designsystemet.
"""

from __future__ import annotations

import math
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "node_modules/@digdir/designsystemet-theme/src/themes/designsystemet.css"
TARGET = ROOT / "static/css/theme.css"

# name of the scale → (scale whose lightness is taken, hue in degrees, chroma as a share of that scale's)
COLOURS = {"accent": ("accent", 172.0, 0.55), "brand1": ("warning", 60.0, 0.92), "neutral": ("neutral", 90.0, 1.0)}
NEUTRAL_CHROMA = 0.009  # a hint of warmth, so that grey feels like paper and not like steel
# The luminance of the main colour's strong steps on light pages, as a share of Designsystemet's: spruce, not mint.
DEPTH = {"base-default": 0.62, "base-hover": 0.62, "base-active": 0.62, "text-subtle": 0.72, "border-strong": 0.72}
TINT = 0.5  # cloudberry is strong: as a ground it is only hinted at
# Steps of cloudberry that stay as they are on dark pages, with the ink upon them.
BRIGHT = tuple(f"base-{step}" for step in ("default", "hover", "active", "contrast-default", "contrast-subtle"))

# Pairs that must be readable (WCAG 2.2 AA): what stands on what, and the least contrast.
ON_SURFACES = [
    (ink, ground, least)
    for ink, least in (("text-default", 7.0), ("text-subtle", 4.5), ("border-default", 3.0))
    for ground in ("background-default", "surface-default")
] + [
    ("text-default", "surface-tinted", 7.0),
    ("text-subtle", "surface-tinted", 4.5),
    ("text-subtle", "background-tinted", 4.5),
]
ON_BASE = [("base-contrast-default", base, 4.5) for base in ("base-default", "base-hover", "base-active")]

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


def recoloured(colour: str, hue: float, chroma: float, depth: float = 1.0) -> str:
    """The same luminance times `depth` in another hue; chroma gives way where the screen cannot show it."""
    if colour.lower() in {"#ffffff", "#000000"}:
        return colour.lower()
    wanted = luminance(colour) * depth
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


def scale(name: str, tokens: dict[str, str], light: dict[str, str], scheme: str) -> dict[str, str]:
    """step → colour, for one of our colours."""
    like, hue, share = COLOURS[name]
    if name == "brand1" and scheme == "dark":
        tokens = tokens | {token: light[token] for token in light if token.endswith(BRIGHT)}
    prefix = f"--ds-color-{like}-"
    made = {}
    for token, colour in tokens.items():
        if not token.startswith(prefix):
            continue
        step = token.removeprefix(prefix)
        _lightness, a, b = to_oklab(colour)
        chroma = NEUTRAL_CHROMA if name == "neutral" else math.hypot(a, b) * share
        if name == "brand1" and step.startswith(("background", "surface")) and scheme == "light":
            chroma *= TINT
        depth = DEPTH.get(step, 1.0) if (name, scheme) == ("accent", "light") else 1.0
        made[step] = recoloured(colour, hue, chroma, depth)
    return made


def contrast(one: str, other: str) -> float:
    """WCAG's ratio, 1 to 21.

    >>> contrast("#ffffff", "#000000")
    21.0
    """
    dark, light = sorted((luminance(one), luminance(other)))
    return round((light + 0.05) / (dark + 0.05), 2)


def unreadable(scheme: str, ours: dict[str, dict[str, str]]) -> list[str]:
    """Pairs of tokens that have too little contrast."""
    faults = []
    for name, steps in ours.items():
        for ink, ground, least in [*ON_SURFACES, *ON_BASE]:
            grounds = [steps[ground]] if ground.startswith("base") else [steps[ground], ours["neutral"][ground]]
            worst = min(contrast(steps[ink], colour) for colour in grounds)
            if worst < least:
                faults.append(f"{scheme} {name}: {ink} on {ground} {worst} < {least}")
    return faults


def lines(ours: dict[str, dict[str, str]]) -> str:
    return "\n".join(
        f"  --ds-color-{name}-{step}: {hex};" for name, steps in ours.items() for step, hex in steps.items()
    )


def is_ours(token: str) -> bool:
    return token.startswith(tuple(f"--ds-color-{name}-" for name in COLOURS))


def main() -> int:
    found = scales(SOURCE.read_text(encoding="utf-8"))
    made = {scheme: {name: scale(name, found[scheme], found["light"], scheme) for name in COLOURS} for scheme in found}
    faults = [fault for scheme, ours in made.items() for fault in unreadable(scheme, ours)]
    print(*faults, sep="\n")
    light, dark = lines(made["light"]), lines(made["dark"])
    others = "\n".join(f"  {token}: {colour};" for token, colour in found["light"].items() if not is_ours(token))
    TARGET.write_text(
        "/* Made by tools/make_theme.py: spruce as the main colour, cloudberry as the accent, warm greys. */\n"
        f':root,\n[data-color-scheme="light"] {{\n{light}\n}}\n'
        f'[data-color-scheme="dark"] {{\n{dark}\n}}\n'
        f'@media (prefers-color-scheme: dark) {{\n[data-color-scheme="auto"] {{\n{dark}\n}}\n}}\n'
        # Paper is white, whatever the screen was.
        f"@media print {{\n:root,\n[data-color-scheme] {{\n{light}\n{others}\n}}\n}}\n",
        encoding="utf-8",
    )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
