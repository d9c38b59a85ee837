"""The worked example: a fictional review, kept as readable files and loaded by the same commands as any other."""
