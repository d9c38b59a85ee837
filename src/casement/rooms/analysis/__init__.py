"""From what happened to why: episodes, factor uses, patterns, findings, and the evidence under each statement."""
