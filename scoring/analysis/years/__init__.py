"""Two years of one organisation: which criteria are the same, and where did the change come from?

tables: the printed rows as parts that add up · matches: which parts go together ·
change: the change of the index, split · repeated: what was lost again and again
"""
