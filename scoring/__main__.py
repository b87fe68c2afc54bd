"""The command line: everything the pages do, without a browser."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence

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
    _about_comparing(command)
    _about_plans(command)
    _about_review(command)
    return root


def _about_plans(command: Callable[[str, str], ArgumentParser]) -> None:
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


def _about_review(command: Callable[[str, str], ArgumentParser]) -> None:
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


def _about_comparing(command: Callable[[str, str], ArgumentParser]) -> None:
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


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives its exit code."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")  # Windows consoles default to a code page
    return _run(parser().parse_args(arguments))


def _run(args: Namespace) -> int:
    # Imported here: help and usage errors need neither pandas nor DuckDB.
    from scoring.commands import (
        answer,
        batches,
        criteria,
        evidence,
        export,
        files,
        notes,
        progress,
        questions,
        rankings,
        self_scores,
        sheets,
        targets,
        tasks,
        trends,
        units,
        years,
    )
    from scoring.settings import SettingUnreadable, settings
    from scoring.store import StoreError

    known = {
        "check": files.check,
        "load": files.load,
        "history": batches.history,
        "undo": batches.undo,
        "restore": batches.restore,
        "changes": batches.changes,
        "criteria": criteria.criteria,
        "mark": sheets.mark,
        "template": sheets.template,
        "progress": progress.progress,
        "samples": files.samples,
        "scopes": questions.scopes,
        "overview": questions.overview_of,
        "losses": questions.losses,
        "sipas": questions.sipas,
        "unit": questions.unit,
        "trend": questions.trend,
        "years": years.years,
        "link": years.link,
        "rank": rankings.rank,
        "members": rankings.members,
        "indices": trends.indices,
        "self-scores": self_scores.self_scores,
        "targets": targets.targets,
        "notes": notes.notes,
        "commentary": export.commentary,
        "screens": export.screens_of,
        "export": export.export,
        "tasks": tasks.tasks,
        "evidence": evidence.evidence,
        "trends": trends.trends,
        "units": units.units,
        "group": units.group,
        "unit-name": units.unit_name,
        **{name: questions.about_scores(question) for name, (question, _) in QUESTIONS.items()},
    }
    try:
        said = known[args.command](args, settings())
    except (SettingUnreadable, StoreError) as error:
        said = answer.failed(error)
    answer.write(said, as_json=args.json)
    return said.code


if __name__ == "__main__":
    sys.exit(main())
