"""The colours of every picture: Okabe–Ito for what is shown, greys for the rest.

The page is dark, since all of Okabe–Ito but black stands out on it (3:1 or more; on white, half of them do not),
and framed in a grey that can be seen against Discord's light and dark themes alike.
"""

PAGE = "#15171A"
INK = "#F3F4F6"
SOFT = "#C2C6CC"
FAINT = "#7C8187"
GRID = "#41454B"
FRAME = "#8A8A8A"

ORANGE = "#E69F00"
SKY = "#56B4E9"
GREEN = "#009E73"
YELLOW = "#F0E442"
PURPLE = "#CC79A7"

# The kinds of a stack, from the bottom up: each its colour and its pattern.
ACTIVITY_MARKS = ((SKY, ""), (ORANGE, "//"), (GREEN, "xx"), (YELLOW, "\\\\"), (PURPLE, ".."))

# How finely the soft edge of a letter or a line goes over into the page.
SHADES = 16


def palette() -> tuple[int, ...]:
    """All that a picture is made of, as red, green, blue in turn: each colour, and its shades towards the page."""
    page = _rgb(PAGE)
    shown = [_rgb(one) for one in (INK, SOFT, FAINT, GRID, FRAME, ORANGE, SKY, GREEN, YELLOW, PURPLE)]
    return (
        *page,
        *(
            round(low + (high - low) * shade / SHADES)
            for colour in shown
            for shade in range(1, SHADES + 1)
            for low, high in zip(page, colour, strict=True)
        ),
    )


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))
