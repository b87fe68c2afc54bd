"""The sheets that this software adds to a workbook it hands back: never read as data."""

LISTED = "Vấn đề cần xem"  # each problem with its place and cure
ORIGINAL = "_bản gốc"  # the cells as they were, to tell what was mended since
OWN_SHEETS = frozenset({LISTED, ORIGINAL})
