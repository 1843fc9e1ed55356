from __future__ import annotations

import pytest
from django.test import Client


@pytest.mark.parametrize(("asked", "got"), [("no", "nb"), ("nn-NO", "nn"), ("en-GB", "en"), ("de", "nb")])
def test_the_front_page_speaks_the_language_of_the_browser(db, asked, got):
    page = Client(headers={"Accept-Language": asked}).get("/").content.decode()
    assert f'<html lang="{got}"' in page
