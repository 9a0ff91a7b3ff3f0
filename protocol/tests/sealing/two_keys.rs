//! One ciphertext that opens under two keys to two texts (protocol 2.2, appendix A): possible for any Poly1305
//! AEAD, and the reason for the commitment. Built here, shown to open twice, and refused by the format.

use crate::forge::{Parts, open_slot, seal_slot, splice};
use crate::poly1305::Field;
use crate::support::{World, refused};
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use protocol::content::ContentKey;
use protocol::kdf::Prk;
use protocol::label::Label;
use protocol::received::Received;
use protocol::stream;
use rand_core::Rng;
use zeroize::Zeroizing;

struct Side {
    key: [u8; 32],
    prefix: [u8; 7],
    r: Field,
    s: u128,
}

impl Side {
    fn of(content_key: &[u8; 32], header_hash: &[u8; 32]) -> Self {
        let prk = Prk::derive(header_hash, content_key);
        let key = *prk.expand(Label::BodyKey, &[]);
        let prefix: [u8; 7] = *prk.expand(Label::BodyNonce, &[]);
        let mut nonce = [0; 12];
        nonce[..7].copy_from_slice(&prefix);
        nonce[11] = 1; // counter 0, last chunk
        let one_time = chacha20_block(&key, 0, &nonce);
        let clamp = 0x0fff_fffc_0fff_fffc_0fff_fffc_0fff_ffff;
        let r = u128::from_le_bytes(one_time[..16].try_into().unwrap()) & clamp;
        let s = u128::from_le_bytes(one_time[16..32].try_into().unwrap());
        Self {
            key,
            prefix,
            r: Field::from_u128(r),
            s,
        }
    }

    /// Poly1305 before `s` is added, over ciphertext blocks and the block of lengths.
    fn polynomial(&self, ciphertext: &[u8]) -> Field {
        let mut lengths = [0; 16];
        lengths[8..].copy_from_slice(&(ciphertext.len() as u64).to_le_bytes());
        ciphertext
            .chunks_exact(16)
            .chain([lengths.as_slice()])
            .fold(Field::ZERO, |sum, block| {
                sum.add(Field::from_block(block)).mul(self.r)
            })
    }

    fn tag(&self, ciphertext: &[u8]) -> u128 {
        self.polynomial(ciphertext).low().wrapping_add(self.s)
    }
}

/// ChaCha20 block function (RFC 8439 section 2.3).
fn chacha20_block(key: &[u8; 32], counter: u32, nonce: &[u8; 12]) -> [u8; 64] {
    let word = |bytes: &[u8]| u32::from_le_bytes(bytes.try_into().unwrap());
    let mut start = [0; 16];
    start[..4].copy_from_slice(&[0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574]);
    for (out, bytes) in start[4..12].iter_mut().zip(key.chunks_exact(4)) {
        *out = word(bytes);
    }
    start[12] = counter;
    for (out, bytes) in start[13..].iter_mut().zip(nonce.chunks_exact(4)) {
        *out = word(bytes);
    }
    let mut x = start;
    let mut quarter = |a: usize, b: usize, c: usize, d: usize| {
        for (from, to, mixed, turn) in [(b, a, d, 16), (d, c, b, 12), (b, a, d, 8), (d, c, b, 7)] {
            x[to] = x[to].wrapping_add(x[from]);
            x[mixed] = (x[mixed] ^ x[to]).rotate_left(turn);
        }
    };
    for _ in 0..10 {
        quarter(0, 4, 8, 12);
        quarter(1, 5, 9, 13);
        quarter(2, 6, 10, 14);
        quarter(3, 7, 11, 15);
        quarter(0, 5, 10, 15);
        quarter(1, 6, 11, 12);
        quarter(2, 7, 8, 13);
        quarter(3, 4, 9, 14);
    }
    let mut out = [0; 64];
    for ((bytes, a), b) in out.chunks_exact_mut(4).zip(x).zip(start) {
        bytes.copy_from_slice(&a.wrapping_add(b).to_le_bytes());
    }
    out
}

