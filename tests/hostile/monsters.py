"""Files made to exhaust or to trick whoever opens them."""

import zlib
from collections.abc import Iterator
from functools import cache
from itertools import chain

from tests.hostile.bases import bases
from tests.hostile.books import book, formula, row, scores, shared_strings, sheet
from tests.hostile.cases import ANSWERED, EITHER, REFUSED, SAME, Case
from tests.hostile.locked import encrypted, entities
from tests.hostile.payloads import LONG, PAYLOADS
from tests.hostile.zips import bomb, entries, parts_of, with_parts, zipped
from tests.ingest.binary_books import xlsb
from tests.ingest.test_files import changed
from tests.ingest.word_files import docx, p, plain_table, tbl, tc, tr

_MEGABYTE = 2**20


@cache
def monsters() -> tuple[Case, ...]:
    """Some hundred, each of its own kind."""
    return tuple(_monsters())


def _monsters() -> Iterator[Case]:
    yield from _bombs()
    yield from _far_cells()
    yield from _texts()
    yield from entities()
    yield from encrypted()
    yield from _many()
    yield from _formulas()
    yield from _documents()
    yield from _delimited()
    yield from _numbers()
    yield from _tables()


def _bombs() -> Iterator[Case]:
    spaces = bomb("xl/workbook.xml", b" " * _MEGABYTE, 4_000)
    yield Case("bomb.xlsx", spaces, REFUSED)
    yield Case("bomb.docx", bomb("word/document.xml", b"<w:p/>" * 200_000, 3_000), REFUSED)
    yield Case("bomb.ods", bomb("content.xml", b"<a/>" * 200_000, 3_000), REFUSED)
    inner = parts_of(bases()["bang.xlsx"]) | {"xl/embeddings/1.zip": zipped({"2.zip": spaces})}
    yield Case("nested.xlsx", zipped(inner), SAME, "bang.xlsx")
    packed = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    data = {"xl/a.xml": packed.compress(bytes(_MEGABYTE)) + packed.flush()}
    checksum = zlib.crc32(bytes(_MEGABYTE))
    for name, again in (("overlapping", 4_500), ("listed", 60_000)):
        content = entries(data, _MEGABYTE, checksum=checksum, again=again)
        yield Case(f"{name}.xlsx", content, REFUSED)


def _far_cells() -> Iterator[Case]:
    near = row(1, ["STT", "Tiêu chí", 1])
    for place in ("XFD1048576", "A1048576", "XFD1", "Z99999", "ZZZZZZ1", "A99999999999"):
        number = place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        far = f'<row r="{number}"><c r="{place}"><v>1</v></c></row>'.encode()
        yield Case(f"far-{place}.xlsx", book(sheet([near, far])), REFUSED)
        # As an old program writes it, so that its letters stand in another order.
        prefixed = far.replace(b"<row", b'<x:row xmlns:x="x"').replace(b"</row", b"</x:row")
        prefixed = prefixed.replace(b"<c ", b"<x:c ").replace(b"</c>", b"</x:c>")
        yield Case(f"prefixed-{place}.xlsx", book(sheet([near, prefixed])), REFUSED)
    wide = b"<row>" + b"<c><v>1</v></c>" * 20_000 + b"</row>"
    tall = b"<row><c><v>1</v></c></row>"
    yield Case("wide-and-tall.xlsx", book(sheet(chain([wide], [tall] * 50_000))), REFUSED)
    sparse = [sheet([near, b'<row r="99999"><c r="Z99999"><v>1</v></c></row>']) for _ in range(40)]
    yield Case("sparse-sheets.xlsx", book(*sparse), REFUSED)
    rows = [[""] * 16_000 + ["x"]]
    yield Case("far.xlsb", xlsb("Bảng", rows), REFUSED)
    yield Case("far.ods", _repeated('table:number-rows-repeated="1048576"', "", "1"), REFUSED)
    both = ('table:number-rows-repeated="1048576"', 'table:number-columns-repeated="16384"')
    yield Case("all.ods", _repeated(*both, "1"), REFUSED)
    yield Case("endless.ods", _repeated(*(one[:-1] + '0000000"' for one in both), "1"), REFUSED)
    yield Case("blank.ods", _repeated(*both, ""), SAME, "bang.ods")


