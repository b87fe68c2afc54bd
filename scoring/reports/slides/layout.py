"""Where do things stand on a slide of this template?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER as PH
from pptx.presentation import Presentation as Deck
from pptx.shapes.base import BaseShape
from pptx.slide import SlideLayout

POINT = 12700  # English Metric Units
TITLES = (PH.TITLE, PH.CENTER_TITLE, PH.VERTICAL_TITLE)


@dataclass(frozen=True)
class Box:
    """A part of a slide, in EMU."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """Where it ends at the right."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """Where it ends below."""
        return self.top + self.height

    @property
    def points_wide(self) -> float:
        """Its width in points."""
        return self.width / POINT

    @property
    def points_high(self) -> float:
        """Its height in points."""
        return self.height / POINT

    def below(self, points: float) -> "Box":
        """What is left of it under so many points."""
        taken = min(int(points * POINT), self.height - 1)
        return replace(self, top=self.top + taken, height=self.height - taken)

    def upper(self, points: float) -> "Box":
        """Its uppermost points."""
        return replace(self, height=min(int(points * POINT), self.height))

    def beside(self, share: float, gap: float) -> tuple["Box", "Box"]:
        """Its left part, `share` of the width, and the rest, `gap` points between them."""
        left = int(self.width * share)
        start = self.left + left + int(gap * POINT)
        rest = replace(self, left=start, width=self.right - start)
        return replace(self, width=left), rest


@dataclass(frozen=True)
class Heading:
    """A title of a layout: where it stands, its size of type if it tells, whether it has one."""

    place: Box
    size: float | None
    own: bool


@dataclass(frozen=True)
class Ground:
    """A template as slides are laid on it.

    Shape: `scale` is how large a point of type is beside a slide 7,5 inches high; `title` is that
        of slides, `headline` that of the cover; `area` what is left for content, `foot` for the
        sources, `number` for the number of the slide; `footers` the layout's places for these two.
    """

    deck: Deck
    cover: SlideLayout
    content: SlideLayout
    scale: float
    title: Heading
    headline: Heading
    area: Box
    foot: Box
    number: Box
    footers: Mapping[PH, BaseShape]

    def points(self, usual: float) -> float:
        """A size of type for this size of slide, in half points."""
        return max(1.0, round(usual * self.scale * 2) / 2)


def placed(holder: Any, kinds: tuple[PH, ...]) -> BaseShape | None:
    """The first placeholder of one of these kinds."""
    found = (one for one in holder.placeholders if one.placeholder_format.type in kinds)
    return next(found, None)


def box_of(shape: BaseShape | None) -> Box | None:
    """Where a shape stands, None where it does not say."""
    if shape is None or None in (shape.left, shape.top, shape.width, shape.height):
        return None
    return Box(int(shape.left), int(shape.top), int(shape.width), int(shape.height))
