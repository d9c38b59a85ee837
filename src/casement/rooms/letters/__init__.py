"""Letters and messages of the process: their texts, what was written to whom, and what became of it.

A letter is read in Casement or goes on paper. An e-mail says only that one waits: never what, never about whom.
"""
