from __future__ import annotations

from veivalg.matching import Occupation, Skill, Vocabulary

OURS = Vocabulary(
    {"s:1": Skill("s:1", {"nb": "statistikk", "en": "statistics"}, {"en": ("stats",)}, kind="method", ours=True)},
    {
        "o:1": Occupation(
            "o:1", {"nb": "statistiker"}, sector="academia", isco="2120", essential=("s:1",), norwegian="C1", ours=True
        )
    },
)


def merged(skills=(), occupations=()):
    return OURS.merged_with(skills, occupations)


def test_our_label_wins_and_theirs_becomes_an_alias():
    skill = merged([Skill("s:1", {"en": "statistical science"}, {"en": ("data science",)})]).skills["s:1"]
    assert skill.labels["en"] == "statistics"
    assert skill.aliases["en"] == ("stats", "statistical science", "data science")
    assert skill.kind == "method"


def test_further_languages_and_concepts_are_added():
    vocabulary = merged([Skill("s:2", {"en": "GIS"})], [Occupation("o:1", {"en": "statistician"})])
    assert vocabulary.skills["s:2"].label("nb") == "GIS"
    assert vocabulary.occupations["o:1"].labels == {"nb": "statistiker", "en": "statistician"}


def test_curated_links_and_codes_stay():
    theirs = Occupation("o:1", {}, isco="9999", essential=("s:2", "s:1"), useful=("s:3",))
    occupation = merged([Skill("s:2", {"en": "a"}), Skill("s:3", {"en": "b"})], [theirs]).occupations["o:1"]
    assert occupation.essential == ("s:1",)
    assert occupation.useful == ()
    assert (occupation.isco, occupation.sector, occupation.norwegian) == ("2120", "academia", "C1")


def test_links_of_an_imported_occupation_are_replaced_by_newer_ones():
    imported = merged([Skill("s:2", {"en": "a"})], [Occupation("o:2", {"en": "x"}, essential=("s:1",))])
    newer = imported.merged_with([], [Occupation("o:2", {"en": "x"}, essential=("s:2",))])
    assert newer.occupations["o:2"].essential == ("s:2",)


def test_links_to_unknown_skills_are_left_out():
    vocabulary = merged(
        [Skill("s:2", {"en": "a"}, broader="s:9")], [Occupation("o:2", {"en": "x"}, useful=("s:9", "s:1"))]
    )
    assert vocabulary.occupations["o:2"].useful == ("s:1",)
    assert vocabulary.skills["s:2"].broader is None


def test_merging_twice_changes_nothing():
    extra = [Skill("s:1", {"en": "statistical science"}), Skill("s:2", {"en": "GIS"})]
    once = merged(extra)
    assert once.merged_with(extra, []).version == once.version
