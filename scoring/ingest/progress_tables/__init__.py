"""The files that units send back with how far their tasks are.

keys      the hidden texts by which file, tasks and what was known of them are told
columns   what the columns are called, and where they stand now
words     the states in words, and which one a slip of the pen means
cells     state, percentage and free texts of a row
rows      the rows of a table, and what is wrong with them
tables    which sheets of a file are such tables
"""
