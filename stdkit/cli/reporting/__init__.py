"""What ``validate`` has found, in the form that a person or a program reads: one file for each format."""
