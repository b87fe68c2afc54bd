"""The options of commands that set an organisation beside others or beside other years."""

from argparse import ArgumentParser
from collections.abc import Callable


def about_comparing(command: Callable[[str, str], ArgumentParser]) -> None:
    """The commands that set an organisation beside others, or beside itself in other years."""
    for name, about in {
        "years": "So sánh hai năm của một cơ quan",
        "link": "Quyết định tiêu chí năm trước thành tiêu chí nào của năm sau",
        "rank": "Vị trí của một cơ quan trong bảng xếp hạng",
        "members": "Các đơn vị trực thuộc của một cơ quan",
        "indices": "Nhiều chỉ số của một địa phương cạnh nhau",
        "self-scores": "Điểm tự chấm so với điểm thẩm định",
        "trends": "Các chỉ số của một cơ quan qua các năm",
    }.items():
        asked = command(name, about)
        asked.add_argument("--organisation", required=True, help="cơ quan, địa phương")
        if name != "trends":
            asked.add_argument("--year", type=int, required=True, help="năm được đánh giá")
        if name not in ("indices", "self-scores"):
            asked.add_argument("--index", help="chỉ số (mặc định: chỉ số chính đã nạp)")
        if name in ("rank", "trends"):
            asked.add_argument("--now", action="store_true", help="quy về tên hiện nay")
        if name == "members":
            asked.add_argument("--level", help="cấp của các đơn vị")
        if name in ("years", "link"):
            asked.add_argument("--against", type=int, help="năm đem so, mặc định năm liền trước có")
        if name == "link":
            _about_linking(asked)


def _about_linking(link: ArgumentParser) -> None:
    link.add_argument("--old", metavar="MÃ", help="các mã của năm trước, cách nhau bằng dấu phẩy")
    link.add_argument("--new", metavar="MÃ", help="các mã của năm sau, cách nhau bằng dấu phẩy")
    link.add_argument(
        "--unprinted", action="store_true", help="năm kia cũng có tiêu chí này nhưng không in"
    )
    link.add_argument(
        "--everyone", action="store_true", help="cho mọi cơ quan dùng chung bộ tiêu chí"
    )
    link.add_argument("--take-back", action="store_true", help="bỏ quyết định trước đây")
