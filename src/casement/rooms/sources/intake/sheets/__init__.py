"""Tables: spreadsheets (.xlsx, .ods) and tables as text (.csv).

Each row is a paragraph with its cells parted by tabs, and each cell has a place of its own, such as `Contacts!B4`.
Values come from the cells as they were last worked out; hidden sheets, rows and columns are kept and marked.
"""