def _repeated(row_given: str, cell_given: str, text: str) -> bytes:
    """The table as .ods with one more row that says how often it is there."""
    content = parts_of(bases()["bang.ods"])["content.xml"]
    value = f'office:value-type="string"><text:p>{text}</text:p>' if text else ">"
    more = (
        f"<table:table-row {row_given}><table:table-cell {cell_given} {value}"
        "</table:table-cell></table:table-row></table:table>"
    )
    return with_parts(
        bases()["bang.ods"], content_xml=content.replace(b"</table:table>", more.encode())
    )


def _texts() -> Iterator[Case]:
    megabytes = (b"x" * _MEGABYTE for _ in range(40))
    cell = chain(
        [b'<row r="1"><c r="A1" t="inlineStr"><is><t>'], megabytes, [b"</t></is></c></row>"]
    )
    yield Case("megabytes.xlsx", book(sheet(cell)), REFUSED)
    shown = (
        b'<row r="%d">' % number
        + b"".join(b'<c r="%c%d" t="s"><v>0</v></c>' % (65 + at, number) for at in range(20))
        + b"</row>"
        for number in range(1, 20_000)
    )
    yield Case(
        "shown-often.xlsx", book(sheet(shown), strings=shared_strings(["ế" * LONG])), REFUSED
    )
    lines = (["1", "x" * LONG, 1, 1, 0] for _ in range(4_000))
    yield Case("long-texts.xlsx", scores(lines), REFUSED)
    one = ["1", "Chỉ đạo", 10, 8, 2]
    for at, text in enumerate(PAYLOADS):
        for column in range(5):
            line = [text if place == column else value for place, value in enumerate(one)]
            if column in (0, 1):
                yield Case(f"payload-{at}-{column}.xlsx", scores([line, one]), ANSWERED)
        under = [[text, *one[1:]], one]
        yield Case(f"titled-{at}.xlsx", scores([[text], *under]), ANSWERED)
    for at, text in enumerate(PAYLOADS):
        header = ["STT", "Tiêu chí", text, "Điểm chuẩn", "Điểm thẩm định"]
        yield Case(f"headed-{at}.xlsx", scores([["1", "a", "b", 5, 4]], header), ANSWERED)
        named = ("STT", "Tiêu chí", "Điểm chuẩn", "Điểm thẩm định", "Cơ quan chủ trì", "Thời hạn")
        yield Case(f"led-{at}.xlsx", scores([["1", "a", 5, 4, text, text]], named), ANSWERED)


def _many() -> Iterator[Case]:
    lines = [row(1, ["STT", "Tiêu chí", "Điểm chuẩn", "Điểm thẩm định", "Điểm bị mất"])]
    lines += [row(number, [str(number), "Tiêu chí", 2, 1, 1]) for number in range(2, 50_002)]
    merged = "".join(f'<mergeCell ref="F{at}:G{at}"/>' for at in range(1, 50_001))
    merged += "".join(f'<mergeCell ref="H{at}:I{at}"/>' for at in range(1, 50_001))
    after = f"<mergeCells>{merged}</mergeCells>".encode()
    yield Case("merged.xlsx", book(sheet(lines, after=after)), ANSWERED)
    whole = "<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 5_000 + "</mergeCells>"
    yield Case("overlapping-merges.xlsx", book(sheet(lines[:50], after=whole.encode())), REFUSED)
    nonsense = '<mergeCells><mergeCell ref="B2:A1"/><mergeCell ref="x"/><mergeCell/></mergeCells>'
    yield Case("odd-merges.xlsx", book(sheet(lines[:50], after=nonsense.encode())), ANSWERED)
    names = ["STT", "Tiêu chí", "Điểm chuẩn", "Ghi chú", "Chủ trì", "Xếp hạng"]
    for name, line in {
        "headers": lambda at: names[:3] + ["Điểm thẩm định"],
        "near-headers": lambda at: [names[at % 6], names[at % 5], f"{names[at % 4]} {at}"],
    }.items():
        yield Case(f"{name}.xlsx", scores(map(line, range(20_000))), ANSWERED)
    for count in (10_000, 4_000):
        sheets = book(*(sheet(lines[:2]) for _ in range(count)))
        yield Case(f"sheets-{count}.xlsx", sheets, REFUSED)
    yield Case("sheets-300.xlsx", book(*(sheet(lines[:2]) for _ in range(300))), ANSWERED)
    content = bases()["bang.xlsx"]
    link = b'Target="/xl/worksheets/sheet1.xml"'
    rels = parts_of(content)["xl/_rels/workbook.xml.rels"]
    assert link in rels
    itself = rels.replace(link, b'Target="workbook.xml"')
    yield Case("itself.xlsx", with_parts(content, xl___rels__workbook_xml_rels=itself), REFUSED)
    outside = rels.replace(link, b'TargetMode="External" Target="file:///etc/passwd"')
    yield Case("outside.xlsx", with_parts(content, xl___rels__workbook_xml_rels=outside), REFUSED)


