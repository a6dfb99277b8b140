"""Text overlap: which passages of a text stand in other texts too, knowing nothing of YAML."""
