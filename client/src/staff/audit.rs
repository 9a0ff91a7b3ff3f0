//! The log as an adult can check it: every entry proven here, in this browser, against a log that only grew.
//! Entries of cases this adult cannot see are left out whole, so not even their number shows. Only that a case was
//! destroyed shows to everyone, like its certificate.

use protocol::api::{AuditPage, Consistency, DirectoryVersion, LeavesPage, LogFile, Opening};
use protocol::audit::{Entry as LogEntry, Kept, Kind, verify_log, verify_proven};
use protocol::day::{Timestamp, day_of_half_day};
use protocol::directory::Directory;
use protocol::id::Hash;
use rand_core::CryptoRng;

use super::adult::adult;
use super::case_tags::CaseTags;
use super::message::{Audit, AuditRow, Entry, Event, Failure};
use super::open_case::entry_event;
use super::session::Session;
use crate::call;
use crate::transport::Transport;

impl<T: Transport, R: CryptoRng> Session<T, R> {
    /// One page of the log, newest first, verified.
    pub(super) async fn audit(
        &mut self,
        before: Option<u64>,
        now: Timestamp,
    ) -> Result<Audit, Failure> {
        self.refresh(now).await?;
        if self.desk()?.me.key.is_some() {
            self.load_cases().await?;
        }
        let page = self.audit_page(before).await?;
        let key = self.school()?.directory().log_key;
        let checkpoint = self
            .desk()?
            .log
            .read(&page.checkpoint, &key)
            .map_err(|_| Failure::LogBroken { first: None })?;
        let consistency = self
            .consistency(self.desk()?.log.first_size(), checkpoint.size)
            .await?;
        let consistent = self.desk()?.log.extends_first(&checkpoint, &consistency);

        let mut broken = None;
        let mut entries = Vec::new();
        for proven in &page.entries {
            match verify_proven(proven, &checkpoint) {
                Ok(entry) => entries.push((proven.index, entry)),
                // Newest first, so the last one found is the first one broken.
                Err(_) => broken = Some(proven.index),
            }
        }
        let versions = self.directory_versions(&entries).await?;
        let tags = self.case_tags(checkpoint.size)?;
        let hour = entries.first().map(|(_, entry)| entry.hour);
        let rows = entries
            .iter()
            .filter_map(|(index, entry)| self.audit_row(*index, entry, &tags, &versions))
            .collect();
        Ok(Audit {
            rows,
            size: checkpoint.size,
            hour,
            broken,
            consistent,
            next: page.next,
        })
    }

    /// The whole log with the openings this adult may see, as a file that verifies anywhere.
    pub(super) async fn save_log(&mut self, now: Timestamp) -> Result<String, Failure> {
        self.say_exported().await?;
        self.refresh(now).await?;
        if self.desk()?.me.key.is_some() {
            self.load_cases().await?;
        }
        let log_key = self.school()?.directory().log_key;
        let note = call::get_text(&self.transport, "/api/v1/log/checkpoint".into()).await?;
        let broken = |first| Failure::LogBroken { first };
        let checkpoint = self
            .desk()?
            .log
            .read(&note, &log_key)
            .map_err(|_| broken(None))?;
        let leaves = self.leaves(checkpoint.size).await?;
        let tags = self.case_tags(checkpoint.size)?;
        let mut openings = Vec::new();
        let mut before = Some(checkpoint.size);
        while let Some(index) = before {
            let page = self.audit_page(Some(index)).await?;
            for proven in page.entries {
                let entry =
                    LogEntry::decode(&proven.entry.0).map_err(|_| broken(Some(proven.index)))?;
                if shows_to_all(entry.kind) || tags.find(&entry.case_tag).is_some() {
                    openings.push(Opening {
                        index: proven.index,
                        entry: proven.entry,
                        salt: proven.salt,
                    });
                }
            }
            // A server that does not come closer to the beginning is not followed.
            before = page.next.filter(|next| *next < index);
        }
        openings.sort_by_key(|opening| opening.index);
        let file = LogFile {
            checkpoint: note,
            log_key,
            leaves,
            openings,
        };
        let kept = Kept {
            log_key: Some(log_key),
            checkpoint: None,
        };
        verify_log(&file, &kept).map_err(|fault| broken(fault.index))?;
        serde_json::to_string(&file).map_err(|_| Failure::Broken)
    }

    async fn audit_page(&self, before: Option<u64>) -> Result<AuditPage, Failure> {
        let path = match before {
            Some(index) => ["/api/v1/audit?before=", &index.to_string()].concat(),
            None => String::from("/api/v1/audit"),
        };
        Ok(call::get(&self.transport, Some(&self.desk()?.token), path).await?)
    }

    async fn consistency(&self, from: u64, to: u64) -> Result<Consistency, Failure> {
        let (from, to) = (from.to_string(), to.to_string());
        let path = ["/api/v1/log/consistency?from=", &from, "&to=", &to].concat();
        Ok(call::get(&self.transport, None, path).await?)
    }

