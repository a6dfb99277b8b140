"""One rule per file: the file's name is the rule's id, being there is being registered."""
