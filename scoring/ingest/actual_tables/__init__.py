"""The files that come back with what indicators reached.

form      what such a file is: columns, signs, words
about     which indicator, year and measure a row is of
cells     value and source of a row
tables    which sheets of a file are such tables, and what is told in their rows
"""
