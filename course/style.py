"""Colours, dashes and marks by role: the one place, read by the demos and by the fixed figures.

A *role* is what a line means (the function, its derivative, an approximation, …) and it looks the same
in the whole course. Roles differ in their dashes as well, so that nobody needs to see colours. The
tests check the contrasts on both papers.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Role:
    """How one role is drawn.

    Parameters
    ----------
    light, dark : str
        Colour on the light and on the dark paper, as ``#rrggbb``.
    width : float
        Width of a line in CSS pixels.
    dash : tuple of float
        Lengths of dashes and gaps in CSS pixels; empty for a solid line.
    """

    light: str
    dark: str
    width: float = 2.0
    dash: tuple[float, ...] = ()


ROLES: dict[str, Role] = {
    "function": Role("#1a5fb4", "#78b4ff", 2.5),
    "derivative": Role("#b3370d", "#ff9d66", 2.5, (9, 4)),
    "second": Role("#7b2d94", "#d79bf0", 2.5, (2, 3)),
    "approximation": Role("#0f6b4f", "#4fd6a0", 2.0),
    # An approximation from the left is the same thing from the other side: same colour, dashed.
    "left": Role("#0f6b4f", "#4fd6a0", 2.0, (5, 4)),
    "error": Role("#b0124e", "#ff8fb3", 2.0, (6, 3, 2, 3)),
    "neutral": Role("#5c6370", "#a3abb8", 1.25, (3, 3)),
}

#: Papers, ink and lines that are not a role.
PAPER = {"light": "#ffffff", "dark": "#111111"}
INK = {"light": "#1f2328", "dark": "#e8eaed"}
QUIET_INK = {"light": "#5c6370", "dark": "#a3abb8"}
GRID = {"light": "#e6e8ec", "dark": "#2b2f36"}
AXIS = {"light": "#868c97", "dark": "#7b828e"}

#: Fonts; mathematics is set in the first of these that the reader has.
MATH_FONT = "'STIX Two Text', 'Latin Modern Roman', Cambria, 'Times New Roman', serif"
UI_FONT = "var(--jp-ui-font-family, system-ui, -apple-system, 'Segoe UI', sans-serif)"

#: Where a page says that it is dark: JupyterLab, nbconvert, Sphinx themes, Visual Studio Code.
DARK_PAGES = (
    '[data-jp-theme-light="false"]',
    'html[data-theme="dark"]',
    "body.vscode-dark",
)
#: Where a page says that it is light, whatever the reader's system prefers.
LIGHT_PAGES = (
    '[data-jp-theme-light="true"]',
    'html[data-theme="light"]',
    "body.vscode-light",
)


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb`` (WCAG 2.2)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    """Return the contrast ratio of two colours, between 1 and 21 (WCAG 2.2)."""
    brighter, darker = sorted((luminance(a), luminance(b)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def variables(theme: str) -> str:
    """Return the declarations of the CSS variables for the theme ``"light"`` or ``"dark"``."""
    colours = {f"role-{name}": getattr(role, theme) for name, role in ROLES.items()}
    colours |= {"paper": PAPER[theme], "ink": INK[theme], "quiet": QUIET_INK[theme]}
    colours |= {"grid": GRID[theme], "axis": AXIS[theme]}
    return "".join(f"--{name}:{colour};" for name, colour in colours.items())


def css(scope: str) -> str:
    """Return the style sheet of everything below `scope`, a CSS selector such as ``.course-stage``.

    The variables follow the page's theme and, on a page that has none, the reader's system; print is
    always light.
    """
    dark = ",".join(f"{page} {scope}" for page in DARK_PAGES)
    light = ",".join(f"{page} {scope}" for page in LIGHT_PAGES)
    lines = [
        f"{scope}{{{variables('light')}}}",
        f"@media (prefers-color-scheme:dark){{{scope}{{{variables('dark')}}}{light}{{{variables('light')}}}}}",
        f"{dark}{{{variables('dark')}}}",
        f"@media print{{{scope},{dark}{{{variables('light')}}}}}",
    ]
    for name, role in ROLES.items():
        dash = f"stroke-dasharray:{' '.join(f'{length:g}' for length in role.dash)};"
        lines.append(
            f"{scope} .line.{name}{{stroke:var(--role-{name});stroke-width:{role.width:g};"
            f"{dash if role.dash else ''}}}"
            f"{scope} .ink.{name}{{fill:var(--role-{name});color:var(--role-{name})}}"
            f"{scope} .ring.{name}{{stroke:var(--role-{name});stroke-width:2;fill:var(--paper)}}"
        )
    return "\n".join(lines)
