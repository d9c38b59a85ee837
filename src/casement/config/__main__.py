"""python -m casement.config: the same as the casement command."""

from casement.config.cli import main

main()