def _formulas() -> Iterator[Case]:
    head = row(1, ["STT", "Tiêu chí", "Điểm chuẩn", "Điểm thẩm định", "Điểm bị mất"])

    def table(lines: Iterator[bytes]) -> bytes:
        return book(sheet(chain([head], lines)))

    def line(number: int, *formulas: bytes) -> bytes:
        plain = row(number, [str(number - 1), "Tiêu chí", 5])
        return plain.replace(b"</row>", b"".join(formulas) + b"</row>")

    circular = (
        line(at, formula(f"D{at}", f"E{at}"), formula(f"E{at}", f"D{at}")) for at in range(2, 2_000)
    )
    yield Case("circular.xlsx", table(circular), ANSWERED)
    chained = (line(at, formula(f"D{at}", f"D{at + 1}+1")) for at in range(2, 20_000))
    yield Case("chained.xlsx", table(chained), ANSWERED)
    deep = (line(at, formula(f"D{at}", "(" * 4_000 + "1" + ")" * 4_000)) for at in range(2, 40))
    yield Case("deep-formula.xlsx", table(deep), ANSWERED)
    shared = (
        line(at, formula(f"D{at}", "" if at > 2 else "D3*2", t="shared", si=0))
        for at in range(2, 20_000)
    )
    yield Case("shared-circular.xlsx", table(shared), ANSWERED)
    summed = (line(at, formula(f"D{at}", "SUM(A1:XFD1048576)")) for at in range(2, 400))
    yield Case("summed.xlsx", table(summed), ANSWERED)
    huge = (line(at, formula(f"D{at}", '9^9^9^9+REPT("x",1000000000)')) for at in range(2, 400))
    yield Case("huge-formula.xlsx", table(huge), ANSWERED)


def _documents() -> Iterator[Case]:
    cells = plain_table([["STT", "Tiêu chí", "Điểm chuẩn", "Điểm thẩm định"], ["1", "a", "5", "4"]])
    yield Case("deep.docx", docx("<w:sdt>" * 100_000 + "</w:sdt>" * 100_000), REFUSED)
    inner = cells
    for _ in range(60):
        inner = tbl(tr(tc(inner)))
    yield Case("tables-in-tables.docx", docx(inner), ANSWERED)
    yield Case("paragraphs.docx", docx(p("Đoạn") * 240_000, cells), ANSWERED)
    yield Case("tables.docx", docx(cells * 3_000), ANSWERED)
    yield Case("spans.docx", docx(tbl(tr(tc(p("x"), span=2**31)))), REFUSED)
    yield Case("text.docx", docx(p("x" * (70 * _MEGABYTE)), cells), REFUSED)
    levels = '<w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="upperRoman"/>'
    lists = f'<w:abstractNum w:abstractNumId="1">{levels}<w:lvlText w:val="%1"/></w:lvl>'
    lists += '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    rows = tbl(
        tr("STT", "Tiêu chí", "Điểm chuẩn"), *(tr(tc(p(listed="1")), "a", "1") for _ in range(50))
    )
    yield Case("numbers.docx", docx(rows, numbering=lists), ANSWERED)


