"""Workbooks handed back to the analyst: marked copies of their files, and templates to fill."""
