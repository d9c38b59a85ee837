"""Addresses of people: sign-in, invitation, account. The names are those allauth looks for."""

from allauth.account import views as signing
from django.urls import include, path, re_path
from django.views.generic import RedirectView

from casement.rooms.people.web import views

urlpatterns = [
    path("sign-in/", signing.login, name="account_login"),
    path("sign-out/", signing.logout, name="account_logout"),
    path("sign-in/closed/", signing.account_inactive, name="account_inactive"),
    path("sign-in/no-account/", signing.signup, name="account_signup"),
    path("account/confirm/", signing.reauthenticate, name="account_reauthenticate"),
    path("account/password/", signing.password_change, name="account_change_password"),
    path("account/password/first/", signing.password_set, name="account_set_password"),
    path("sign-in/forgotten/", signing.password_reset, name="account_reset_password"),
    path("sign-in/forgotten/sent/", signing.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^sign-in/forgotten/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        signing.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "sign-in/forgotten/done/",
        signing.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    # The address somebody signs in with is not changed by themselves: whoever invited them knows them by it.
    path("account/email/", RedirectView.as_view(pattern_name="account"), name="account_email"),
    path("account/second-step/", include("allauth.mfa.urls")),
    path("account/", views.account, name="account"),
    path("account/name/", views.rename, name="account_rename"),
    path("account/sign-out-everywhere/", views.leave_elsewhere, name="account_leave"),
    path("invitation/<str:token>/", views.invitation, name="invitation"),
]
