"""The files that come back with what indicators reached.

keys      the hidden texts by which file, indicators and what was known of them are told
columns   what the columns are called, and where they stand now
cells     value and source of a row
stretch   the rows under one header, cell by cell
rows      the rows of a table, and what is wrong with them
tables    which sheets of a file are such tables
"""
