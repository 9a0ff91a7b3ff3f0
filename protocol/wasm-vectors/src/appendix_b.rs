//! The permanent vectors of format v1, fixed before this code was written. They never change.

use hex_literal::hex;
use protocol::content::ContentKey;
use protocol::encoding::FixedBytes;
use protocol::header::{DirectoryRef, Header, Kind, Place};
use protocol::id::{CaseId, MessageId, SchoolId, StaffId};
use protocol::kdf::{Prk, Stretching, derive_sha256, derive_stretched};
use protocol::label::Label;
use protocol::mailbox::{Mailbox, derive_salt, derive_verifier};
use protocol::padding::pad;
use protocol::root::RootSet;
use protocol::thread::{Thread, derive_thread_id};
use protocol::vault::{AccountSecret, StaffKeys};
use protocol::{audit, own_slot};
use zeroize::Zeroizing;

use crate::{Failure, Outcome, agree};

const ROOT: [u8; 32] = hex!("fe199b9a2a2d818063605e01f9bb0d741868e27eedaed1a5b50227a55f9bcd15");
const SELF_KEY: [u8; 32] = hex!("fabab5ec69083466b1df646556c50cb6ba16d29c90885073b55c26397250a897");

/// Words, stretched, and every key of the mailbox.
pub fn mailbox() -> Result<Outcome, Failure> {
    let school = SchoolId::from_bytes([0x11; 16]);
    // A test of the string alone: the check bits of these words were never meant to hold.
    let words = b"abandon ability able about above absent absorb";
    let root =
        derive_stretched(words, &derive_salt(school), Stretching::MAILBOX).map_err(|_| "memory")?;
    agree(*root, ROOT, "root")?;
    let mailbox = Mailbox::derive_from_root(&root);
    agree(
        mailbox.id().0,
        hex!("05663cb4770111a6cf4d55362e066ec6"),
        "id",
    )?;
    agree(
        **mailbox.token(),
        hex!("e29b8300bff58346c9721be8da981dd64d8e72f1ab4ae86e097df12f640ff30d"),
        "token",
    )?;
    let verifier = hex!("3e194d5312ccfdca6f9acced748fa6516cf595e1066f3d904674c7b4a8373aa8");
    agree(mailbox.verifier().0, verifier, "verifier")?;
    agree(
        derive_verifier(mailbox.token()).0,
        verifier,
        "verifier of the server",
    )?;
    agree(**mailbox.self_key(), SELF_KEY, "self")?;
    agree(
        mailbox.kem().public().id().0,
        hex!("fdfda50df9f2e0ef64af6ee8f894f284"),
        "key id",
    )?;
    // The two seeds do not leave their keys; the same derivation beside it must give them.
    let prk = Prk::derive(Label::Mailbox.bytes(), &ROOT);
    agree(
        *prk.expand::<32>(Label::MailboxKem, &[]),
        hex!("76135e7b7600a281f36a4c03653aa3c2b85297d226971adf5d87278ea64b2f58"),
        "kem seed",
    )?;
    agree(
        *prk.expand::<32>(Label::MailboxSig, &[]),
        hex!("5b087e331f0af80d42d9e1af9cbd2c46b10ce9672896e7306c02a151519e0d2c"),
        "sig seed",
    )?;
    Ok(Outcome::Agreed(9))
}

