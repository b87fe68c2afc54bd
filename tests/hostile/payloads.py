"""Texts that a cell may hold and that some programs would run, draw or choke on."""

LONG = 30_000  # characters that one cell may hold

PAYLOADS = (
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "[x](javascript:alert(1)) **đậm** $\\frac{1}{2}$ :red[x]",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://127.0.0.1/","x")',
    "@SUM(1+1)*cmd",
    "'; drop table batch; --",
    "{{7*7}} ${7*7} %s%n {0.__class__}",
    "\u202eđảo ngược\u202c \u200b\u200d\ufeff \U0001f4a9",
    "_x0000_ _xD800_ _x0007_",
    "1." * (LONG // 2),
    "1," * (LONG // 2),
    "(" * LONG,
    " " * LONG + "1",
    "năm 2020 " * (LONG // 10),
    "a" * LONG,
    "à\u0301" * (LONG // 2),
    "IIIIIVVVXXX" * 2_000,
    "Sở Nội vụ; " * (LONG // 11),
    "Quý I/2022 " * (LONG // 11),
    "ngày 31/02/9999",
    "tăng ít nhất 02% " * (LONG // 17),
)
