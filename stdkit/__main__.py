"""``python -m stdkit``."""

from stdkit.cli.main import main

main()