/// Random blocks, except the first, which is solved for: then both tags are one.
fn ciphertext_for_both(a: &Side, b: &Side, len: usize, rng: &mut impl Rng) -> Vec<u8> {
    let powers = (len / 16 + 1) as u64;
    let slope = a.r.pow(powers).sub(b.r.pow(powers)).inverse();
    loop {
        let mut ciphertext = vec![0; len];
        rng.fill_bytes(&mut ciphertext[16..]);
        let gap = b.polynomial(&ciphertext).sub(a.polynomial(&ciphertext));
        let gap = gap.add(Field::from_u128(b.s)).sub(Field::from_u128(a.s));
        let step = Field::from_block(&[0; 16]); // 2^128
        let mut target = gap.sub(step).sub(step).sub(step);
        for _ in -3..=3 {
            if let Some(block) = target.mul(slope).to_u128() {
                ciphertext[..16].copy_from_slice(&block.to_le_bytes());
                if a.tag(&ciphertext) == b.tag(&ciphertext) {
                    ciphertext.extend_from_slice(&a.tag(&ciphertext).to_le_bytes());
                    return ciphertext;
                }
            }
            target = target.add(step);
        }
    }
}

#[test]
fn our_one_time_keys_are_those_of_the_cipher() {
    let cipher = ChaCha20Poly1305::new(&[3; 32].into());
    let sealed = cipher
        .encrypt(&Nonce::default(), [0; 32].as_slice())
        .unwrap();
    let one_time = chacha20_block(&[3; 32], 0, &[0; 12]);
    let clamp = 0x0fff_fffc_0fff_fffc_0fff_fffc_0fff_ffff;
    let side = Side {
        key: [3; 32],
        prefix: [0; 7],
        r: Field::from_u128(u128::from_le_bytes(one_time[..16].try_into().unwrap()) & clamp),
        s: u128::from_le_bytes(one_time[16..32].try_into().unwrap()),
    };
    assert_eq!(sealed[..32], chacha20_block(&[3; 32], 1, &[0; 12])[..32]);
    assert_eq!(sealed[32..], side.tag(&sealed[..32]).to_le_bytes());
}

#[test]
fn a_body_for_two_keys_is_refused_by_the_commitment() {
    let mut world = World::new(40);
    let honest = world.report().envelope;
    let header_hash = honest.header().hash();
    let public = world.lead.kem.public().to_bytes();
    let (notice, for_lead) = open_slot(&honest, 0, &public, world.lead_seed());
    let for_deputy = [0x42; 32];
    let a = Side::of(&for_lead, &header_hash.0);
    let b = Side::of(&for_deputy, &header_hash.0);
    let body = ciphertext_for_both(&a, &b, honest.header().body_len() as usize, &mut world.rng);

    // The cipher alone accepts the one ciphertext twice, with two texts.
    let one = stream::open(&a.key, &a.prefix, &body).expect("opens under the first key");
    let two = stream::open(&b.key, &b.prefix, &body).expect("opens under the second key");
    assert_ne!(*one, *two);

    // An envelope that gives the lead one key and the deputy the other.
    let parts = Parts::of(&honest);
    let deputy_public = world.deputy.kem.public().to_bytes();
    let slot = seal_slot(
        &honest,
        1,
        &deputy_public,
        &notice,
        &for_deputy,
        &mut world.rng,
    );
    let forged = splice(&splice(&honest, parts.body, &body), parts.slot(1), &slot);
    let deputy = Received::from_envelope(&forged, Some(1));
    assert!(
        deputy.open_notice(&world.deputy.kem, None).is_ok(),
        "the slot itself is well made"
    );
    assert!(refused(deputy.open_report(&world.deputy.kem)));
    // It is the commitment that refuses: the second key is not the one it names, whatever the body says.
    let key = |bytes| ContentKey::from_bytes(Zeroizing::new(bytes));
    assert!(
        key(for_deputy)
            .derive_committed(&header_hash, &forged.commitment())
            .is_err()
    );
    assert!(
        key(for_lead)
            .derive_committed(&header_hash, &forged.commitment())
            .is_ok()
    );
}

#[test]
fn a_slot_from_the_specification_alone_opens() {
    let mut world = World::new(41);
    let honest = world.report().envelope;
    let public = world.lead.kem.public().to_bytes();
    let (notice, key) = open_slot(&honest, 0, &public, world.lead_seed());
    let deputy_public = world.deputy.kem.public().to_bytes();
    let slot = seal_slot(&honest, 1, &deputy_public, &notice, &key, &mut world.rng);
    let rebuilt = splice(&honest, Parts::of(&honest).slot(1), &slot);
    assert!(
        Received::from_envelope(&rebuilt, Some(1))
            .open_report(&world.deputy.kem)
            .is_ok()
    );
}
