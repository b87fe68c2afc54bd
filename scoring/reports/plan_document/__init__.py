"""Kế hoạch khắc phục tồn tại, hạn chế: the official plan, drafted of a review.

items: one thing that the plan asks for · losses: the criteria that lost points · chapters: the
items in the plan's chapters · duties: the items by unit · words: what the plan says besides ·
parts: its tables and items on paper · document: all of it as .docx
"""
