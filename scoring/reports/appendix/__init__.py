"""Phụ lục: the table of losses with who mends them, in the ten columns that are printed.

layout: its title lines, columns and rows · document: as .docx · workbook: as .xlsx
"""
