"""The files that units send back with how far their tasks are.

form      what such a file is: columns, signs, words
words     the states in words, and which one a slip of the pen means
cells     state, percentage and free texts of a row
tables    which sheets of a file are such tables, and what is told in their rows
"""
