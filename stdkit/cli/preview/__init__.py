"""The live page: a warm set in, pages for one browser on this machine out."""
