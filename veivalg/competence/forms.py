"""What a person can mistype."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from veivalg.competence.models import SkillClaim, Wishes
from veivalg.competence.refusals import refusal_text
from veivalg.competence.services import LONGEST_PASTE
from veivalg.core.forms import Form, ModelForm
from veivalg.text.documents import UnreadableDocument
from veivalg.text.documents.cleaning import clean
from veivalg.text.documents.reading import check_size

LONGEST_TRIAL = 20_000
LARGEST_BUNDLES = 200 << 20
TOO_LONG = _(
    "The text has %(show_value)d characters, and we read up to %(limit_value)d at a time. "
    "Paste the part that says most about you, or upload it as a file."
)
KEEP = _("Keep the text on my pages so that I can come back to it")


class CleanTextField(forms.CharField):
    """Takes what no reader sees out of a text before it is looked at; counts what is left."""

    def to_python(self, value: Any) -> str:
        return clean(super().to_python(value) or "")


class PasteForm(Form):
    text = CleanTextField(
        label=_("Your text"),
        help_text=_("A CV, a summary of a profile, a project description, or just a few sentences about what you do."),
        max_length=LONGEST_PASTE,
        widget=forms.Textarea(attrs={"rows": 10}),
        error_messages={"required": _("Write or paste something first."), "max_length": TOO_LONG},
    )
    keep = forms.BooleanField(label=KEEP, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # A browser would cut off what is too long without a word; the server says so instead.
        self.fields["text"].widget.attrs.pop("maxlength", None)


class TryForm(Form):
    text = CleanTextField(
        label=_("Your text"),
        help_text=_("A few sentences about what you do, or a piece of your CV. Leave out what identifies you."),
        max_length=LONGEST_TRIAL,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={
            "required": _("Write or paste something first."),
            "max_length": _(
                "The text has %(show_value)d characters; without an account we read up to %(limit_value)d. "
                "Paste the part that says most about you."
            ),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].widget.attrs.pop("maxlength", None)


class FileForm(Form):
    file = forms.FileField(
        label=_("Your file"),
        help_text=_("PDF, Word (.docx), plain text, or an ORCID record (.json). Up to 10 MB and 60 pages."),
        allow_empty_file=True,
        error_messages={"required": _("Choose a file first.")},
    )
    keep = forms.BooleanField(label=KEEP, required=False)

    def clean_file(self) -> UploadedFile[bytes]:
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        try:
            check_size(file.size or 0)
        except UnreadableDocument as refusal:
            raise forms.ValidationError(refusal_text(refusal.code, refusal.details)) from refusal
        return file


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """One or several files; `clean` gives a list."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[bytes]]:
        files = data if isinstance(data, list) else [data]
        return [super(SeveralFilesField, self).clean(file, initial) for file in files]


class BundleForm(Form):
    bundles = SeveralFilesField(
        label=_("ESCO zips"),
        help_text=_(
            "One or several CSV zips as they come from the ESCO portal, in English and Norwegian. 200 MB at most."
        ),
    )

    def clean_bundles(self) -> list[UploadedFile[bytes]]:
        files: list[UploadedFile[bytes]] = self.cleaned_data["bundles"]
        if sum(file.size or 0 for file in files) > LARGEST_BUNDLES:
            raise forms.ValidationError(_("The files have more than 200 MB together."))
        return files


class WishesForm(ModelForm):
    class Meta:
        model = Wishes
        fields = ["sector", "norwegian", "without_licence", "without_clearance", "place"]
        labels = {
            "sector": _("Where would you like to work?"),
            "norwegian": _("How much Norwegian do you have?"),
            "without_licence": _("Leave out what needs a licence or authorisation"),
            "without_clearance": _("Leave out what may need a security clearance"),
            "place": _("Where in the world?"),
        }
        help_texts = {"place": _("A note for yourself: the list of occupations does not know where jobs are.")}
        widgets = {"sector": forms.RadioSelect, "norwegian": forms.Select, "place": forms.Select}


class DescribeForm(Form):
    learned = forms.ChoiceField(
        label=_("How did you learn it?"),
        choices=[("", _("I would rather not say")), *SkillClaim.Learned.choices],
        required=False,
        widget=forms.RadioSelect,
    )
    level = forms.CharField(
        label=_("How well do you know it, in your own words?"),
        help_text=_("For example: I use it every week and have taught it to others."),
        max_length=200,
        required=False,
    )
    example_1 = forms.CharField(
        label=_("A time when you used it"),
        help_text=_("What was the situation, what did you do, and what came of it? Two sentences are plenty."),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    example_2 = forms.CharField(
        label=_("Another time, if you like"), max_length=600, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    example_3 = forms.CharField(
        label=_("And a third"), max_length=600, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    @property
    def examples(self) -> list[str]:
        return [self.cleaned_data[f"example_{number}"] for number in (1, 2, 3)]
