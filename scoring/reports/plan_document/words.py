"""What does the plan say besides its items? In the words of such plans, to be edited by hand."""

from collections.abc import Iterator, Sequence

from scoring.analysis.losses import NOISE
from scoring.analysis.questions import records
from scoring.analysis.review.gathered import Review
from scoring.reports.issuer import Issuer, called
from scoring.text.format import percent, points, rank

_NAMES = {"PAR": "Chỉ số cải cách hành chính", "SIPAS": "Chỉ số hài lòng (SIPAS)"}
_KINDS = {
    "survey": "điều tra xã hội học",
    "impact": "tác động đến kinh tế - xã hội",
    "control": "do cơ quan, đơn vị trực tiếp thực hiện",
}
_OTHER_KIND = "chưa phân loại"


def index_names(review: Review, year: int) -> tuple[str, ...]:
    """The indices that the plan is about, in full, each once."""
    tasks = review.board[(review.board["kind"] == "tasks") & (review.board["year"] == year)]
    raised = ["SIPAS"] if len(review.satisfaction) else []
    known = [one for one in (review.index_name, *tasks["index_name"], *raised) if one]
    return tuple(dict.fromkeys(_NAMES.get(one, f"Chỉ số {one}") for one in known))


def nothing_lost(review: Review) -> bool:
    """Whether the reviewed table is known to have lost no point."""
    card = review.head.index
    return card is not None and card.lost is not None and card.lost <= NOISE


def subject(review: Review, issuer: Issuer, year: int, *, mended: bool) -> str:
    """What the plan is about, under the word KẾ HOẠCH."""
    aim = "Khắc phục tồn tại, hạn chế, nâng cao" if mended else "Duy trì, nâng cao"
    whose = issuer.called if issuer.above else called(review)
    return f"{aim} {_joined(index_names(review, year))} năm {year} của {whose}"


def opening(review: Review, issuer: Issuer, subject: str) -> str:
    """Why the plan is issued, and by whom."""
    card = review.head.index
    about = f"{subject[0].lower()}{subject[1:]}"
    if card is None or card.value is None:
        return f"{issuer.called} ban hành Kế hoạch {about} như sau:"
    name = _NAMES.get(review.index_name, f"Chỉ số {review.index_name}")
    told = f"Căn cứ kết quả {name} năm {review.year} của {called(review)} ({percent(card.value)}"
    place = card.place
    if place is not None and place.rank is not None:
        told = f"{told}, xếp thứ {rank(place.rank, place.field_size)}"
    return f"{told}), {issuer.called} ban hành Kế hoạch {about} như sau:"


def purposes(review: Review, year: int) -> tuple[str, ...]:
    """Mục đích."""
    indices = _joined(index_names(review, year))
    before = f"năm {year - 1}"
    return (
        "Khắc phục những nội dung còn tồn tại, hạn chế trong công tác cải cách hành chính (CCHC);"
        " giữ vững những tiêu chí đã đạt kết quả tốt.",
        f"Phấn đấu {indices} năm {year} cao hơn {before} cả về điểm số và thứ hạng.",
        "Đề cao trách nhiệm của người đứng đầu cơ quan, đơn vị trong chỉ đạo, thực hiện CCHC.",
    )


def demands(year: int) -> tuple[str, ...]:
    """Yêu cầu."""
    return (
        "Mỗi tiêu chí, nhiệm vụ có mục tiêu, cơ quan chủ trì, cơ quan phối hợp và thời gian"
        " hoàn thành cụ thể để theo dõi, đánh giá được.",
        f"Thực hiện gắn với Kế hoạch CCHC năm {year} và nhiệm vụ chuyên môn của từng cơ quan,"
        " đơn vị.",
        "Việc kiểm tra, đôn đốc được tiến hành thường xuyên; khó khăn, vướng mắc được báo cáo"
        " và xử lý kịp thời.",
    )


def shortcomings(review: Review) -> Iterator[str]:
    """Where the points were lost, by the kind of criterion; causes are for people to write."""
    told = [
        f"tiêu chí {_KINDS.get(row['kind'], _OTHER_KIND)} mất {points(row['lost_points'])} điểm"
        for row in records(review.kinds)
        if (row["lost_points"] or 0) > 0
    ]
    if told:
        yield f"Theo tính chất của tiêu chí thành phần: {'; '.join(told)}."
    absent = review.head.absent_domains
    if absent and not review.top.empty:
        names = ", ".join(
            one.code if one.max_points is None else f"{one.code} ({points(one.max_points)} điểm)"
            for one in absent
        )
        yield f"Lĩnh vực {names} không có trong bảng điểm, được tính là không mất điểm."


def leading(issuer: Issuer) -> tuple[str, ...]:
    """What every unit that leads something is to do."""
    above = f"{issuer.called}" + (f" (qua {issuer.watching})" if issuer.watching else "")
    return (
        "Cụ thể hóa nội dung được giao thành việc làm, sản phẩm và thời hạn của từng bộ phận,"
        " cá nhân; hoàn thành đúng tiến độ.",
        f"Định kỳ hằng quý, 6 tháng, năm báo cáo kết quả thực hiện về {above}.",
        "Cơ quan, đơn vị phối hợp cung cấp đầy đủ thông tin, tài liệu theo đề nghị của cơ quan,"
        " đơn vị chủ trì.",
    )


def watching() -> str:
    """What the unit that follows the plan is to do."""
    return (
        "theo dõi, đôn đốc, kiểm tra việc thực hiện Kế hoạch; tổng hợp kết quả, báo cáo và đề"
        " xuất xử lý những nội dung chậm tiến độ."
    )


def ending(subject: str) -> str:
    """The last sentence, with the mark that ends such documents."""
    return (
        f"Trên đây là Kế hoạch {subject[0].lower()}{subject[1:]}. Yêu cầu các cơ quan, đơn vị"
        " nghiêm túc triển khai thực hiện./."
    )


def _joined(names: Sequence[str]) -> str:
    return ", ".join(names) or "kết quả cải cách hành chính"
