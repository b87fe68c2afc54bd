"""A workbook with what a library that reads and writes workbooks anew would lose."""

import io
import struct
import zlib

import xlsxwriter

SHEET = "Phụ lục"
HEADER = ("STT", "Tiêu chí", "Điểm chuẩn", "Điểm thẩm định", "Điểm bị mất")
ROWS = (
    ("1", "Chỉ đạo, điều hành", 8.5, 7.5),
    ("2", "Văn bản quy phạm pháp luật", 55.0, 55.0),
    ("3", "Thủ tục hành chính", 13.5, 14.5),
)
FIRST = 3  # the header's row, from 0


def rich_workbook() -> bytes:
    """Chart, image, text box, sparkline, data bar, validation, comment, button, rich text …"""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet(SHEET)
    bold = book.add_format({"bold": True})
    white = book.add_format({"bg_color": "#1F3864", "font_color": "#FFFFFF", "bold": True})
    green = book.add_format({"bg_color": "#C6EFCE", "num_format": "0.000"})
    title = "Kết quả Chỉ số cải cách hành chính năm 2020 của tỉnh Lâm Đồng"
    sheet.merge_range("A1:E1", title, bold)
    sheet.write_row(FIRST, 0, HEADER, white)
    for at, (code, name, most, points) in enumerate(ROWS, FIRST + 1):
        sheet.write_string(at, 0, code)
        sheet.write_string(at, 1, name)
        sheet.write_number(at, 2, most)
        sheet.write_number(at, 3, points, green)
        sheet.write_formula(at, 4, f"=C{at + 1}-D{at + 1}", None, most - points)
    sheet.write_rich_string("B10", "Ghi chú: ", bold, "in đậm", " rồi thường")
    _decorate(book, sheet)
    book.close()
    return stream.getvalue()


def _decorate(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    sheet.set_column("A:A", 7)
    sheet.set_column("F:F", 20, None, {"hidden": True})
    sheet.set_row(1, 30)
    sheet.set_row(2, None, None, {"hidden": True})
    sheet.freeze_panes(FIRST + 1, 2)
    sheet.insert_image("H2", "anh.png", {"image_data": io.BytesIO(_png())})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": f"='{SHEET}'!$D$5:$D$7"})
    sheet.insert_chart("J2", chart)
    sheet.insert_textbox("H20", "Hộp chữ")
    sheet.conditional_format("C5:C7", {"type": "data_bar", "data_bar_2010": True})
    sheet.add_sparkline("G5", {"range": f"'{SHEET}'!C5:E5"})
    sheet.data_validation("D5:D7", {"validate": "decimal", "criteria": ">=", "value": 0})
    sheet.write_comment("D7", "Số liệu chờ xác nhận", {"author": "Chị An", "x_scale": 2})
    sheet.write_comment("C5", "Theo quyết định", {"author": "Chị An"})
    sheet.insert_button("M2", {"caption": "Tính"})
    book.define_name("diem", f"='{SHEET}'!$D$5:$D$7")


def _png() -> bytes:
    """A red square of 8 × 8 pixels."""
    pixels = b"".join(b"\0" + b"\xff\0\0" * 8 for _ in range(8))

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    header = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(pixels)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)
