"""The review of one year: everything that a meeting looks at, gathered once.

gathered: the frames of all questions, of one organisation, year and day · recovery: what it would
take to reach a level · frozen: the answers as they were when a meeting began ·
units: each unit's own view · periods: how tasks moved within a quarter or a year
"""
