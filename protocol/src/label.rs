//! Every domain-separation label of format v1, in one list. A value made for one purpose can therefore never
//! be taken for another: two purposes with the same bytes would show here, and a test looks for it.
//! A new format version takes new labels.

/// What a hash, a derived key, a signature or an HPKE context is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Label {
    // ---- envelope (protocol 2.3) ----
    /// Header hash.
    Header,
    /// Name of an encryption key.
    KeyId,
    /// Body key of STREAM.
    BodyKey,
    /// Nonce prefix of STREAM.
    BodyNonce,
    /// Key commitment.
    Commit,
    /// Key and nonce prefix of an attachment.
    Attachment,
    /// HPKE info of a slot.
    Slot,
    /// Additional data of the notice in a slot.
    Notice,
    /// Additional data of the wrapped content key in a slot.
    Wrap,
    /// The pupil's own slot.
    OwnSlot,
    // ---- thread (protocol 3.4) ----
    /// Thread id.
    Thread,
    /// Pre-shared key of a thread.
    ThreadPsk,
    /// Key of the case tags in the audit log.
    Audit,
    /// Signature of a reply.
    ReplySig,
    /// Signature of a follow-up.
    FollowUpSig,
    /// Signature of an internal note.
    NoteSig,
    /// Signature of a re-wrap for a new reader.
    RewrapSig,
    // ---- receipt code and mailbox (protocol 3.1 to 3.3) ----
    /// Check bits of a receipt code.
    Phrase,
    /// Argon2id salt of a school's mailboxes.
    MailboxSalt,
    /// Extraction of a mailbox's keys.
    Mailbox,
    /// Mailbox id.
    MailboxId,
    /// Mailbox token.
    MailboxToken,
    /// Seed of the mailbox's X-Wing key.
    MailboxKem,
    /// Symmetric key of the own slot.
    MailboxSelf,
    /// Seed of the mailbox's signing key.
    MailboxSig,
    /// What the server keeps of a mailbox token.
    MailboxVerifier,
    // ---- gateway (protocol 3.5) ----
    /// HPKE info of a sealed request.
    Gateway,
    /// HPKE export from which answers are sealed.
    GatewayResponse,
    /// Key of one answer.
    GatewayAnswerKey,
    /// Nonce of one answer.
    GatewayAnswerNonce,
    /// Seed of a school's gateway key, from the server's secret.
    GatewaySeed,
    /// Seed of the log's signing key, from the server's secret.
    LogSeed,
    // ---- moving to another device (protocol 3.6) ----
    /// Extraction of the keys of one move.
    Move,
    /// Where a server keeps what is moved.
    MoveId,
    /// Key of what is moved.
    MoveKey,
    // ---- puzzle (protocol 7) ----
    /// Key of a school's puzzle challenges, from the server's secret.
    PuzzleKey,
    /// Code of one challenge: shows that a node of this server made it.
    PuzzleCode,
    /// What a puzzle is tied to: the sealed bytes of its frame.
    PuzzleSubject,
    /// Term code of a poster, from the server's secret.
    TermCode,
    // ---- staff (protocol 4) ----
    /// Sign-in secret.
    StaffAuth,
    /// Key that locks the vault.
    StaffKek,
    /// Single-use key of one sealed vault.
    Vault,
    /// Extraction of a reader's private symmetric keys.
    ReaderSelf,
    /// Single-use key of one sealed bookmark.
    Bookmark,
    /// Proof that someone holds the private halves of their keys.
    KeyProof,
    /// The words two people compare face to face.
    KeyWords,
    /// Signed word that a reader's cases were handed over.
    HandOver,
    /// Signed request to open a case.
    ReleaseRequest,
    /// Checksum of a printed account secret.
    KitAccount,
    /// Checksum of a printed root key.
    KitRoot,
    // ---- recovery (protocol 4.2) ----
    /// Hash of the head of a set of recovery shares.
    Recovery,
    /// Commitment to a recovery key.
    RecoveryCommit,
    /// Key of the copy of a reader's keys that a recovery key opens.
    RecoveryCopy,
    /// Key of the share that a printed account secret opens.
    RecoveryKit,
    /// HPKE info of a share.
    RecoveryShare,
    /// A reader's signature under their own set of shares.
    RecoverySig,
    /// What a drill of a set must give.
    RecoveryDrill,
    /// A holder's signed part of a drill.
    RecoveryPiece,
    /// Signature of somebody who asks for their keys back.
    RecoveryAsk,
    /// The words that are compared before a share is given.
    RecoveryWords,
    /// HPKE info of a share given on.
    RecoveryGift,
    /// A holder's signature under a share given on.
    RecoveryGiftSig,
    /// Signature under a new password and kit, by the keys they lock.
    NewSecrets,
    // ---- directory and log (protocol 5 and 6) ----
    /// A founder's root key speaks for their account and their keys.
    Founder,
    /// The words founders compare face to face.
    FounderWords,
    /// Root fingerprint.
    Root,
    /// Directory hash.
    Directory,
    /// Signature of a directory.
    DirectorySig,
    /// Commitment in a log leaf.
    Leaf,
}

