"""What all files share that are handed out, filled by others and read again.

form      what differs between the kinds of them
keys      the hidden texts by which a file and its rows are told
columns   which of its columns stands where now
stretch   the rows under one header, cell by cell
rows      the rows with keys, those without one, and whether anything new is told
tables    which sheets of a file are of a form
"""
