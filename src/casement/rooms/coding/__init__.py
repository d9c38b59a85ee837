"""Marks on passages: a factor or an open code, its influence, and memos."""
