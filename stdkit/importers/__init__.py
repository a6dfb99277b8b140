"""A spreadsheet that others keep → the YAML text of a file of the set.

What goes in is a file from outside and the text as it is; what comes out is the new text, or every cell that is wrong.
"""
