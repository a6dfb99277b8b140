"""A Document in; one Markdown file and its pictures out.

Nothing is numbered or worded here: labels, numbers and gaps between them are printed as the Document gives them.
"""

from stdkit.render.anchors import fragments
from stdkit.render.markdown.file import Rendered, render

__all__ = ["Rendered", "fragments", "render"]
