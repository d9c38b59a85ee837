"""Reads every file of a folder as the rooms would, and says what became of each."""
