from __future__ import annotations

from django.urls import path

from veivalg.library import views, views_desk, views_here, views_write

app_name = "library"
urlpatterns = [
    path("", views.shelf, name="shelf"),
    path("kept/", views.kept, name="kept"),
    path("desk/", views_desk.overview, name="desk"),
    path("desk/new/", views_write.new, name="desk-new"),
    path("desk/bring/", views_write.bring, name="desk-bring"),
    path("desk/preview/", views_write.preview, name="desk-preview"),
    path("desk/<slug:slug>/", views_desk.article, name="desk-article"),
    path("desk/<slug:slug>/archive/", views_desk.archive, name="desk-archive"),
    path("desk/<slug:slug>/begin/", views_write.begin, name="desk-begin"),
    path("desk/<slug:slug>/confirm/", views_desk.confirm, name="desk-confirm"),
    path("desk/<slug:slug>/export/", views_desk.export, name="desk-export"),
    path("desk/<slug:slug>/revive/", views_desk.revive, name="desk-revive"),
    path("desk/<slug:slug>/<int:number>/", views_desk.revision, name="desk-revision"),
    path("desk/<slug:slug>/<int:number>/approve/", views_desk.approve, name="desk-approve"),
    path("desk/<slug:slug>/<int:number>/back/", views_desk.send_back, name="desk-back"),
    path("desk/<slug:slug>/<int:number>/compare/<int:other>/", views_desk.compare, name="desk-compare"),
    path("desk/<slug:slug>/<int:number>/drop/", views_write.drop, name="desk-drop"),
    path("desk/<slug:slug>/<int:number>/filing/", views_write.filing, name="desk-filing"),
    path("desk/<slug:slug>/<int:number>/restore/", views_write.restore, name="desk-restore"),
    path("desk/<slug:slug>/<int:number>/send/", views_write.send, name="desk-send"),
    path("desk/<slug:slug>/<int:number>/words/<slug:language>/", views_write.words, name="desk-words"),
    path("<slug:slug>/", views.article, name="article"),
    path("<slug:slug>/here/", views_here.here, name="here"),
    path("<slug:slug>/helpful/", views.helpful, name="helpful"),
    path("<slug:slug>/keep/", views.keep, name="keep"),
]
