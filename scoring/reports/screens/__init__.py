"""The screens of a review meeting, made of a Review: the same for slides, meeting and workbook.

sequence: all of them in order · one module a topic, each giving its screen, or None where its data
is missing
"""
