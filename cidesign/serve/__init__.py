"""Starts the app, and answers what no page answers."""

from cidesign.serve.running import listen, run

__all__ = ["listen", "run"]
