//! Adversarial vectors of the Wycheproof project for every primitive the format rests on.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use ed25519_dalek::{Signature, VerifyingKey};
use ml_kem::kem::{Decapsulate, KeyExport, TryKeyInit};
use ml_kem::ml_kem_768::{Ciphertext, DecapsulationKey, EncapsulationKey};
use protocol::encoding::FixedBytes;
use wycheproof::TestResult;
use wycheproof::{aead, eddsa, hkdf, mlkem, xdh};

/// "Acceptable" vectors are counted but judged by nobody.
fn judge(count: &mut u32, expected: TestResult, accepted: bool, what: &str) {
    match expected {
        TestResult::Valid => assert!(accepted, "{what} must be accepted"),
        TestResult::Invalid => assert!(!accepted, "{what} must be refused"),
        TestResult::Acceptable => return,
    }
    *count += 1;
}

#[test]
fn chacha20_poly1305() {
    let mut count = 0;
    for group in aead::TestSet::load(aead::TestName::ChaCha20Poly1305)
        .unwrap()
        .test_groups
    {
        for test in group.tests {
            let nonce: Result<[u8; 12], _> = test.nonce.as_slice().try_into();
            let key: [u8; 32] = test.key.as_slice().try_into().unwrap();
            let accepted = nonce.is_ok_and(|nonce| {
                let cipher = chacha20poly1305::ChaCha20Poly1305::new(&key.into());
                let sealed = [test.ct.as_slice(), &test.tag].concat();
                let open = Payload {
                    msg: &sealed,
                    aad: &test.aad,
                };
                let seal = Payload {
                    msg: &test.pt,
                    aad: &test.aad,
                };
                cipher
                    .decrypt(&nonce.into(), open)
                    .is_ok_and(|opened| opened == *test.pt)
                    && cipher
                        .encrypt(&nonce.into(), seal)
                        .is_ok_and(|made| made == sealed)
            });
            judge(
                &mut count,
                test.result,
                accepted,
                &format!("case {}", test.tc_id),
            );
        }
    }
    assert!(count >= 300, "{count} vectors");
}

#[test]
fn ed25519_strict() {
    let mut count = 0;
    for group in eddsa::TestSet::load(eddsa::TestName::Ed25519)
        .unwrap()
        .test_groups
    {
        let key: [u8; 32] = group.key.pk.as_slice().try_into().unwrap();
        for test in group.tests {
            let signature: Result<[u8; 64], _> = test.sig.as_slice().try_into();
            let accepted = signature.is_ok_and(|signature| {
                let ours = protocol::keys::verify_note(
                    &FixedBytes(key),
                    &test.msg,
                    &FixedBytes(signature),
                );
                let direct = VerifyingKey::from_bytes(&key).and_then(|key| {
                    key.verify_strict(&test.msg, &Signature::from_bytes(&signature))
                });
                assert_eq!(ours.is_ok(), direct.is_ok());
                ours.is_ok()
            });
            judge(
                &mut count,
                test.result,
                accepted,
                &format!("case {}", test.tc_id),
            );
        }
    }
    assert!(count >= 140, "{count} vectors");
}

#[test]
fn x25519() {
    let mut count = 0;
    for group in xdh::TestSet::load(xdh::TestName::X25519)
        .unwrap()
        .test_groups
    {
        for test in group.tests {
            let secret: [u8; 32] = test.private_key.as_slice().try_into().unwrap();
            let public: Result<[u8; 32], _> = test.public_key.as_slice().try_into();
            let accepted = public.is_ok_and(|public| {
                let secret = x25519_dalek::StaticSecret::from(secret);
                let shared = secret.diffie_hellman(&x25519_dalek::PublicKey::from(public));
                shared.as_bytes().as_slice() == test.shared_secret.as_slice()
            });
            judge(
                &mut count,
                test.result,
                accepted,
                &format!("case {}", test.tc_id),
            );
        }
    }
    assert!(count >= 250, "{count} vectors");
}

#[test]
fn hkdf_sha256() {
    let mut count = 0;
    for group in hkdf::TestSet::load(hkdf::TestName::HkdfSha256)
        .unwrap()
        .test_groups
    {
        for test in group.tests {
            let hkdf = ::hkdf::Hkdf::<sha2::Sha256>::new(Some(&test.salt), &test.ikm);
            let mut okm = vec![0; test.size];
            let accepted = hkdf.expand(&test.info, &mut okm).is_ok() && okm == *test.okm;
            judge(
                &mut count,
                test.result,
                accepted,
                &format!("case {}", test.tc_id),
            );
        }
    }
    assert!(count >= 80, "{count} vectors");
}

#[test]
fn ml_kem_768_decapsulation() {
    let mut count = 0;
    for group in mlkem::TestSet::load(mlkem::TestName::MlKem768)
        .unwrap()
        .test_groups
    {
        for test in group.tests {
            let accepted = (|| {
                let seed: [u8; 64] = test.seed.as_ref()?.as_slice().try_into().ok()?;
                let secret = DecapsulationKey::from_seed(seed.into());
                let public = secret.encapsulation_key().to_bytes();
                if let Some(expected) = &test.encaps_key {
                    (public.as_slice() == expected.as_slice()).then_some(())?;
                }
                let ct = Ciphertext::try_from(test.ct.as_ref()?.as_slice()).ok()?;
                (secret.decapsulate(&ct).as_slice() == test.shared_secret.as_ref()?.as_slice())
                    .then_some(())
            })();
            judge(
                &mut count,
                test.result,
                accepted.is_some(),
                &format!("case {}", test.tc_id),
            );
        }
    }
    assert!(count >= 190, "{count} vectors");
}

#[test]
fn ml_kem_768_encapsulation() {
    let mut count = 0;
    for group in mlkem::TestSet::load(mlkem::TestName::MlKem768Encaps)
        .unwrap()
        .test_groups
    {
        for test in group.tests {
            let accepted = (|| {
                let public = EncapsulationKey::new_from_slice(test.encaps_key.as_ref()?).ok()?;
                let message: [u8; 32] = test.msg.as_ref()?.as_slice().try_into().ok()?;
                let (ct, shared) = public.encapsulate_deterministic(&message.into());
                (ct.as_slice() == test.ct.as_ref()?.as_slice()
                    && shared.as_slice() == test.shared_secret.as_ref()?.as_slice())
                .then_some(())
            })();
            judge(
                &mut count,
                test.result,
                accepted.is_some(),
                &format!("case {}", test.tc_id),
            );
        }
    }
    assert!(count >= 250, "{count} vectors");
}

#[test]
fn ml_kem_768_key_generation() {
    let mut count = 0;
    for group in mlkem::TestSet::load(mlkem::TestName::MlKem768KeyGenSeed)
        .unwrap()
        .test_groups
    {
        for test in group.tests {
            let accepted = (|| {
                let seed: [u8; 64] = test.seed.as_ref()?.as_slice().try_into().ok()?;
                let public = DecapsulationKey::from_seed(seed.into())
                    .encapsulation_key()
                    .to_bytes();
                (public.as_slice() == test.encaps_key.as_ref()?.as_slice()).then_some(())
            })();
            judge(
                &mut count,
                test.result,
                accepted.is_some(),
                &format!("case {}", test.tc_id),
            );
        }
    }
    assert!(count >= 90, "{count} vectors");
}
