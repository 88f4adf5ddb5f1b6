"""cidesign: a steering committee designs the backbone of its collective impact initiative."""

__version__ = "0.1.0"
