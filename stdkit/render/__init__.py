"""Documents in, files out: one backend per format, each a ``match`` over the node types of ``model.document``.

A backend decides how a thing looks, never what it says.
"""
