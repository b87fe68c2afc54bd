"""Three made-up years of a made-up province, whose criteria change as real ones do.

All of it is invented, and its names say so.
"""

from scoring.store import Store
from tests.analysis.material import load_league, load_scores

PROVINCE = "tinh-gia-lap"
NAME = "Tỉnh Giả Lập (số liệu giả lập)"

OF_2021 = """
    STT | Tiêu chí                                 | Điểm chuẩn | Điểm bị mất
    1   | Chỉ đạo, điều hành                       | 20         | 6
    1.1 | Kế hoạch cải cách hành chính             | 5          | 1
    1.2 | Chế độ báo cáo định kỳ                   | 5          | 1
    1.3 | Tuyên truyền cải cách hành chính         | 4          | 2
    1.4 | Kiểm tra công vụ                         | 6          | 2
    2   | Thể chế                                  | 25         | 3
    2.1 | Văn bản quy phạm pháp luật               | 15         | 3
    2.2 | Theo dõi thi hành pháp luật              | 10         | 0
    3   | Thủ tục hành chính                       | 30         | 8
    3.1 | Giải quyết hồ sơ đúng hạn                | 20         | 5
    3.2 | Công khai thủ tục hành chính             | 10         | 3
    4   | Tài chính công                           | 15         | 3
    4.1 | Giải ngân vốn đầu tư công                | 10         | 3
    4.2 | Tự chủ tài chính                         | 5          | 0
    5   | Hiện đại hóa hành chính                  | 10         | 2
    5.1 | Dịch vụ công trực tuyến                  | 10         | 2
"""
# 1.2 better; 1.3 worse; the whole as before.
OF_2022 = OF_2021.replace(
    "Chế độ báo cáo định kỳ                   | 5          | 1", "Chế độ báo cáo định kỳ | 5 | 0"
).replace(
    "Tuyên truyền cải cách hành chính         | 4          | 2",
    "Tuyên truyền cải cách hành chính | 4 | 3",
)
# 1.2 reworded, 1.3 dropped, 1.4 moved to 1.3, 2.1 weighs less, 3.1 split, 4.1 and 4.2 merged into
# one that is named anew, 5 named anew, 5.2 new.
OF_2023 = """
    STT   | Tiêu chí                                              | Điểm chuẩn | Điểm bị mất
    1     | Chỉ đạo, điều hành                                    | 16         | 3
    1.1   | Kế hoạch cải cách hành chính                          | 5          | 0
    1.2   | Báo cáo định kỳ đầy đủ                                | 5          | 2
    1.3   | Kiểm tra công vụ                                      | 6          | 1
    2     | Thể chế                                               | 22         | 3
    2.1   | Văn bản quy phạm pháp luật                            | 12         | 2
    2.2   | Theo dõi thi hành pháp luật                           | 10         | 1
    3     | Thủ tục hành chính                                    | 30         | 5
    3.1   | Giải quyết hồ sơ đúng hạn                             | 20         | 3
    3.1.1 | Hồ sơ cấp tỉnh                                        | 12         | 1
    3.1.2 | Hồ sơ cấp xã                                          | 8          | 2
    3.2   | Công khai thủ tục hành chính                          | 10         | 2
    4     | Tài chính công                                        | 15         | 3
    4.1   | Giải ngân vốn và tự chủ                               | 15         | 3
    5     | Xây dựng chính quyền số                               | 17         | 4
    5.1   | Dịch vụ công trực tuyến                               | 10         | 1
    5.2   | Dữ liệu mở                                            | 7          | 3
"""
LEAGUES = {
    2022: [
        ("tinh-gia-lap", "12/34", "78,00"),
        ("tinh-hai", "14/34", "77,50"),
        ("tinh-ba", "2/34", "90,00"),
    ],
    2023: [
        ("tinh-gia-lap", "13/34", "82,00"),
        ("tinh-hai", "11/34", "83,00"),
        ("tinh-ba", "3/34", "91,00"),
    ],
}


def load_years(store: Store) -> dict[int, str]:
    """The batches of the three years; with leagues of the last two."""
    scores = {2021: OF_2021, 2022: OF_2022, 2023: OF_2023}
    who = {"organisation": PROVINCE, "organisation_name": NAME}
    batches = {year: load_scores(store, text, year=year, **who) for year, text in scores.items()}
    for year, rows in LEAGUES.items():
        lines = [f"{code} | {code} (giả lập) | {rank} | {value}" for code, rank, value in rows]
        load_league(store, "\n".join(["STT | Đơn vị | Hạng | Chỉ số", *lines]), year=year)
    return batches
