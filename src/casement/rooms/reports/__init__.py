"""Reports assembled from the analysis: sections, live references, two editions, HTML, DOCX and PDF."""
