"""From a resolved set to a ``Document``: every printed word, number and order is decided here.

Goes in: a ``ResolvedSet`` and what was selected of it. Comes out: documents that every backend prints the same.
"""
