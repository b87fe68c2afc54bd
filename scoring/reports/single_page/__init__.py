"""Screens as one HTML file that opens with no network: charts that answer, tables, sources.

page: the file · parts: one screen of it · page.css, page.js: how it looks and draws
"""
