"""How does a row of bars carry a long label on a phone? Above the bar, where it takes no width."""

from dataclasses import dataclass
from itertools import accumulate

import plotly.graph_objects as go

from scoring.charts import theme

LABEL_WIDTH = 46  # characters that fit above a bar on a phone of 390 pixels
BAR_HEIGHT = 18  # pixels
GAP = 14  # pixels between a bar and the next label
AXIS_HEIGHT = 40  # pixels under the last row


@dataclass(frozen=True)
class LabelRows:
    """Rows as high as their labels ask for, first label on top; each stands over its bar.

    The row axis counts pixels downwards.

    Shape: `labels` are ready lines, joined by `<br>`; `bar_height` is of all bars of one row.
    """

    labels: tuple[str, ...]
    bar_height: int = BAR_HEIGHT

    @property
    def height(self) -> int:
        """Pixels of all rows with the axis under them."""
        return self._length + AXIS_HEIGHT

    @property
    def bar_width(self) -> int:
        """The thickness of a bar on the row axis."""
        return self.bar_height

    @property
    def positions(self) -> list[float]:
        """Where each bar's middle stands on the row axis."""
        return [end - GAP - self.bar_height / 2 for end in self._ends]

    def lay(self, figure: go.Figure) -> go.Figure:
        """The same figure with the labels in place and a row axis without ticks."""
        # All at once: Plotly checks every annotation anew with each one added.
        figure.layout.annotations += tuple(
            go.layout.Annotation(
                x=0,
                y=middle - self.bar_height / 2,
                xref="paper",
                xanchor="left",
                yanchor="bottom",
                text=label,
                align="left",
                showarrow=False,
            )
            for middle, label in zip(self.positions, self.labels, strict=True)
        )
        figure.update_yaxes(range=[self._length, 0], showticklabels=False, ticks="", showgrid=False)
        return figure

    @property
    def _ends(self) -> list[int]:
        around = self.bar_height + GAP
        return list(
            accumulate(
                theme.line_count(label) * theme.LINE_HEIGHT + around for label in self.labels
            )
        )

    @property
    def _length(self) -> int:
        return self._ends[-1] if self.labels else 0
