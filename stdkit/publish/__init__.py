"""A selection of a resolved set in; files in a folder out, exchanged whole or not at all.

What a person has put or changed in that folder is never overwritten unasked.
"""
