"""Publish an organisation's plan from Markdown files in git: read, resolve, check, render.

The way through the package is one line: `source` reads files into documents, `model` types them,
`plan` links them, `rules` checks them, `render` writes them. `load` walks the first three steps;
`plugin` (for MkDocs) and `cli` are the two ways in.
"""