/// Header hash, content keys, own slot, body, thread, attachment.
pub fn envelope() -> Result<Outcome, Failure> {
    let place = Place {
        school: SchoolId::from_bytes([0x11; 16]),
        case: CaseId::from_bytes([0x22; 16]),
        message: MessageId::from_bytes([0x33; 16]),
        directory: DirectoryRef {
            version: 7,
            hash: FixedBytes([0x44; 32]),
        },
    };
    let keys = vec![FixedBytes([0x55; 16]), FixedBytes([0x66; 16])];
    let header = Header::new(Kind::Report, place, 8192, keys).map_err(|_| "header")?;
    let hh = header.hash();
    agree(
        hh.0,
        hex!("e788a23546926af7f350184fe54944eaf0dd5ab54b2b1e08d52c997cd575e250"),
        "hh",
    )?;

    let prk = Prk::derive(&hh.0, &[0x77; 32]);
    agree(
        *prk.expand::<32>(Label::BodyKey, &[]),
        hex!("b0c057ef237fdec533830ac1d1aeebae68d3dd84e8e3a0e14613cbf045945034"),
        "body key",
    )?;
    agree(
        *prk.expand::<7>(Label::BodyNonce, &[]),
        hex!("775bc98db5fe61"),
        "body nonce",
    )?;

    let key = ContentKey::from_bytes(Zeroizing::new([0x77; 32]));
    let content = key.derive(&hh);
    let commitment = content.commitment();
    agree(
        commitment.0,
        hex!("2030864eb1521f3c251f37eec7fe9943834ec6eae8a4759038a7c059e4a68650"),
        "commit",
    )?;
    let own = own_slot::seal(&SELF_KEY, &hh, &commitment, &key);
    agree(
        own.0,
        hex!(
            "ce7f503898b9fafe95798aac0ebcfba8bcad43fc1938bd525e92747924cecbee"
            "bb2be33a28f1e47b6f7f0c560d4126a3"
        ),
        "own slot",
    )?;
    let body = content.seal_body(&pad(b"hello", 8192).map_err(|_| "padding")?);
    let body_hash = derive_sha256(&body);
    agree(
        (body.len(), body_hash),
        (
            8208,
            hex!("3f63969d969a10650addba327f11f83fd600f41f4a3f13e372f4b49f51e99b33"),
        ),
        "body",
    )?;
    let thread = derive_thread_id(&hh, &commitment, &FixedBytes(body_hash));
    agree(
        thread.0,
        hex!("b307402addbcbff26becf2f0c86fdaf77f0deefa5f2c1df3b07bf4155344fa5f"),
        "thread id",
    )?;
    agree(Thread::derive(&content, thread).id(), thread, "thread")?;
    agree(
        *content.thread_psk(&thread),
        hex!("54de9594eea708ca240f8eb5d98db17787c544c54a6f2616de9413488c10a663"),
        "thread psk",
    )?;
    let (blob_key, prefix) = content.attachment(&[0x88; 16]);
    agree(
        (*blob_key, prefix),
        (
            hex!("b59d9ac9eff9b1c46b8cfdba64fb39c6ac4fe0a57e39897d349cb769f02c94c3"),
            hex!("168fe0a4c10a86"),
        ),
        "attachment",
    )?;
    Ok(Outcome::Agreed(11))
}

/// Password and account secret.
pub fn staff() -> Result<Outcome, Failure> {
    let secret = AccountSecret::from_bytes(Zeroizing::new([0xcc; 16]));
    let staff = StaffId::from_bytes([0xdd; 16]);
    let keys = StaffKeys::derive(
        "correct horse battery",
        &secret,
        staff,
        &[0xee; 16],
        Stretching::STAFF,
    )
    .map_err(|_| "memory")?;
    agree(
        **keys.auth(),
        hex!("91e1f2983974cbca0b3ee6236404928e0c9b428a9d3cb4cfded5b540be789eb3"),
        "auth",
    )?;
    // The key that locks the vault does not leave its type; the same derivation beside it must give it.
    let stretched = derive_stretched(b"correct horse battery", &[0xee; 16], Stretching::STAFF)
        .map_err(|_| "memory")?;
    agree(
        *Prk::derive(&[0xcc; 16], stretched.as_ref()).expand::<32>(Label::StaffKek, &[0xdd; 16]),
        hex!("6e2c0f8309ec92823f00d256346f776b39d1833e76305e0a9bd5b23848a47235"),
        "kek",
    )?;
    Ok(Outcome::Agreed(2))
}

/// A leaf of the log and the fingerprint of a root set.
pub fn log() -> Result<Outcome, Failure> {
    let entry = audit::Entry {
        kind: audit::Kind::Released,
        case_tag: FixedBytes([0x99; 32]),
        key_id: FixedBytes([0x55; 16]),
        reason: Some(audit::Reason::TakingOver),
        hour: 498_000,
        envelope: FixedBytes([0xaa; 32]),
    };
    let data = audit::derive_leaf(&FixedBytes([0xbb; 32]), &entry.encode());
    agree(
        data.0,
        hex!("7fe4e69313bb1d2068ca2c5b3396068fcefb47e3298ab847ab36c5f47a585146"),
        "leaf data",
    )?;
    agree(
        protocol::tree::leaf_hash(&data.0).0,
        hex!("aa574ee3540f0078bd00235cbee6cb938597bf5054381f0e0da6695a3c056c92"),
        "leaf hash",
    )?;
    let keys = [1, 2, 3].map(|byte| FixedBytes([byte; 32])).to_vec();
    let root = RootSet::new(SchoolId::from_bytes([0x11; 16]), 2, keys).map_err(|_| "root set")?;
    agree(
        root.fingerprint().0,
        hex!("74e66ff363df7d2252009c3bb30626220e138692c3371cd213621fd088fa29d4"),
        "root fingerprint",
    )?;
    Ok(Outcome::Agreed(3))
}
