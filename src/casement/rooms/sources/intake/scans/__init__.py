"""Pages that are pictures, read by machine with the program Tesseract where it is installed.

A page is drawn in grey, handed to the program over its standard input, and comes back as words with how sure the
program was of each. Nothing is written to disk and nothing leaves the machine.
"""

from casement.rooms.sources.intake.scans.machine import NO_MACHINE, is_here
from casement.rooms.sources.intake.scans.page import PageRead

__all__ = ["NO_MACHINE", "PageRead", "is_here"]
