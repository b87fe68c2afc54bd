"""The command line: everything the pages do, without a browser."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

QUESTIONS = {
    "leaves": ("leaves", "Các tiêu chí cuối cùng, mất điểm nhiều nhất trước"),
    "kinds": ("losses_by_kind", "Điểm bị mất theo loại tiêu chí"),
    "zeros": ("zero_leaves", "Các tiêu chí không được điểm nào"),
    "units": ("unit_points", "Điểm bị mất theo đơn vị chủ trì"),
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
    command("history", "Các lần nạp")
    undo = command("undo", "Hoàn tác một lần nạp")
    undo.add_argument("batch", metavar="LẦN_NẠP")
    samples = command("samples", "Nạp dữ liệu mẫu")
    samples.add_argument("--if-empty", action="store_true", help="chỉ khi chưa có dữ liệu")
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
    return root


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives its exit code."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")  # Windows consoles default to a code page
    return _run(parser().parse_args(arguments))


def _run(args: Namespace) -> int:
    # Imported here: help and usage errors need neither pandas nor DuckDB.
    from scoring.commands import answer, batches, files, questions
    from scoring.settings import SettingUnreadable, settings
    from scoring.store import StoreError

    known = {
        "check": files.check,
        "load": files.load,
        "history": batches.history,
        "undo": batches.undo,
        "samples": files.samples,
        "scopes": questions.scopes,
        "overview": questions.overview_of,
        "losses": questions.losses,
        "sipas": questions.sipas,
        "unit": questions.unit,
        "trend": questions.trend,
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
