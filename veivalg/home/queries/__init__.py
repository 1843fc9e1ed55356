"""What the pages of `home` gather from other apps."""

from __future__ import annotations

from veivalg.home.queries.deeds import deeds_about
from veivalg.home.queries.demo import demo_people
from veivalg.home.queries.gauges import gauges
from veivalg.home.queries.own import OwnPage, own_page

__all__ = ["OwnPage", "deeds_about", "demo_people", "gauges", "own_page"]
