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
BLUE = "#0072B2"
VERMILLION = "#D55E00"
PURPLE = "#CC79A7"

# The kinds of a stack, from the bottom up: each its colour and its pattern.
KINDS = ((SKY, ""), (ORANGE, "//"), (GREEN, "xx"), (YELLOW, "\\\\"), (PURPLE, ".."))
