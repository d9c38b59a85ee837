"""Addresses of pages made of several rooms."""

from django.urls import path

from casement.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.home, name="home"),
    path("help/", views.help_list, name="help"),
    path("help/<slug:topic>/", views.topic, name="topic"),
    path("reviews/<ref>/", views.where, name="where"),
    path("reviews/<ref>/opened/<slug:thing>/<int:number>/", views.opened, name="opened"),
    path("reviews/<ref>/search/", views.search, name="search"),
]
