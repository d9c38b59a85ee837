"""Older office files (.doc, .xls), turned into newer ones by LibreOffice where it is installed, then read."""

from casement.rooms.sources.intake.office.converting import converted

__all__ = ["converted"]
