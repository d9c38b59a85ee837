"""Quality markers: a self-check of the process by those who commission, conduct and support it.

The program shows what the record holds and asks; people answer in words. It never counts answers, never says that a
marker is met, and never compares reviews or people.
"""
