"""Folders of reference texts: files of several kinds → their texts; a folder of them → an index that remembers it."""