def _delimited() -> Iterator[Case]:
    for name, content in {
        "line": b"a" * (49 * _MEGABYTE),
        "over": b"a" * (51 * _MEGABYTE),
        "commas": b"1,a" * (8 * _MEGABYTE),
        "quotes": b'"' * (8 * _MEGABYTE),
        "lines": b"\n" * (8 * _MEGABYTE),
        "quoted": b'a;"' + b"x\n" * (4 * _MEGABYTE),
        "zeros": bytes(8 * _MEGABYTE),
        "astral": "\U0001f4a9".encode() + b"a;b\n" * (12 * _MEGABYTE),
        "tall-and-wide": b"a;b\n" * 90_000 + b"x;" * 990 + b"\n",
        "half": b"\xff\xfe" + b"\x00\xd8" * 1000,
    }.items():
        yield Case(f"{name}.csv", content, REFUSED)


def _numbers() -> Iterator[Case]:
    for at, number in enumerate(
        (
            "1e999",
            "-1e308",
            "1e308",
            "NaN",
            "inf",
            "9" * 5_000,
            "0." + "0" * 5_000 + "1",
            "-0",
            "1_0",
        )
    ):
        cells = row(2, ["1", "Chỉ đạo", 10]).replace(
            b"</row>", f'<c r="D2"><v>{number}</v></c></row>'.encode()
        )
        table = book(sheet([row(1, ["STT", "Tiêu chí", "Điểm chuẩn", "Điểm thẩm định"]), cells]))
        yield Case(f"number-{at}.xlsx", table, ANSWERED)
        yield Case(f"text-{at}.xlsx", scores([["1", "Chỉ đạo", 10, number, 2]]), ANSWERED)
        yield Case(f"code-{at}.xlsx", scores([[number, "Chỉ đạo", 10, 8, 2]]), ANSWERED)
    base = bases()["bang.xlsx"]
    styles = parts_of(base)["xl/styles.xml"]
    broken = styles.replace(b'numFmtId="0"', b'numFmtId="14"')
    dated = changed(
        with_parts(base, xl__styles_xml=broken),
        "xl/worksheets/sheet1.xml",
        b"</sheetData>",
        row(99, [1e300, -1e300, 3e6]) + b"</sheetData>",
    )
    yield Case("dates.xlsx", dated, EITHER, "bang.xlsx", 400)


def _tables() -> Iterator[Case]:
    header = ["STT", "Tiêu chí", "Điểm chuẩn", "Điểm thẩm định", "Điểm bị mất"]
    one = ["1", "Chỉ đạo", 10, 8, 2]
    yield Case("headers.xlsx", scores([header] * 300), ANSWERED)
    yield Case("headers-and-rows.xlsx", scores([one, header] * 2_000), ANSWERED)
    yield Case("same-code.xlsx", scores([one] * 5_000), REFUSED)
    yield Case("no-codes.xlsx", scores([["", "Chỉ đạo", 10, 8, 2]] * 20_000), ANSWERED)
    yield Case(
        "wrong-numbers.xlsx",
        scores([[str(at), "a", "x", "y", "z"] for at in range(1, 20_000)]),
        REFUSED,
    )
    yield Case(
        "deep-codes.xlsx",
        scores([[".".join("1" * at), "a", 10, 8, 2] for at in range(1, 500)]),
        ANSWERED,
    )
    yield Case("texts.xlsx", scores([["Chữ"] * 20] * 20_000, ["Chữ"] * 20), REFUSED)
    wide = [f"Điểm thẩm định năm {year}" for year in range(1990, 2090)] * 6
    yield Case(
        "wide-header.xlsx", scores([["1", "a", *[1] * 600]], ["STT", "Tiêu chí", *wide]), ANSWERED
    )
    yield Case("wide-headers.xlsx", scores([["STT", "Tiêu chí", *wide[:60]]] * 4), ANSWERED)
