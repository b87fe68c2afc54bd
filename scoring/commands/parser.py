"""Which commands are there, and what do they take? Light, so that help needs nothing else."""

from argparse import ArgumentParser
from collections.abc import Callable

from scoring.commands.options_comparing import about_comparing
from scoring.commands.options_plans import about_plans, about_review

QUESTIONS = {
    "leaves": ("leaves", "Các tiêu chí cuối cùng, mất điểm nhiều nhất trước"),
    "kinds": ("losses_by_kind", "Điểm bị mất theo loại tiêu chí"),
    "zeros": ("zero_leaves", "Các tiêu chí không được điểm nào"),
    "groups": ("group_only", "Phần điểm mất chỉ giao cho nhóm đơn vị"),
    "reconcile": ("reconciliation", "Đối chiếu từng dòng của bảng điểm"),
}


def parser() -> ArgumentParser:
    """The commands and their options."""
    root = ArgumentParser(prog="python -m scoring", description="Chấm điểm cải cách hành chính")
    commands = root.add_subparsers(dest="command", required=True, metavar="LỆNH")

    def command(name: str, about: str) -> ArgumentParser:
        one = commands.add_parser(name, help=about, description=about)
        one.add_argument(
            "--json", action="store_true", help="in kết quả dạng JSON cho chương trình"
        )
        return one

    check = command("check", "Đọc và kiểm tra tệp, không ghi gì")
    check.add_argument("files", nargs="+", metavar="TỆP")
    load = command("load", "Kiểm tra rồi ghi các bảng nạp được")
    load.add_argument("files", nargs="+", metavar="TỆP")
    load.add_argument("--organisation", help="cơ quan, địa phương được chấm điểm")
    load.add_argument("--year", type=int, help="năm được đánh giá")
    _about_batches(command)
    _about_criteria(command("criteria", "Thêm bộ tiêu chí từ bảng của quyết định"))
    _about_sheets(command)
    _about_progress(command("progress", "Ghi tệp để đơn vị báo cáo tiến độ nhiệm vụ"))
    command("samples", "Nạp dữ liệu mẫu").add_argument(
        "--if-empty", action="store_true", help="chỉ khi chưa có dữ liệu"
    )
    command("scopes", "Các cơ quan và năm có số liệu")
    trend = command("trend", "Mức độ hài lòng chung qua các năm")
    trend.add_argument("--organisation", required=True, help="cơ quan, địa phương")
    for name, about in {
        "overview": "Tổng quan của một cơ quan trong một năm",
        "losses": "Điểm bị mất, từng dòng của bảng",
        "sipas": "Các yếu tố hài lòng so với năm trước và mục tiêu",
        "unit": "Các tiêu chí một đơn vị chủ trì và phối hợp",
        **{name: about for name, (_, about) in QUESTIONS.items()},
    }.items():
        question = command(name, about)
        question.add_argument("--organisation", required=True, help="cơ quan, địa phương")
        question.add_argument("--year", type=int, required=True, help="năm được đánh giá")
        if name == "unit":
            question.add_argument("--unit", required=True, help="tên đơn vị")
        if name == "losses":
            question.add_argument("--under", metavar="MÃ", help="chỉ các dòng dưới mã này")
    about_comparing(command)
    about_plans(command)
    about_review(command)
    return root


def _about_batches(command: Callable[[str, str], ArgumentParser]) -> None:
    history = command("history", "Các lần nạp")
    history.add_argument("--all", action="store_true", help="kể cả các lần đã hoàn tác")
    for name, about in {
        "undo": "Hoàn tác một lần nạp",
        "restore": "Khôi phục một lần nạp trước đây thành hiện hành",
    }.items():
        command(name, about).add_argument("batch", metavar="LẦN_NẠP")
    changes = command("changes", "So sánh hai lần nạp, từng ô")
    changes.add_argument("before", metavar="LẦN_NẠP_TRƯỚC")
    changes.add_argument("after", metavar="LẦN_NẠP_SAU")


def _about_sheets(command: Callable[[str, str], ArgumentParser]) -> None:
    mark = command("mark", "Ghi lại tệp với các ô có vấn đề được đánh dấu")
    mark.add_argument("file", metavar="TỆP")
    mark.add_argument("--out", required=True, metavar="TỆP", help="tệp được ghi")
    template = command("template", "Ghi một mẫu để điền")
    kinds = ("scores", "satisfaction", "league", "tasks", "targets")
    template.add_argument("kind", nargs="?", choices=kinds, default="scores", help="loại bảng")
    template.add_argument("--organisation", required=True, help="cơ quan, địa phương")
    template.add_argument("--year", type=int, required=True, help="năm được đánh giá")
    template.add_argument("--index", default="PAR", help="chỉ số (mặc định PAR)")
    template.add_argument("--level", help="cấp được xếp hạng (mặc định theo cơ quan)")
    template.add_argument("--plan", help="số của kế hoạch, với tasks và targets")
    template.add_argument("--out", required=True, metavar="TỆP", help="tệp được ghi")


def _about_progress(command: ArgumentParser) -> None:
    command.add_argument("--organisation", required=True, help="cơ quan, địa phương có kế hoạch")
    command.add_argument("--unit", help="chỉ một đơn vị (mặc định: mọi đơn vị có nhiệm vụ)")
    command.add_argument("--out", required=True, metavar="NƠI", help="thư mục, tệp .zip hoặc .xlsx")


def _about_criteria(command: ArgumentParser) -> None:
    """What is left out is read from the title above the table."""
    command.add_argument("file", metavar="TỆP")
    command.add_argument("--sheet", help="trang tính, khi tệp có nhiều bảng tiêu chí")
    command.add_argument("--id", help="mã bộ tiêu chí, như par-tinh-2026")
    command.add_argument("--index", help="chỉ số (mặc định đọc từ tệp, rồi PAR)")
    command.add_argument("--level", choices=("tỉnh", "bộ", "sở", "huyện", "xã"), help="cấp")
    command.add_argument("--from-year", type=int, help="năm đầu tiên áp dụng")
    command.add_argument("--to-year", type=int, help="năm cuối áp dụng; bỏ trống: chưa kết thúc")
    command.add_argument("--total", type=float, help="tổng điểm của bộ tiêu chí")
    command.add_argument("--decision", help="số và ngày quyết định")
    command.add_argument("--title", help="tên bộ tiêu chí")
    command.add_argument("--source", help="nguồn")
    command.add_argument("--replace", action="store_true", help="thay bộ tiêu chí cùng mã")
