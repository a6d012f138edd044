"""Documents: what stands in them, and how it becomes Markdown, HTML, DOCX and PDF."""
