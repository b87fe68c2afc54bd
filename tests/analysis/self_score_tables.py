"""A made-up score table with self scores, for what is said of them."""

from scoring.store import Store
from tests.analysis.material import load, score_rows

#                                              max  appraised  self in SELF below
TABLE = """
STT   | Tiêu chí           | Điểm chuẩn | Điểm thẩm định | Điểm bị mất | Chủ trì
1     | Chỉ đạo            | 8,00       | 5,20           | 2,80        |
1.1   | Kế hoạch           | 2,00       | 1,50           | 0,50        | Sở Nội vụ
1.2   | Kiểm tra           | 2,00       | 0,50           | 1,50        | Sở Nội vụ;Thanh tra tỉnh
1.3   | Tuyên truyền       | 2,00       | 2,00           | 0,00        | Các sở, ban, ngành*
1.4   | Sáng kiến          | 2,00       | 1,20           | 0,80        | Sở Nội vụ
2     | Thể chế            | 4,00       | 2,00           | 2,00        |
2.1   | Văn bản            | 2,00       | 1,00           | 1,00        |
2.2   | Theo dõi thi hành  | 2,00       | 1,00           | 1,00        | Sở Tư pháp
9     | Điều tra xã hội học | 4,00      | 3,00           | 1,00        |
"""


# 1.1 over by 0,50; 1.2 by 1,00; 1.3 equal; 1.4 under by 0,20; 2.1 over by 0,75 with no lead;
# 2.2 not said; 9 is the survey. The parents' own scores are never counted.
SELF = {"1": 6.5, "1.1": 2.0, "1.2": 1.5, "1.3": 2.0, "1.4": 1.0, "2": 1.75, "2.1": 1.75}


def loaded(
    store: Store, own: dict[str, float], *, year: int = 2020, text: str = TABLE, **more: object
) -> str:
    """The table as a batch, with the self scores of `own` and none elsewhere."""
    frames = score_rows(text)
    score = frames["score"]
    frames["score"] = score.assign(self_points=score["code"].map(own).astype(float))
    batch = {"kind": "scores", "organisation": "lam-dong", "year": year, "total_max": 100.0}
    return load(store, frames, **(batch | {"criteria_set": "par-tinh-2020"} | more))
