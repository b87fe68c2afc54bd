"""What is to be done by an organisation's plans: about which criteria, by when, and how far is it?

Pure functions over the answers of `tasks`, `tasks_units` and `tasks_stakes`; `board` puts them
together.
"""
