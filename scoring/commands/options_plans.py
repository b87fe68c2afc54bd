"""The options of commands on plans, units, notes and what is taken into a meeting."""

from argparse import ArgumentParser
from collections.abc import Callable


def about_plans(command: Callable[[str, str], ArgumentParser]) -> None:
    """The commands on what is to be done."""
    targets = command("targets", "Chỉ tiêu: đạt, chưa đạt, đúng lộ trình hay chậm")
    targets.add_argument("--organisation", required=True, help="cơ quan, địa phương")
    targets.add_argument("--year", type=int, required=True, help="năm xét")
    targets.add_argument("--out", metavar="TỆP", help="ghi tệp .xlsx để điền kết quả của năm")
    targets.add_argument(
        "--relative",
        action="store_true",
        help="hiểu “tăng 2%%” là tăng tương đối, không là điểm %%",
    )
    evidence = command("evidence", "Điểm mất vì thiếu minh chứng và vì chưa làm được")
    evidence.add_argument("--organisation", required=True, help="cơ quan, địa phương")
    evidence.add_argument("--year", type=int, required=True, help="năm được đánh giá")
    _about_notes(command("notes", "Ghi chú và kết luận họp: xem, ghi, sửa, bỏ"))
    _about_units(command)
    tasks = command("tasks", "Nhiệm vụ của mọi kế hoạch: trạng thái, hạn, điểm, đơn vị")
    tasks.add_argument("--organisation", required=True, help="cơ quan, địa phương")
    tasks.add_argument("--unit", help="chỉ nhiệm vụ đơn vị này chủ trì hoặc phối hợp")
    tasks.add_argument(
        "--on", metavar="NGÀY", help="tính đến ngày, như 2021-11-20; mặc định hôm nay"
    )


def about_review(command: Callable[[str, str], ArgumentParser]) -> None:
    """The commands on what is taken into a meeting."""
    said = command("commentary", "Nhận xét về một năm trong vài câu")
    shown = command("screens", "Các màn hình của buổi họp, với mọi con số trên đó")
    export = command("export", "Ghi bộ slide, văn bản, bảng tính hoặc trang HTML của một năm")
    export.add_argument("kind", choices=("pptx", "docx", "xlsx", "html"), help="loại tệp")
    for one in (said, shown, export):
        one.add_argument("--organisation", required=True, help="cơ quan, địa phương")
        one.add_argument("--year", type=int, required=True, help="năm được đánh giá")
        one.add_argument("--on", metavar="NGÀY", help="tính đến ngày, như 2021-11-20")
    export.add_argument("--out", required=True, metavar="TỆP", help="tệp được ghi")
    export.add_argument(
        "--document",
        choices=("screens", "plan", "appendix", "unit", "report"),
        help="tài liệu (mặc định: docx là kế hoạch, loại khác là các màn hình)",
    )
    export.add_argument("--unit", help="đơn vị của phiếu; không nêu: mọi đơn vị, tệp .zip")
    periods = ("quy-1", "quy-2", "quy-3", "quy-4", "6-thang", "9-thang", "nam")
    export.add_argument("--period", choices=periods, default="nam", help="kỳ báo cáo")
    export.add_argument("--slides", metavar="TÊN", help="các slide, cách nhau bằng dấu phẩy")
    export.add_argument("--template", metavar="TỆP", help="tệp .pptx mẫu của cơ quan")


def _about_units(command: Callable[[str, str], ArgumentParser]) -> None:
    units = command("units", "Đơn vị được nêu, việc và điểm của từng đơn vị")
    group = command("group", "Ghi nhóm đơn vị là những ai; không nêu ai là không chỉ riêng ai")
    name = command("unit-name", "Ghi một tên in trong tệp là đơn vị nào, rồi đọc lại các bảng")
    for one in (units, group, name):
        one.add_argument("--organisation", required=True, help="cơ quan, địa phương")
    units.add_argument("--year", type=int, help="chỉ điểm mất của bảng điểm năm này")
    units.add_argument("--members", action="store_true", help="tính nhóm cho thành viên, đầu mối")
    units.add_argument("--on", metavar="NGÀY", help="tính đến ngày, như 2021-11-20")
    group.add_argument("--group", required=True, help="tên nhóm, như “Các sở, ban, ngành”")
    meant = group.add_mutually_exclusive_group()
    meant.add_argument("--members", help="các thành viên, cách nhau bằng dấu chấm phẩy")
    meant.add_argument("--focal", metavar="ĐƠN_VỊ", help="đơn vị đầu mối")
    name.add_argument("--printed", required=True, metavar="TÊN", help="tên như in trong tệp")
    name.add_argument("--unit", required=True, help="đơn vị được hiểu")


def _about_notes(command: ArgumentParser) -> None:
    """Without --say and --take-back the notes are listed."""
    command.add_argument("--organisation", required=True, help="cơ quan, địa phương")
    command.add_argument("--year", type=int, help="năm của ghi chú; cần có khi ghi mới")
    command.add_argument("--say", metavar="LỜI", help="ghi lời này; với --note là sửa ghi chú đó")
    command.add_argument("--note", metavar="MÃ_GHI_CHÚ", help="ghi chú được sửa hoặc bỏ")
    command.add_argument("--take-back", action="store_true", help="bỏ ghi chú nêu ở --note")
    command.add_argument("--conclusion", action="store_true", help="là kết luận họp")
    command.add_argument("--index", help="chỉ số của tiêu chí")
    command.add_argument("--code", metavar="MÃ", help="tiêu chí, yếu tố được ghi chú")
    command.add_argument("--unit", help="đơn vị được ghi chú")
