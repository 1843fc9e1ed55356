from __future__ import annotations

from django.urls import path

from veivalg.competence import views_manage
from veivalg.competence.views import going_back, occupations, skills, texts, try_it

app_name = "competence"
urlpatterns = [
    path("try/", try_it.try_it, name="try"),
    path("me/competence/", texts.start, name="start"),
    path("me/competence/paste/", texts.paste, name="paste"),
    path("me/competence/upload/", texts.upload, name="upload"),
    path("me/competence/texts/<uuid:public_id>/", texts.text, name="text"),
    path("me/competence/texts/<uuid:public_id>/decide/", texts.decide, name="decide"),
    path("me/competence/texts/<uuid:public_id>/done/", texts.done, name="done"),
    path("me/competence/texts/<uuid:public_id>/keep/", texts.keep, name="keep"),
    path("me/competence/texts/<uuid:public_id>/delete/", texts.delete, name="delete-text"),
    path("me/competence/profile/", skills.profile, name="profile"),
    path("me/competence/skills/", skills.decide, name="skills"),
    path("me/competence/skills/add/", skills.add, name="add"),
    path("me/competence/skills/<int:claim_id>/", skills.skill, name="skill"),
    path("me/competence/occupations/", occupations.occupations, name="occupations"),
    path("me/competence/occupations/mark/", occupations.mark, name="mark"),
    path("me/competence/wishes/", occupations.wishes, name="wishes"),
    path("me/competence/undo/", going_back.undo, name="undo"),
    path("me/competence/delete/", skills.delete_all, name="delete-all"),
    path("operator/taxonomy/", views_manage.taxonomy, name="taxonomy"),
    path("operator/taxonomy/imports/<int:import_id>/", views_manage.import_page, name="import"),
    path("operator/taxonomy/imports/<int:import_id>/cancel/", views_manage.cancel, name="cancel-import"),
    path("operator/taxonomy/imports/<int:import_id>/restart/", views_manage.restart, name="restart-import"),
    path("operator/taxonomy/editions/<int:edition_id>/use/", views_manage.use_edition, name="use-edition"),
]
