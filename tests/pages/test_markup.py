"""Is a file's text only ever shown, and a poor table no exception, on every page?"""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from tests.pages.opening import opened, pages, shown
from tests.pages.uploading import (
    HEADER,
    LOSSES,
    METHOD,
    OF_LAM_DONG,
    book,
    button,
    dropped,
    specs,
    text,
    whole,
)

MARKUP = f"""
    {HEADER}
    1   | <script>alert(1)</script> chỉ đạo   | 8,50 | 7,47 | 1,03 |
    1.1 | **đậm** [x](http://ngoai.example)   | 4,00 | 3,47 | 0,53 | <img src=x onerror=alert(1)>
    1.2 | =1+1                                | 4,50 | 4,00 | 0,50 | :material/home: $x$ **Sở**
"""
LIVE = ("<script>alert", "**đậm**", "](http", "<img src", ":material/home: $x$", "**Sở**")


def marked_up(app: AppTest) -> str:
    """Everything on a page that is read as Markdown or HTML."""
    cells = [str(cell) for one in app.table for cell in one.value.to_numpy().ravel()]
    labels = [one.proto.label for one in app.get("page_link")]
    labels += [one.label for one in (*app.button, *app.expander)]
    html = [one.proto.body for one in app.get("html") if "<small>" in one.proto.body]
    return "\n".join([shown(app), *cells, *labels, *html])


def test_markup_in_a_file_is_shown_as_it_is_written(empty: Path) -> None:
    app = dropped(("<b>tệp<b>.xlsx", book(MARKUP)))
    seen = [app, whole(button(app, "Ghi dữ liệu").click().run())]
    seen += [opened(page, **OF_LAM_DONG) for page in pages()]
    seen += [opened(LOSSES, **OF_LAM_DONG, ma=code) for code in ("1", "1.1", "1.2")]
    link = seen[-1].get("page_link")[0].proto
    seen.append(opened(METHOD, **dict(part.split("=") for part in link.query_string.split("&"))))
    for page in seen:
        whole(page)
        assert [sign for sign in (*LIVE, "<b>tệp") if sign in marked_up(page)] == []
        assert "<script" not in specs(page) and "<img" not in specs(page)
    criterion = seen[-2]
    assert "=1+1 mất 0,50 điểm" in text(criterion)  # neither computed nor lost
    assert "**đậm** [x](http" in text(seen[-3])


def test_a_table_without_leads_or_maxima_opens_on_every_page(empty: Path) -> None:
    title = "SỞ TƯ PHÁP TỈNH TUYÊN QUANG\nKết quả Chỉ số cải cách hành chính năm 2022"
    rows = "STT | Tiêu chí | Điểm chuẩn | Điểm thẩm định\n1 | Chỉ đạo | 8 | \n2 | Văn bản | | 3"
    app = dropped(("sở.xlsx", book(rows, title)))
    whole(button(app, "Ghi dữ liệu").click().run())
    for page in pages():
        whole(opened(page))
