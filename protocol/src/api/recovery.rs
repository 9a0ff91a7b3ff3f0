//! Getting keys back with colleagues (protocol 4.2). What is sealed or signed travels as bytes of `protocol::recovery`.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::encoding::{Bytes, FixedBytes};
use crate::id::{Hash, SignatureBytes, StaffId};

/// `PUT /api/v1/recovery/set`: a reader shares their keys among colleagues.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RecoverySetRequest {
    /// The sealed shares, signed by the reader (`protocol::recovery::ShareSet`).
    pub set: Bytes,
    /// The locked copy of the keys. Given to nobody but whoever asks, and only once a colleague gave a share.
    pub copy: Bytes,
}

/// `GET /api/v1/recovery`: who could get whose keys back, and who is asking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RecoveryView {
    /// Sets of shares, one for each reader who made one.
    pub sets: Vec<RecoverySetView>,
    /// Open requests.
    pub asks: Vec<RecoveryAskView>,
    /// When keys were recovered, newest first.
    pub uses: Vec<RecoveryUseView>,
}

/// One reader's shares and what their holders showed in a drill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RecoverySetView {
    /// Whose keys.
    pub staff: StaffId,
    /// The sealed shares.
    pub set: Bytes,
    /// The newest piece of each holder who showed one (`protocol::recovery::drill::Piece`).
    pub pieces: Vec<Bytes>,
}

/// Somebody who asks for their keys back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RecoveryAskView {
    /// Whose account.
    pub staff: StaffId,
    /// The request (`protocol::recovery::ask::Ask`).
    pub ask: Bytes,
    /// When it was made.
    pub asked_hour: u32,
    /// When it lapses.
    pub ends_hour: u32,
    /// Places of the shares that were given.
    pub given: Vec<u8>,
}

/// That keys were recovered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RecoveryUseView {
    /// Whose.
    pub staff: StaffId,
    /// When.
    pub hour: u32,
}

/// `PUT /api/v1/recovery/piece`: a holder shows that their share fits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RecoveryPieceRequest {
    /// Whose shares.
    pub staff: StaffId,
    /// What is shown.
    pub piece: Bytes,
}

/// `PUT /api/v1/recovery/gift`: a holder gives their share to whoever asked, after comparing six words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RecoveryGiftRequest {
    /// Whose keys.
    pub staff: StaffId,
    /// The request it answers, by its id.
    pub ask: Hash,
    /// The share, sealed anew (`protocol::recovery::gift::Gift`).
    pub gift: Bytes,
}

/// `POST /api/v1/schools/{slug}/recovery`: asks for keys back, with a code of the second factor.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RecoveryAskRequest {
    /// Sign-in name.
    pub user: String,
    /// Six digits of the second factor.
    pub code: String,
    /// The request.
    pub ask: Bytes,
    /// Sign-in secret derived from the new password and the new kit.
    pub auth: FixedBytes<32>,
    /// The fresh keys of the request, locked by the same two.
    pub vault: Bytes,
}

/// The request was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RecoveryAskAnswer {
    /// When it lapses.
    pub ends_hour: u32,
}

/// `POST /api/v1/schools/{slug}/recovery/look`: whether colleagues have given their shares.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RecoveryLookRequest {
    /// Sign-in name.
    pub user: String,
    /// Six digits of the second factor.
    pub code: String,
    /// Sign-in secret of the new password and the new kit.
    pub auth: FixedBytes<32>,
}

/// Where a request stands, for whoever made it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RecoveryLookAnswer {
    /// The request.
    pub ask: Bytes,
    /// Its keys, locked by the new password and the new kit.
    pub vault: Bytes,
    /// When it lapses.
    pub ends_hour: u32,
    /// The shares it is about.
    pub set: Bytes,
    /// What colleagues gave.
    pub gifts: Vec<Bytes>,
    /// The locked copy of the keys, once somebody gave.
    pub copy: Option<Bytes>,
}

/// `POST /api/v1/schools/{slug}/recovery/finish`: the recovered keys, locked by the new password and kit.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RecoveryFinishRequest {
    /// Sign-in name.
    pub user: String,
    /// Sign-in secret of the new password and the new kit, as in the request.
    pub auth: FixedBytes<32>,
    /// The recovered keys, sealed.
    pub vault: Bytes,
    /// By the recovered signing key: "reports/v1/new-secrets".
    pub signature: SignatureBytes,
    /// New shares, for the old ones know the old kit.
    pub shares: RecoverySetRequest,
}
