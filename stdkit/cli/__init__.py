"""The command line: words in, one stage after the other, words and exit codes out.

Only here does stdkit print, exit, and read the clock, the environment and the working directory.
"""
