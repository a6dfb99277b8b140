"""stdkit: author, check and publish an organisation's standards.

The way of the data is the layout of the package: read → resolve → check / compose → render → publish.
"""

__version__ = "0.1.0"
