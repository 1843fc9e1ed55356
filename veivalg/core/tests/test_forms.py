from __future__ import annotations

from django import forms
from django.utils import translation

from veivalg.core.forms import DateInput, Form


class Everything(Form):
    name = forms.CharField(label="Name", help_text="As in your passport")
    about = forms.CharField(label="About", widget=forms.Textarea, required=False)
    kind = forms.ChoiceField(label="Kind", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    many = forms.MultipleChoiceField(
        label="Many", choices=[("x", "X"), ("y", "Y")], widget=forms.CheckboxSelectMultiple, required=False
    )
    agreed = forms.BooleanField(label="Agreed", required=False)
    since = forms.DateField(label="Since", widget=DateInput, required=False)
    file = forms.FileField(label="File", required=False)


def shown(data=None):
    with translation.override("en"):
        return Everything(data).render()


def test_a_field_has_label_help_and_class():
    page = shown()
    assert '<label class="ds-label" for="id_name">Name' in page
    assert 'aria-describedby="id_name_helptext"' in page
    assert 'id="id_name_helptext"' in page
    assert 'class="ds-input"' in page


def test_errors_stand_at_the_field_and_in_a_summary_with_links():
    page = shown({})
    assert 'role="alert"' in page
    assert 'href="#id_name"' in page
    assert 'href="#id_kind_0"' in page
    assert 'id="id_name_error"' in page
    assert 'aria-invalid="true"' in page
    assert 'aria-describedby="id_name_helptext id_name_error"' in page


def test_choices_stand_in_a_fieldset_each_with_its_label():
    page = shown()
    assert page.count("<fieldset") == 2
    assert '<label class="ds-label" for="id_kind_1">B</label>' in page


def test_what_may_be_left_empty_says_so():
    page = shown()
    assert "optional" in page
    assert "optional" not in page[: page.index("id_about")]


def test_a_date_is_written_as_browsers_want_it_in_every_language():
    with translation.override("nb"):
        form = Everything({"since": "2026-12-01", "name": "I", "kind": "a"})
        assert 'type="date"' in str(form["since"])
        assert 'value="2026-12-01"' in str(form["since"])
        assert form.is_valid(), form.errors


def test_what_somebody_typed_is_text_and_not_html():
    page = shown({"name": '"><script>alert(1)</script>'})
    assert "<script>" not in page
