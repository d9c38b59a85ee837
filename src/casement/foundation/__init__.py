"""What every room stands on: access, change, record, jobs, text, dates, files. It knows no room."""
