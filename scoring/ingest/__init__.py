"""From a file to checked tables, in the order of reading.

opening        bytes → sheets of cells, whatever the format; what is refused
arithmetic     formulas that came without their value
finding        where the tables of a sheet are, and which column is what
identity       which index, organisation and year the texts around a table name
score_tables, result_tables, task_tables, target_tables    the rows of each kind
reference      what is known before any file is read
read.py        all of it together; problems and rules say what can be wrong
"""
