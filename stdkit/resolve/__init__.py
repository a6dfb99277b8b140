"""From a set to a resolved set: numbers, references, citations, provisions, in tables beside the frozen model.

Goes in: a ``StandardSet`` and a ``House``. Comes out: a ``ResolvedSet``; what is wrong is recorded in it, never raised.
"""
