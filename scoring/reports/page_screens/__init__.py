"""The charts and tables of each page as screens, of the frames that the page shows.

One module a page. The `sources` of these screens are the batches that their rows name; `told` of
parts puts the places in words. Pages that show what a meeting shows take its screens: overview.
"""
