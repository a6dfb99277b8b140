"""One file per command; each has ``command(say)``, which builds it with help in the language of the person."""
