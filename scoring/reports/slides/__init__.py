"""A PowerPoint deck made of screens: native charts and tables, real text, the agency's template.

deck: the file · template, default_template: what it is laid on · ground, layout, pages: its room,
where things stand, the slides · arrangement: one screen on its slides · cards, prose: figures and
sentences · table_parts, table_widths, tables: a table over slides · charts, chart_look, chart_axes,
chart_places, chart_labels, chart_book: a chart, its colours, axes, labels and workbook · notes:
what only the speaker sees · fitting, writing, tones: how long a text is, how it gets into a shape,
which colour says what
"""
