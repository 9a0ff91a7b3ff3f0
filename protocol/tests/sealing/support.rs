//! A small school: a lead, a deputy, a head who is left out, and one pupil.

use protocol::encoding::FixedBytes;
use protocol::envelope::Envelope;
use protocol::error::{OpenError, SealError};
use protocol::header::{DirectoryRef, Place};
use protocol::id::{CaseId, KeyId, MessageId, SchoolId, VerifyingKeyBytes};
use protocol::keys::{KemPublic, KemSecret, SigningSecret, StaffSecret};
use protocol::mailbox::Mailbox;
use protocol::message::{
    InThread, ReplyWords, ReportWords, SealedReport, seal_follow_up, seal_note, seal_reply,
    seal_report,
};
use protocol::notice::StaffNotice;
use protocol::plaintext::{About, Danger, FollowUp, Noted, Question, State, Urgency};
use protocol::received::{OpenedReport, Received};
use protocol::slot::Recipient;
use protocol::thread::Thread;
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use zeroize::Zeroizing;

pub const TEXT: &str = "They wait for me behind the gym. Canary: purple otter.";

/// Everyone, with their keys.
pub struct World {
    pub rng: ChaCha20Rng,
    pub school: SchoolId,
    pub lead: StaffSecret,
    pub deputy: StaffSecret,
    pub head: StaffSecret,
    pub mailbox: Mailbox,
    publics: [KemPublic; 3],
    lead_seed: Zeroizing<[u8; 32]>,
}

impl World {
    pub fn new(seed: u64) -> Self {
        let mut rng = ChaCha20Rng::seed_from_u64(seed);
        let school = SchoolId::make(&mut rng);
        let mut lead_seed = Zeroizing::new([0; 32]);
        rng.fill_bytes(lead_seed.as_mut());
        let [mut lead, deputy, head] = core::array::from_fn(|_| StaffSecret::make(&mut rng));
        lead.kem = KemSecret::from_seed(lead_seed.clone());
        let mailbox = make_mailbox(&mut rng);
        let publics = [&lead, &deputy, &head].map(|staff| staff.kem.public());
        Self {
            rng,
            school,
            lead,
            deputy,
            head,
            mailbox,
            publics,
            lead_seed,
        }
    }

    /// Gives the lead keys with these seeds.
    pub fn set_lead(&mut self, [kem, signing]: [[u8; 32]; 2]) {
        self.lead_seed = Zeroizing::new(kem);
        self.lead = StaffSecret {
            kem: KemSecret::from_seed(Zeroizing::new(kem)),
            signing: SigningSecret::from_seed(Zeroizing::new(signing)),
        };
        self.publics[0] = self.lead.kem.public();
    }

    /// For a forger who has the lead's place.
    pub fn lead_seed(&self) -> &[u8; 32] {
        &self.lead_seed
    }

    pub fn place(&mut self, case: CaseId) -> Place {
        Place {
            school: self.school,
            case,
            message: MessageId::make(&mut self.rng),
            directory: DirectoryRef {
                version: 3,
                hash: FixedBytes([0x5a; 32]),
            },
        }
    }

    /// Lead and deputy read; the head is left out.
    pub fn recipients(&self) -> [Recipient<'static>; 3] {
        // Tests may leak a few public keys; borrowing would tie the world's generator.
        let [lead, deputy, head] = self.publics.clone().map(|key| &*Box::leak(Box::new(key)));
        [
            Recipient::Reader(lead),
            Recipient::Reader(deputy),
            Recipient::LeftOut(head.id()),
        ]
    }

    pub fn report(&mut self) -> SealedReport {
        let case = CaseId::make(&mut self.rng);
        let place = self.place(case);
        self.report_at(place, TEXT).expect("a short report seals")
    }

    pub fn report_at(&mut self, place: Place, text: &str) -> Result<SealedReport, SealError> {
        let words = ReportWords {
            danger: Danger::NotSure,
            about: About::Me,
            categories: vec![1, 7],
            text: text.into(),
        };
        seal_report(
            place,
            &self.recipients(),
            &self.mailbox,
            words,
            &mut self.rng,
        )
    }

    pub fn follow_up(&mut self, case: CaseId, thread: &Thread) -> Envelope {
        let words = FollowUp {
            v: 1,
            text: "It happened again.".into(),
            feel_safer: false,
            another_adult: true,
        };
        let to = InThread {
            place: self.place(case),
            recipients: &self.recipients(),
            thread,
        };
        seal_follow_up(to, &self.mailbox, words, &mut self.rng).expect("seals")
    }

    pub fn reply(&mut self, case: CaseId, thread: &Thread) -> Envelope {
        let to = InThread {
            place: self.place(case),
            recipients: &self.recipients(),
            thread,
        };
        let notice = self.notice();
        let mailbox = self.mailbox.kem().public();
        seal_reply(
            to,
            &mailbox,
            &self.lead,
            reply_words(),
            notice,
            &mut self.rng,
        )
        .expect("seals")
    }

    pub fn note(&mut self, case: CaseId, thread: &Thread) -> Envelope {
        let to = InThread {
            place: self.place(case),
            recipients: &self.recipients(),
            thread,
        };
        let notice = self.notice();
        let what = Noted::Remark {
            text: "Spoke to the caretaker.".into(),
        };
        seal_note(to, &self.lead, what, notice, &mut self.rng).expect("seals")
    }

    pub fn notice(&self) -> StaffNotice {
        StaffNotice {
            state: State::Open,
            urgency: Some(Urgency::Today),
            owner: Some(self.publics[1].id()),
            due_day: Some(20_800),
            title: "Gym corner".into(),
            categories: vec![7],
        }
    }

    pub fn open(&self, sealed: &SealedReport) -> OpenedReport {
        Received::from_envelope(&sealed.envelope, Some(0))
            .open_report(&self.lead.kem)
            .expect("the lead reads")
    }

    /// What the signed directory says: who signs with which key.
    pub fn directory(&self) -> impl Fn(&KeyId) -> Option<VerifyingKeyBytes> + use<> {
        let listed = [&self.lead, &self.deputy, &self.head]
            .map(|staff| (staff.kem.public().id(), staff.signing.public()));
        move |key| {
            let (_, signer) = listed.iter().find(|(id, _)| id == key)?;
            Some(*signer)
        }
    }
}

pub fn reply_words() -> ReplyWords {
    ReplyWords {
        text: "Thank you for telling us. Are you safe at lunch?".into(),
        question: Question::Words,
        finished: false,
    }
}

/// A mailbox without the stretching, which is tested elsewhere.
pub fn make_mailbox(rng: &mut ChaCha20Rng) -> Mailbox {
    let mut root = Zeroizing::new([0; 32]);
    rng.fill_bytes(root.as_mut());
    Mailbox::derive_from_root(&root)
}

/// Secrets have no `Debug`, so results are compared by what matters.
pub fn refused<T>(result: Result<T, OpenError>) -> bool {
    result.is_err()
}
