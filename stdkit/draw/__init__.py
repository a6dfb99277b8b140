"""Pictures from data: flow charts as boxes, lines and text in millimetres, laid out by our own code so that every machine agrees.

Goes in: a flow with printed words. Comes out: a ``Drawing``.
"""
