"""What an editor fills in: the words of one language, how the article is filed, and the steps around it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from veivalg.core.forms import Form
from veivalg.institutions.models import PositionType
from veivalg.library.archives import LARGEST_ZIP
from veivalg.library.codes import ALLOWED, Family
from veivalg.library.content import FAMILY_FIELDS, LONGEST_BODY, Content, SourceData, Words
from veivalg.library.models import Article, Overlay

LONGEST_LEAD = 600


class WordsForm(Form):
    """An article in one language. `saves` tells whether somebody else saved meanwhile."""

    title = forms.CharField(label=_("Title"), max_length=200)
    lead = forms.CharField(
        label=_("Introduction"),
        help_text=_("One or two sentences: what the reader gets to know."),
        max_length=LONGEST_LEAD,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    body = forms.CharField(
        label=_("Text"), max_length=LONGEST_BODY, widget=forms.Textarea(attrs={"rows": 24, "data-markdown": ""})
    )
    neutrality = forms.CharField(
        label=_("Note on neutrality"),
        help_text=_("Where a firm, a union or another outside party is involved: say so."),
        required=False,
        max_length=LONGEST_LEAD,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    questions = forms.CharField(
        label=_("Questions it answers"),
        help_text=_("One on each line, as somebody would type them. The search uses them; readers do not see them."),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    saves = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def words(self) -> Words:
        said = self.cleaned_data
        questions = tuple(line.strip() for line in said["questions"].splitlines() if line.strip())
        body = said["body"].replace("\r\n", "\n").strip()
        return Words(said["title"], " ".join(said["lead"].split()), body, said["neutrality"], questions)


def words_initial(words: Words | None, saves: int) -> dict[str, Any]:
    if words is None:
        return {"saves": saves}
    return {
        "title": words.title,
        "lead": words.lead,
        "body": words.body,
        "neutrality": words.neutrality,
        "questions": "\n".join(words.questions),
        "saves": saves,
    }


class FilingForm(Form):
    """Where the article belongs, and when somebody should look it over again."""

    topics = forms.MultipleChoiceField(label=_("Topics"), widget=forms.CheckboxSelectMultiple)
    phases = forms.MultipleChoiceField(label=_("Phases it helps most"), widget=forms.CheckboxSelectMultiple)
    themes = forms.MultipleChoiceField(label=_("Themes"), required=False, widget=forms.CheckboxSelectMultiple)
    positions = forms.MultipleChoiceField(
        label=_("Only for some positions"), required=False, widget=forms.CheckboxSelectMultiple
    )
    institutions = forms.MultipleChoiceField(
        label=_("Only for some kinds of institutions"), required=False, widget=forms.CheckboxSelectMultiple
    )
    from_abroad = forms.BooleanField(label=_("Written for those who came from abroad"), required=False)
    review_after_months = forms.IntegerField(
        label=_("Look it over again after so many months"), min_value=1, max_value=60
    )
    saves = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, name_of: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        positions = {row.code: row.name for row in PositionType.objects.prefetch_related("names")}
        for family, field in FAMILY_FIELDS.items():
            names = positions if family == Family.POSITION else {}
            choices = [(code, names.get(code) or name_of(family, code)) for code in ALLOWED[family]]
            self.fields[field].choices = choices  # type: ignore[attr-defined]


class SourceForm(Form):
    """Where a fact can be checked; an empty line is no source."""

    who = forms.CharField(label=_("Who"), max_length=200)
    title = forms.CharField(label=_("What"), max_length=300)
    url = forms.URLField(label=_("Address"), required=False, max_length=500, assume_scheme="https")
    date = forms.RegexField(r"^\d{4}-\d{2}(-\d{2})?$", label=_("Seen (year-month)"), required=False)
    checked = forms.BooleanField(label=_("I opened it and it says so"), required=False)


SourcesFormSet = forms.formset_factory(SourceForm, extra=2, max_num=8, can_delete=True)


def sources_of(formset: Any) -> tuple[SourceData, ...]:
    rows = [form.cleaned_data for form in formset if form.cleaned_data and not form.cleaned_data.get("DELETE")]
    return tuple(SourceData(row["who"], row["title"], row["url"], row["date"], row["checked"]) for row in rows)


def filing_initial(content: Content, saves: int) -> dict[str, Any]:
    fields = {name: list(getattr(content, name)) for name in FAMILY_FIELDS.values()}
    return {
        **fields,
        "from_abroad": content.from_abroad,
        "review_after_months": content.review_after_months,
        "saves": saves,
    }


class NewForm(Form):
    """A new article: its title and its address."""

    title = forms.CharField(label=_("Title"), max_length=200)
    slug = forms.SlugField(
        label=_("Address"), max_length=80, help_text=_("Small letters, digits and hyphens. It cannot be changed later.")
    )


class ApproveForm(Form):
    """Approve now, or for a day to come."""

    publish_at = forms.DateTimeField(
        label=_("Publish at"),
        help_text=_("Leave empty to publish at once."),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
    )

    def when(self) -> datetime | None:
        at: datetime | None = self.cleaned_data["publish_at"]
        return at


class ReturnForm(Form):
    note = forms.CharField(label=_("What should change?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class ImportForm(Form):
    """A zip file with one folder for each article."""

    file = forms.FileField(label=_("Zip file with articles"))

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > LARGEST_ZIP:
            raise forms.ValidationError(_("The file holds too much."))
        return file


class HereForm(Form):
    """What readers of one institution get of a shared article."""

    kind = forms.ChoiceField(label=_("For our own readers"), choices=Overlay.Kind.choices, widget=forms.RadioSelect)
    body = forms.CharField(
        label=_("Our own rules or contact"),
        help_text=_("In the language of this page; Markdown as in an article."),
        required=False,
        max_length=LONGEST_BODY,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    replacement = forms.ModelChoiceField(
        Article.objects.none(), label=_("Our own article"), required=False, empty_label=_("None")
    )

    def offer(self, articles: QuerySet[Article]) -> None:
        """The articles that may take its place."""
        self.fields["replacement"].queryset = articles  # type: ignore[attr-defined]
