"""Parts of ``corpus`` and ``originality``: what is printed about corpora, and how far work has come."""