    async fn leaves(&self, size: u64) -> Result<Vec<Hash>, Failure> {
        let mut leaves: Vec<Hash> = Vec::new();
        while (leaves.len() as u64) < size {
            let from = leaves.len().to_string();
            let path = ["/api/v1/log/leaves?from=", &from].concat();
            let page: LeavesPage = call::get(&self.transport, None, path).await?;
            if page.leaves.is_empty() || page.from != leaves.len() as u64 {
                return Err(Failure::LogBroken { first: None });
            }
            let missing = usize::try_from(size).unwrap_or(usize::MAX) - leaves.len();
            leaves.extend(page.leaves.into_iter().take(missing));
        }
        Ok(leaves)
    }

    /// Hash and version of every directory, asked for only when an entry names one that is not the current.
    async fn directory_versions(
        &self,
        entries: &[(u64, LogEntry)],
    ) -> Result<Vec<(Hash, u32)>, Failure> {
        let (version, hash) = self.school()?.seen();
        let current = (hash, version);
        let other =
            |entry: &LogEntry| entry.kind == Kind::DirectoryVersion && entry.envelope != current.0;
        if !entries.iter().any(|(_, entry)| other(entry)) {
            return Ok(vec![current]);
        }
        let path = "/api/v1/directory/versions".into();
        let versions: Vec<DirectoryVersion> =
            call::get(&self.transport, Some(&self.desk()?.token), path).await?;
        let known = versions.iter().filter_map(|one| {
            let directory = Directory::decode(&one.signed.directory.0).ok()?;
            Some((directory.hash(), directory.version))
        });
        Ok(known.collect())
    }

    fn case_tags(&self, log_size: u64) -> Result<CaseTags, Failure> {
        Ok(CaseTags::derive(&self.desk()?.cases, log_size))
    }

    fn audit_row(
        &self,
        index: u64,
        entry: &LogEntry,
        tags: &CaseTags,
        versions: &[(Hash, u32)],
    ) -> Option<AuditRow> {
        let school = self.school().ok()?;
        let case = tags.find(&entry.case_tag);
        let what = match entry.kind {
            Kind::DirectoryVersion => Entry::DirectoryVersion {
                version: versions
                    .iter()
                    .find(|one| one.0 == entry.envelope)
                    .map(|one| one.1),
            },
            Kind::StaffEnded => Entry::StaffEnded,
            Kind::Invited => Entry::Invited,
            Kind::Restored => Entry::Restored,
            Kind::SharesMade => Entry::SharesMade,
            Kind::RecoveryAsked => Entry::RecoveryAsked,
            Kind::ShareGiven => Entry::ShareGiven,
            Kind::Recovered => Entry::Recovered,
            Kind::RecoveryStopped => Entry::RecoveryStopped,
            Kind::ShareDrilled => Entry::ShareDrilled,
            Kind::WindDownAsked => Entry::WindDownAsked,
            Kind::WindDownAgreed => Entry::WindDownAgreed,
            Kind::WindDownStopAsked => Entry::WindDownStopAsked,
            Kind::WindDownStopped => Entry::WindDownStopped,
            Kind::TakenOut => Entry::TakenOut,
            Kind::WoundDown => Entry::WoundDown {
                certificate: entry.envelope,
            },
            Kind::Expired => Entry::Destroyed {
                certificate: entry.envelope,
            },
            Kind::RecoveryCodeUsed => Entry::RecoveryCodeUsed,
            Kind::SecondFactorChanged => Entry::SecondFactorChanged,
            Kind::Exported => Entry::Exported,
            Kind::Reviewed => Entry::Reviewed,
            Kind::SignedOff => Entry::SignedOff,
            Kind::SchoolOpened => Entry::SchoolOpened,
            Kind::SettingsChanged => Entry::SettingsChanged,
            Kind::MessageAdded => Entry::Message,
            kind => entry_event(entry).map_or(
                Entry::Other {
                    kind: kind.to_byte(),
                },
                |event: Event| Entry::Case(event),
            ),
        };
        let case = match case {
            Some(case) => {
                let known = self.desk().ok()?.case(case)?;
                let day = day_of_half_day(known.row.received_half_day);
                Some((case, known.title().unwrap_or_else(|| day.to_string())))
            }
            None if shows_to_all(entry.kind) => None,
            None => return None,
        };
        Some(AuditRow {
            index,
            hour: entry.hour,
            by: adult(school, &entry.key_id),
            what,
            case,
        })
    }
}

/// Entries of the school itself, and destructions: of a destroyed case nothing is left to find it by, and that one was
/// destroyed the certificates say anyway.
const fn shows_to_all(kind: Kind) -> bool {
    kind.is_school_level() || matches!(kind, Kind::Expired)
}
