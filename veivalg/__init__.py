"""Veivalg: career guidance for early-career researchers."""

from __future__ import annotations

__version__ = "0.1.0"
