"""Phiếu đơn vị: one A4 page for the head of each unit.

fitting: how many lines a text takes · markup: paragraphs and tables of known height · parts: what
stands on the page · sheet: the page, kept to one · bundle: all sheets in one file
"""
