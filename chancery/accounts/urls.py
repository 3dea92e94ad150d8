"""Addresses of signing in, of one's own account, and of the team of an office."""

from allauth.account import views as entrance
from allauth.mfa.base import views as second_step
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount import views as single_sign_on
from django.urls import URLPattern, URLResolver, include, path, re_path

from chancery.accounts.views import (
    accent,
    account,
    founding,
    history,
    inviting,
    joining,
    lists,
    ministry,
    parting,
    posts,
    provisioning,
    recovery,
    saml,
    scim,
    seal,
    sign_on,
    signing,
    team,
)

SIGNING_IN: list[URLPattern | URLResolver] = [
    path("login/", entrance.login, name="account_login"),
    path("logout/", signing.SignOut.as_view(), name="account_logout"),
    path("inactive/", entrance.account_inactive, name="account_inactive"),
    path("signup/", entrance.signup, name="account_signup"),
    path("reauthenticate/", entrance.reauthenticate, name="account_reauthenticate"),
    path("password/change/", entrance.password_change, name="account_change_password"),
    path("password/set/", entrance.password_set, name="account_set_password"),
    path("password/reset/", entrance.password_reset, name="account_reset_password"),
    path("password/reset/done/", entrance.password_reset_done, name="account_reset_password_done"),
    path(
        "password/reset/key/done/",
        entrance.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        entrance.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
]

SECOND_STEP: list[URLPattern | URLResolver] = [
    path("", account.to_mine, name="mfa_index"),
    path("authenticate/", second_step.authenticate, name="mfa_authenticate"),
    path("reauthenticate/", second_step.reauthenticate, name="mfa_reauthenticate"),
    path("totp/activate/", signing.SetUpApp.as_view(), name="mfa_activate_totp"),
    path("totp/deactivate/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("recovery-codes/", recovery.codes, name="recovery_codes"),
    path("passkeys/", account.to_mine, name="mfa_list_webauthn"),
    path("passkeys/add/", signing.AddPasskey.as_view(), name="mfa_add_webauthn"),
    path("passkeys/login/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("passkeys/reauthenticate/", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("passkeys/<int:pk>/remove/", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
    path("passkeys/<int:pk>/edit/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
]

SINGLE_SIGN_ON: list[URLPattern | URLResolver] = [
    path("", single_sign_on.connections, name="socialaccount_connections"),
    path("cancelled/", single_sign_on.login_cancelled, name="socialaccount_login_cancelled"),
    path("error/", single_sign_on.login_error, name="socialaccount_login_error"),
    path("signup/", single_sign_on.signup, name="socialaccount_signup"),
]

OWN: list[URLPattern | URLResolver] = [
    path("account/", account.mine, name="mine"),
    path("account/sign-out-everywhere/", account.sign_out_everywhere, name="sign_out_everywhere"),
    path("account/sessions/<slug:code>/end/", account.end_session, name="end_session"),
    path("account/second-step/asked/", signing.second_step, name="second_step"),
    path("account/keep/", signing.keep, name="keep"),
    path("account/lists/", lists.density, name="density"),
    path("account/link/<str:key>/", signing.link, name="link"),
    path("account/address/", account.address, name="address"),
    path("account/address/<str:token>/", account.confirm_address, name="confirm_address"),
    path("account/invitation/<str:key>/", joining.invitation, name="invitation"),
    path("accent/<slug:digits>.css", accent.accent_of, name="accent_of"),
    path("o/<slug:ref>/accent.css", accent.accent, name="accent"),
    path("o/<slug:ref>/history/", history.lines, name="history"),
    path("o/<slug:ref>/history/seal/", seal.seal, name="seal"),
    path("o/<slug:ref>/history/seal/<int:number>/receipt/", seal.receipt, name="seal_receipt"),
    path("o/<slug:ref>/history/seal/checks/<slug:job>/", seal.progress, name="seal_progress"),
    path("o/<slug:ref>/history/seal/checks/<slug:job>/stop/", seal.stop, name="stop_seal"),
    path("o/<slug:ref>/history/<int:number>/undo/", history.undo, name="undo"),
    path("o/<slug:ref>/team/", team.members, name="team"),
    path("o/<slug:ref>/team/invite/", inviting.invite, name="invite"),
    path("o/<slug:ref>/team/invitations/<slug:code>/again/", inviting.send_again, name="send_again"),
    path("o/<slug:ref>/team/invitations/<slug:code>/withdraw/", inviting.withdraw, name="withdraw"),
    path("o/<slug:ref>/team/members/<slug:code>/", team.member, name="member"),
    path("o/<slug:ref>/team/members/<slug:code>/remove/", team.remove_member, name="remove_member"),
    path("o/<slug:ref>/team/ministry/", ministry.ministry, name="ministry"),
    path("o/<slug:ref>/team/ministry/leave/", ministry.leave, name="leave_ministry"),
    path("o/<slug:ref>/team/ministry/invitations/<slug:code>/", ministry.accept, name="accept_ministry"),
    path(
        "o/<slug:ref>/team/ministry/invitations/<slug:code>/decline/",
        ministry.decline,
        name="decline_ministry",
    ),
    path("o/<slug:ref>/team/parting/<slug:job>/", parting.parting, name="parting"),
    path("o/<slug:ref>/team/parting/<slug:job>/progress/", parting.progress, name="parting_progress"),
    path("o/<slug:ref>/team/posts/", posts.posts_page, name="posts"),
    path("o/<slug:ref>/team/posts/new/", founding.found, name="found_post"),
    path("o/<slug:ref>/team/posts/attach/<slug:post>/", posts.attach, name="attach_post"),
    path("o/<slug:ref>/team/posts/invitations/<slug:code>/withdraw/", posts.withdraw, name="withdraw_post"),
    path("o/<slug:ref>/team/posts/of/<slug:post>/owner/", founding.first_owner, name="first_owner"),
    path("o/<slug:ref>/team/posts/of/<slug:post>/release/", posts.release, name="release_post"),
    path("o/<slug:ref>/team/directory/", provisioning.groups, name="provisioning"),
    path("o/<slug:ref>/team/teams/new/", team.new_team, name="new_team"),
    path("o/<slug:ref>/team/teams/<slug:code>/", team.edit_team, name="edit_team"),
    path("o/<slug:ref>/team/teams/<slug:code>/dissolve/", team.dissolve_team, name="dissolve_team"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("scim/v2/<path:what>", scim.answer, name="scim"),
    path("", include((OWN, "accounts"))),
    path("account/language/", signing.set_language, name="set_language"),
    path("account/", include(SIGNING_IN)),
    path("account/second-step/", include(SECOND_STEP)),
    path("account/single-sign-on/", include(SINGLE_SIGN_ON)),
    path("account/saml/<str:key>/login/", saml.login, name="saml_login"),
    path("account/saml/<str:key>/acs/", saml.answer, name="saml_acs"),
    path("account/saml/<str:key>/acs/finish/", saml.finish, name="saml_finish"),
    path("account/saml/<str:key>/metadata/", saml.metadata, name="saml_metadata"),
    path("account/oidc/<str:provider_id>/login/", sign_on.openid_login, name="openid_connect_login"),
    path(
        "account/oidc/<str:provider_id>/login/callback/",
        sign_on.openid_callback,
        name="openid_connect_callback",
    ),
]
