"""Addresses of the letters room: below /reviews/<ref>/, and /site/letters/ for the texts of the installation."""

from django.urls import include, path

from casement.foundation.web import both
from casement.rooms.letters.web import site_views, views

app_name = "letters"
inside = [
    path("letters/", views.letters, name="letters"),
    path("letters/new/", both(views.new, views.write_letter), name="new"),
    path("letters/sent/", views.sent, name="sent"),
    path("letters/<int:number>/", both(views.letter, views.fill_letter), name="letter"),
    path("letters/<int:number>/sending/", both(views.sending, views.send_letter), name="sending"),
    path("letters/<int:number>/throwing-away/", views.throw_letter_away, name="throw_away"),
    path("letters/<int:number>/letter.docx", views.as_docx, name="docx"),
    path("letters/<int:number>/letter.pdf", views.as_pdf, name="pdf"),
    path("my-letters/", views.mine, name="mine"),
    path("my-letters/<int:number>/", views.my_letter, name="my_letter"),
    path("my-letters/<int:number>/reading/", views.confirm_letter, name="confirm"),
    path("my-letters/<int:number>/letter.pdf", views.my_pdf, name="my_pdf"),
]
urlpatterns = [
    path("site/letters/", site_views.texts, name="texts"),
    path("site/letters/<slug:key>/<slug:language>/", both(site_views.text, site_views.write_wording), name="text"),
    path("site/letters/<slug:key>/<slug:language>/<int:number>/", site_views.wording, name="wording"),
    path(
        "site/letters/<slug:key>/<slug:language>/<int:number>/use/",
        both(site_views.wording, site_views.use_wording),
        name="use",
    ),
    path("reviews/<ref>/", include(inside)),
]
