"""The nouns: what is wrong and where (diagnostics), what is meant (standard, system), what is printed (document).

Nothing goes in but plain values; every other stage imports from here and this stage imports from none.
"""
