"""From files to a set: text → plain data with places → schema → prose → Standard; findings instead of exceptions.

Goes in: a folder with ``system.yaml``. Comes out: a ``StandardSet`` with what is wrong so far.
"""
