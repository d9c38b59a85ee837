"""Conversations: their status, the guide, the pair's notes, the write-up and its check by the person who spoke.

Nothing here is a verdict, and nothing is released before the person who spoke has seen it.
"""
