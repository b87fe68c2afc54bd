"""Báo cáo định kỳ: how a quarter, six or nine months or a year went, as an official report.

tables: the tables of tasks, targets and units · document: the report as .docx
"""
