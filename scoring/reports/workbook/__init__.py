"""Screens as an Excel workbook: one sheet a screen, its numbers as numbers, its chart a chart.

book: the file · names: of sheets · looks: formats of cells · sheet: one screen · grid: its cells ·
chart: its chart, drawn of those cells · paper: how it prints
"""