impl Label {
    /// Every label there is.
    pub const ALL: &'static [Self] = &[
        Self::Header,
        Self::KeyId,
        Self::BodyKey,
        Self::BodyNonce,
        Self::Commit,
        Self::Attachment,
        Self::Slot,
        Self::Notice,
        Self::Wrap,
        Self::OwnSlot,
        Self::Thread,
        Self::ThreadPsk,
        Self::Audit,
        Self::ReplySig,
        Self::FollowUpSig,
        Self::NoteSig,
        Self::RewrapSig,
        Self::Phrase,
        Self::MailboxSalt,
        Self::Mailbox,
        Self::MailboxId,
        Self::MailboxToken,
        Self::MailboxKem,
        Self::MailboxSelf,
        Self::MailboxSig,
        Self::MailboxVerifier,
        Self::Gateway,
        Self::GatewayResponse,
        Self::GatewayAnswerKey,
        Self::GatewayAnswerNonce,
        Self::GatewaySeed,
        Self::LogSeed,
        Self::Move,
        Self::MoveId,
        Self::MoveKey,
        Self::PuzzleKey,
        Self::PuzzleCode,
        Self::PuzzleSubject,
        Self::TermCode,
        Self::StaffAuth,
        Self::StaffKek,
        Self::Vault,
        Self::ReaderSelf,
        Self::Bookmark,
        Self::KeyProof,
        Self::KeyWords,
        Self::HandOver,
        Self::ReleaseRequest,
        Self::KitAccount,
        Self::KitRoot,
        Self::Recovery,
        Self::RecoveryCommit,
        Self::RecoveryCopy,
        Self::RecoveryKit,
        Self::RecoveryShare,
        Self::RecoverySig,
        Self::RecoveryDrill,
        Self::RecoveryPiece,
        Self::RecoveryAsk,
        Self::RecoveryWords,
        Self::RecoveryGift,
        Self::RecoveryGiftSig,
        Self::NewSecrets,
        Self::Founder,
        Self::FounderWords,
        Self::Root,
        Self::Directory,
        Self::DirectorySig,
        Self::Leaf,
    ];

    /// The label as it enters hashes and derivations.
    #[must_use]
    pub const fn bytes(self) -> &'static [u8] {
        self.text().as_bytes()
    }

    /// The label as it is written in the specification.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Header => "reports/v1/header",
            Self::KeyId => "reports/v1/key-id",
            Self::BodyKey => "reports/v1/body-key",
            Self::BodyNonce => "reports/v1/body-nonce",
            Self::Commit => "reports/v1/commit",
            Self::Attachment => "reports/v1/attachment",
            Self::Slot => "reports/v1/slot",
            Self::Notice => "reports/v1/notice",
            Self::Wrap => "reports/v1/wrap",
            Self::OwnSlot => "reports/v1/own-slot",
            Self::Thread => "reports/v1/thread",
            Self::ThreadPsk => "reports/v1/thread-psk",
            Self::Audit => "reports/v1/audit",
            Self::ReplySig => "reports/v1/reply-sig",
            Self::FollowUpSig => "reports/v1/followup-sig",
            Self::NoteSig => "reports/v1/note-sig",
            Self::RewrapSig => "reports/v1/rewrap-sig",
            Self::Phrase => "reports/v1/phrase",
            Self::MailboxSalt => "reports/v1/mailbox-salt",
            Self::Mailbox => "reports/v1/mailbox",
            Self::MailboxId => "reports/v1/mailbox-id",
            Self::MailboxToken => "reports/v1/mailbox-token",
            Self::MailboxKem => "reports/v1/mailbox-kem",
            Self::MailboxSelf => "reports/v1/mailbox-self",
            Self::MailboxSig => "reports/v1/mailbox-sig",
            Self::MailboxVerifier => "reports/v1/mailbox-verifier",
            Self::Gateway => "reports/v1/gw",
            Self::GatewayResponse => "reports/v1/gw-response",
            Self::GatewayAnswerKey => "reports/v1/gw-answer-key",
            Self::GatewayAnswerNonce => "reports/v1/gw-answer-nonce",
            Self::GatewaySeed => "reports/v1/gw-seed",
            Self::LogSeed => "reports/v1/log-seed",
            Self::Move => "reports/v1/move",
            Self::MoveId => "reports/v1/move-id",
            Self::MoveKey => "reports/v1/move-key",
            Self::PuzzleKey => "reports/v1/puzzle-key",
            Self::PuzzleCode => "reports/v1/puzzle-code",
            Self::PuzzleSubject => "reports/v1/puzzle-subject",
            Self::TermCode => "reports/v1/term-code",
            Self::StaffAuth => "reports/v1/staff-auth",
            Self::StaffKek => "reports/v1/staff-kek",
            Self::Vault => "reports/v1/vault",
            Self::ReaderSelf => "reports/v1/reader-self",
            Self::Bookmark => "reports/v1/bookmark",
            Self::KeyProof => "reports/v1/key-proof",
            Self::KeyWords => "reports/v1/key-words",
            Self::HandOver => "reports/v1/hand-over",
            Self::ReleaseRequest => "reports/v1/release-request",
            Self::KitAccount => "reports/v1/kit-account",
            Self::KitRoot => "reports/v1/kit-root",
            Self::Recovery => "reports/v1/recovery",
            Self::RecoveryCommit => "reports/v1/recovery-commit",
            Self::RecoveryCopy => "reports/v1/recovery-copy",
            Self::RecoveryKit => "reports/v1/recovery-kit",
            Self::RecoveryShare => "reports/v1/recovery-share",
            Self::RecoverySig => "reports/v1/recovery-sig",
            Self::RecoveryDrill => "reports/v1/recovery-drill",
            Self::RecoveryPiece => "reports/v1/recovery-piece",
            Self::RecoveryAsk => "reports/v1/recovery-ask",
            Self::RecoveryWords => "reports/v1/recovery-words",
            Self::RecoveryGift => "reports/v1/recovery-gift",
            Self::RecoveryGiftSig => "reports/v1/recovery-gift-sig",
            Self::NewSecrets => "reports/v1/new-secrets",
            Self::Founder => "reports/v1/founder",
            Self::FounderWords => "reports/v1/founder-words",
            Self::Root => "reports/v1/root",
            Self::Directory => "reports/v1/directory",
            Self::DirectorySig => "reports/v1/directory-sig",
            Self::Leaf => "reports/v1/leaf",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Label;

    #[test]
    fn every_purpose_has_its_own_label() {
        for (i, a) in Label::ALL.iter().enumerate() {
            assert!(a.text().starts_with("reports/v1/"));
            for b in &Label::ALL[..i] {
                assert_ne!(a.text(), b.text());
            }
        }
    }
}
