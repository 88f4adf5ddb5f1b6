"""The command line: the same answers as the pages, for people as a table and for programs as one
JSON object.
"""

from cidesign.cli.commands import main

__all__ = ["main"]
