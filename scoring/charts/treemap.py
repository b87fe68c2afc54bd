"""How large is each criterion's part of the loss, and of which kind?"""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scoring.charts import theme
from scoring.charts.labels import coded
from scoring.charts.losses import kind_colour
from scoring.charts.marks import HOVER, carried, labelled, printed
from scoring.text.format import points

MOST_TILES = 40  # smaller ones could not be hit with a finger
ROOM_FOR_NAME = 0.12  # share of the map from which a tile holds a name, even on a phone

_FEW = 3  # tiles that need no more than half the height
_HIGH, _LOW = 340, 180  # pixels


def loss_treemap(rows: pd.DataFrame) -> go.Figure:
    """One tile a criterion as large as its loss, coloured by kind; a tile's `id` is its code.

    Shape: `rows` has code, title, short_title, max_points, lost_points, share and kind;
    criteria without a loss have no tile.
    """
    losing = labelled(rows[rows["lost_points"] > 0].head(MOST_TILES))
    figure = go.Figure(
        go.Treemap(
            ids=losing["code"].tolist(),
            parents=[""] * len(losing),
            labels=[_tile(row) for row in losing.itertuples()],
            values=losing["lost_points"].tolist(),
            customdata=carried(losing),
            hovertemplate=HOVER,
            marker={
                "colors": [kind_colour(kind) for kind in losing["kind"]],
                "line_width": 1,
                "pad": {"t": 0, "r": 0, "b": 0, "l": 0},
            },
            textfont={"color": "white", "size": 14},
            textinfo="label",
            textposition="middle center",
            pathbar_visible=False,
            tiling={"packing": "squarify", "pad": 2},
        )
    )
    figure.update_layout(uniformtext={"minsize": 11, "mode": "hide"})
    return theme.style(figure, height=_HIGH if len(losing) > _FEW else _LOW)


def _tile(row: Any) -> str:
    lost = f"<b>{points(row.lost_points)}</b>"
    if row.share >= ROOM_FOR_NAME:
        return f"{printed(coded(row.code, row.title, row.short_title), 18)}<br>{lost}"
    return f"{row.code}<br>{lost}"
