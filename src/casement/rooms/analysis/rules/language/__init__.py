"""Words in our own text that a reader may hear as hindsight, outcome or blame: rules as data, and their reading.

The rules advise. They never block, never change a text and never speak of a person.
"""
