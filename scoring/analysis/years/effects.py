"""What moved the index most: which domains, and which criteria's results?"""

import pandas as pd

from scoring.analysis.losses import NOISE
from scoring.analysis.years.change import Change

REST_TITLE = "Phần không in, thiếu điểm và làm tròn"


def domain_effects(change: Change, domains: pd.DataFrame) -> pd.DataFrame:
    """The effects by domain with its name: the later table's domains, those gone, the rest.

    Shape: `domains` as `domain_values` gives them. Gives code ('' for the rest), title,
        performance, weights, structure, effect (percentage points); a domain without any effect
        is among them.
    """
    effects = change.domains().rename(columns={"domain": "new", "domain_before": "old"})
    gone = domains["new"] == ""
    named = domains.assign(old=domains["old"].where(gone, ""))[["new", "old", "title"]]
    joined = named.merge(effects, on=["new", "old"], how="outer", sort=False)
    joined["code"] = joined["new"].where(joined["new"] != "", joined["old"])
    joined["title"] = joined["title"].fillna(
        joined["code"].map(lambda code: f"Lĩnh vực {code}" if code else REST_TITLE)
    )
    order = {key: place for place, key in enumerate(zip(named["new"], named["old"], strict=True))}
    places = [order.get(key, len(order)) for key in zip(joined["new"], joined["old"], strict=True)]
    columns = ["code", "title", "performance", "weights", "structure", "effect"]
    filled = joined.assign(place=places).sort_values("place", kind="stable")[columns]
    return filled.fillna(0.0).reset_index(drop=True)


def improved(change: Change, most: int) -> pd.DataFrame:
    """The criteria whose results raised the index most, largest first; rows of the change."""
    return _movers(change, most, falling=False)


def fell(change: Change, most: int) -> pd.DataFrame:
    """The criteria whose results lowered the index most, largest fall first."""
    return _movers(change, most, falling=True)


def _movers(change: Change, most: int, *, falling: bool) -> pd.DataFrame:
    rows = change.rows[(change.rows["old"] != "") | (change.rows["new"] != "")]
    moved = rows["performance"] < -NOISE if falling else rows["performance"] > NOISE
    ordered = rows[moved].sort_values("performance", ascending=falling, kind="stable")
    return ordered.head(most).reset_index(drop=True)
