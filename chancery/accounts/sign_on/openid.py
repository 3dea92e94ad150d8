"""
OpenID Connect: the ID token is asked for, and believed only by its signature.

allauth takes the word of a token that came over a connection of its own. A server may stand behind a proxy
that others keep, and then the signature is all there is.
"""

import hmac
from hashlib import sha256
from typing import Any

import jwt
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import HttpRequest

from chancery.accounts.sign_on import refusing

# By a key that the server alone has: a shared secret, or none at all, proves nothing to a third party.
ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
NEEDED = ["iss", "sub", "aud", "exp", "iat", "nonce"]
NEEDED_ADDRESSES = ("authorization_endpoint", "token_endpoint", "jwks_uri", "issuer")
# Clocks of two machines are never quite the same.
LEEWAY_SECONDS = 60


def nonce_of(verifier: str) -> str:
    """The nonce of a sign-in: bound to its PKCE secret, which lies in the session until the sign-in ends."""
    return sha256(f"nonce:{verifier}".encode()).hexdigest()


class CheckedAnswers(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]  # allauth is untyped
    """The way to a server and back."""

    expected_nonce = ""

    @property
    def openid_config(self) -> dict[str, Any]:
        config: dict[str, Any] = super().openid_config
        if not all(isinstance(config.get(name), str) for name in NEEDED_ADDRESSES):
            raise refusing.not_proven(self.get_provider().name)
        return config

    def get_access_token_data(
        self, request: HttpRequest, app: Any, client: Any, pkce_code_verifier: str | None = None
    ) -> Any:
        self.expected_nonce = nonce_of(pkce_code_verifier or "")
        return super().get_access_token_data(request, app, client, pkce_code_verifier)

    def complete_login(self, request: HttpRequest, app: Any, token: Any, **kwargs: Any) -> Any:
        """Believe the ID token first; what the server says besides has to be about the same person."""
        claims = self._proven(str(kwargs["response"].get("id_token") or ""), app.client_id)
        told = self._fetch_user_info(token.token) if "userinfo_endpoint" in self.openid_config else {}
        if told.get("sub", claims["sub"]) != claims["sub"]:
            raise refusing.not_proven(app.name)
        return self.get_provider().sociallogin_from_response(request, {"userinfo": told_by(claims, told)})

    def _proven(self, token: str, client_id: str) -> dict[str, Any]:
        server = self.get_provider().name
        try:
            claims: dict[str, Any] = jwt.decode(
                token,
                key=self._key_of(token),
                algorithms=ALGORITHMS,
                audience=client_id,
                issuer=self.openid_config["issuer"],
                leeway=LEEWAY_SECONDS,
                options={"require": NEEDED},
            )
        except jwt.ExpiredSignatureError as error:
            raise refusing.too_old(server) from error
        except jwt.InvalidAudienceError as error:
            raise refusing.for_another(server) from error
        except jwt.PyJWTError as error:
            raise refusing.not_proven(server) from error
        if not hmac.compare_digest(str(claims["nonce"]), self.expected_nonce):
            raise refusing.not_asked_for(server)
        if claims.get("azp", client_id) != client_id:
            raise refusing.for_another(server)
        return claims

    def _key_of(self, token: str) -> jwt.PyJWK:
        """The key that a token names, or the only one. Errors: PyJWTError; RequestException."""
        with get_adapter().get_requests_session() as session:
            answer = session.get(self.openid_config["jwks_uri"])
            answer.raise_for_status()
            keys = [key for key in jwt.PyJWKSet.from_dict(answer.json()).keys if key.public_key_use != "enc"]
        name = jwt.get_unverified_header(token).get("kid")
        fitting = [key for key in keys if name is None or key.key_id == name]
        if len(fitting) != 1:
            raise jwt.InvalidKeyError("no key of this name")
        return fitting[0]


def told_by(claims: dict[str, Any], told: dict[str, Any]) -> dict[str, Any]:
    """What a server says of somebody; how they signed in is believed by the signature alone."""
    return {**claims, **told, "amr": claims.get("amr")}


class CheckedServer(OpenIDConnectProvider):  # type: ignore[misc]  # allauth is untyped
    """A server of `[[oidc]]`; addresses in the browser's bar change nothing of what it is asked."""

    oauth2_adapter_class = CheckedAnswers

    def get_pkce_params(self) -> dict[str, str]:
        params: dict[str, str] = super().get_pkce_params()
        return params | {"nonce": nonce_of(params["code_verifier"])}

    def get_auth_params_from_request(self, request: HttpRequest, action: str) -> Any:
        return self.get_auth_params()

    def get_scope_from_request(self, request: HttpRequest) -> Any:
        return self.get_scope()

    def sociallogin_from_response(self, request: HttpRequest, response: dict[str, Any]) -> Any:
        """Say with the sign-in whether the server asked for a second step (RFC 8176)."""
        login = super().sociallogin_from_response(request, response)
        methods = response["userinfo"].get("amr")
        login.has_second_step = isinstance(methods, list) and "mfa" in methods
        return login

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:
        """Keep nothing of what the server tells but who it is."""
        return {}
