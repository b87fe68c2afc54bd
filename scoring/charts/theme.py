"""How does every figure look?

One palette (from Okabe and Ito, darkened where white text or a white page needs it), one layout.
Text and grid colours are left to the page, which knows whether it is light or dark.
"""

import textwrap

import plotly.graph_objects as go

Figure = go.Figure  # what every chart gives; pages take it without knowing Plotly

LOSS = "#D55E00"
GOOD = "#00795A"
TOTAL = "#0072B2"
NEUTRAL = "#7F8C99"
PURPLE = "#A44A80"
LINE = "#E69F00"

KIND_COLOURS = {"survey": TOTAL, "impact": PURPLE, "control": GOOD}

LABEL_WIDTH = 24  # characters: eight rows of labels still leave half of a phone to the bars
LABEL_SIZE = 13  # pixels
LINE_HEIGHT = 18  # pixels of one line of a label
ROW_PADDING = 13  # pixels between the labels of two rows

CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}


def wrap(label: str, width: int = LABEL_WIDTH) -> str:
    """The label in lines of at most `width` characters, joined by `<br>`; words stay whole."""
    return "<br>".join(textwrap.wrap(label, width, break_long_words=False)) or label


def line_count(wrapped: str) -> int:
    """How many lines a wrapped label takes."""
    return wrapped.count("<br>") + 1


def rows_height(labels: list[str], *, around: int = 48) -> int:
    """Pixels for one row a label when all rows are as high as the longest; `around` is the axis."""
    tallest = max((line_count(label) for label in labels), default=1)
    return len(labels) * max(tallest * LINE_HEIGHT + ROW_PADDING, 30) + around


def style(figure: go.Figure, *, height: int, title: str = "") -> go.Figure:
    """The same figure in the house's layout; the message usually stands above it, not in it."""
    figure.update_layout(
        separators=",.",
        height=height,
        title={"text": wrap(title, 60), "x": 0, "xanchor": "left"} if title else None,
        margin={"l": 8, "r": 16, "t": 48 if title else 8, "b": 8},
        font={"size": LABEL_SIZE},
        hovermode="closest",
        hoverlabel={"align": "left"},
        showlegend=False,
        dragmode=False,  # a finger that scrolls the page must not draw a box
        bargap=0.3,
    )
    figure.update_xaxes(automargin=True, fixedrange=True, zeroline=False)
    figure.update_yaxes(automargin=True, fixedrange=True, zeroline=False)
    return figure


def legend_above(figure: go.Figure) -> go.Figure:
    """The same figure with its legend over the plot, where it takes no width from a phone."""
    figure.update_layout(
        showlegend=True,
        legend={"orientation": "h", "x": 0, "xanchor": "left", "y": 1.02, "yanchor": "bottom"},
    )
    return figure
