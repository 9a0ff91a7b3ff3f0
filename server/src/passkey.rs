//! Passkeys as a second factor. `webauthn-rs` asks and checks; here stands for which host, and what becomes of it.
//!
//! Promise: an answer counts once, within five minutes, on the host it was asked on, for the school and the purpose it
//! was asked for, from the person whose passkey it is, and only when the device looked at who holds it (a PIN, a finger,
//! a face). A device whose count of uses does not go on is refused: it was copied. No attestation is asked for, so
//! nothing is learned of the make of a device, and no list of trusted makes has to be kept. The key never leaves the
//! device; without the password and the account secret it opens nothing.

pub mod ticket;

use protocol::api::{AddPasskeyRequest, PasskeyChallenge, PasskeyOptions, PasskeyProof, StaffView};
use protocol::encoding::{Bytes, to_base64url};
use protocol::id::StaffId;
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Webauthn, WebauthnBuilder,
};
use webauthn_rs_proto::{AuthenticatorAssertionResponseRaw, AuthenticatorAttestationResponseRaw};

use crate::store::{School, StoredPasskey};

/// What WebAuthn calls every credential of ours.
const KIND: &str = "public-key";

/// The host that passkeys of a school belong to: WebAuthn's relying party.
pub struct House {
    host: String,
    webauthn: Webauthn,
}

impl House {
    /// The host in the school's settings; without one, the host that was asked. `None` for a bare address: passkeys
    /// belong to names.
    #[must_use]
    pub fn of(school: &School, asked: &str) -> Option<Self> {
        let host = school.host.clone().unwrap_or_else(|| asked.to_owned());
        let origin = Url::parse(&format!("https://{host}")).ok()?;
        let mut builder = WebauthnBuilder::new(&host, &origin)
            .ok()?
            .rp_name("Sotto")
            .allow_any_port(true);
        if host == "localhost" {
            // Browsers let a page of this very machine go without TLS, and no other.
            builder = builder.append_allowed_origin(&Url::parse("http://localhost").ok()?);
        }
        let webauthn = builder.build().ok()?;
        Some(Self { host, webauthn })
    }

    /// What a device needs to make a passkey for somebody, and what [`Self::made`] needs afterwards.
    #[must_use]
    pub fn ask_to_make(
        &self,
        person: &StaffView,
        known: Vec<StoredPasskey>,
    ) -> Option<(PasskeyOptions, PasskeyRegistration)> {
        // The list of those there are is a hint to the device; the table's key is what refuses a second one.
        let (asked, state) = self
            .webauthn
            .start_passkey_registration(person.staff.0, &person.user, &person.name, None)
            .ok()?;
        let asked = asked.public_key;
        let algorithms = asked.pub_key_cred_params.iter();
        let options = PasskeyOptions {
            ticket: Bytes(Vec::new()),
            challenge: Bytes(asked.challenge),
            host: self.host.clone(),
            algorithms: algorithms
                .filter_map(|one| i32::try_from(one.alg).ok())
                .collect(),
            staff: person.staff,
            user: person.user.clone(),
            name: person.name.clone(),
            known: known
                .into_iter()
                .map(|one| Bytes(one.credential_id))
                .collect(),
        };
        Some((options, state))
    }

    /// The passkey that was made, if it was made as it was asked for.
    #[must_use]
    pub fn made(&self, made: &AddPasskeyRequest, state: &PasskeyRegistration) -> Option<Passkey> {
        let credential = RegisterPublicKeyCredential {
            id: to_base64url(&made.credential.0),
            raw_id: made.credential.0.clone(),
            response: AuthenticatorAttestationResponseRaw {
                attestation_object: made.attestation.0.clone(),
                client_data_json: made.client_data.0.clone(),
                transports: None,
            },
            type_: KIND.to_owned(),
            extensions: Default::default(),
        };
        self.webauthn
            .finish_passkey_registration(&credential, state)
            .ok()
            // What the device signed says which passkey it is; the name beside it must be the same.
            .filter(|passkey| passkey.cred_id().as_slice() == made.credential.0)
    }

    /// What to show a passkey for. It names nobody: a device finds by itself which of its passkeys are for this host.
    #[must_use]
    pub fn ask_to_show(&self) -> Option<(PasskeyChallenge, DiscoverableAuthentication)> {
        let (asked, state) = self.webauthn.start_discoverable_authentication().ok()?;
        let challenge = PasskeyChallenge {
            ticket: Bytes(Vec::new()),
            challenge: Bytes(asked.public_key.challenge),
            host: self.host.clone(),
        };
        Some((challenge, state))
    }

    /// The passkey of this person that was shown, with its uses counted on.
    #[must_use]
    pub fn shown(
        &self,
        staff: StaffId,
        shown: &PasskeyProof,
        state: DiscoverableAuthentication,
        kept: &StoredPasskey,
    ) -> Option<Passkey> {
        let credential = PublicKeyCredential {
            id: to_base64url(&shown.credential.0),
            raw_id: shown.credential.0.clone(),
            response: AuthenticatorAssertionResponseRaw {
                authenticator_data: shown.authenticator_data.0.clone(),
                client_data_json: shown.client_data.0.clone(),
                signature: shown.signature.0.clone(),
                user_handle: Some(shown.holder.0.clone()),
            },
            extensions: Default::default(),
            type_: KIND.to_owned(),
        };
        let (holder, _) = self
            .webauthn
            .identify_discoverable_authentication(&credential)
            .ok()?;
        let mut passkey = kept.passkey()?;
        let result = self
            .webauthn
            .finish_discoverable_authentication_v2(&credential, state, &passkey)
            .ok()?;
        passkey.update_credential(&result)?;
        (holder == staff.0).then_some(passkey)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::id::SchoolId;
    use uuid::Uuid;

    fn school(host: Option<&str>) -> School {
        School {
            id: SchoolId(Uuid::nil()),
            slug: "one".to_owned(),
            name: "One".to_owned(),
            demo: false,
            region: "gb-eng".to_owned(),
            host: host.map(str::to_owned),
            calendar: String::new(),
            publication_delay_minutes: 0,
        }
    }

    // R41: passkeys belong to the school's host, whatever a request calls itself.
    #[test]
    fn the_host_is_the_one_in_the_settings() {
        let host = |set, asked| House::of(&school(set), asked).map(|house| house.host);
        let ours = "reports.example.school";
        assert_eq!(host(Some(ours), "evil.example").as_deref(), Some(ours));
        assert_eq!(host(None, ours).as_deref(), Some(ours));
        assert_eq!(host(None, "localhost").as_deref(), Some("localhost"));
        for nameless in ["", "127.0.0.1", "[::1]", "a b", "a/b", "a@b", "a:1"] {
            assert_eq!(host(None, nameless), None, "{nameless}");
        }
    }

    #[test]
    fn only_this_very_machine_goes_without_tls() {
        let origins = |host| {
            let house = House::of(&school(None), host).unwrap();
            let origins = house.webauthn.get_allowed_origins();
            origins.iter().map(Url::to_string).collect::<Vec<_>>()
        };
        assert_eq!(
            origins("one.example.school"),
            ["https://one.example.school/"]
        );
        assert_eq!(
            origins("localhost"),
            ["https://localhost/", "http://localhost/"]
        );
    }
}
