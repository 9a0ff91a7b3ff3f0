//! The rows of the log: one head, leaves, subtree roots, openings. `log_keeper` knows what they mean.
//!
//! The log is one for all schools, so its head, leaves and nodes carry no school; openings do.

use protocol::id::{CaseId, Hash, SchoolId};
use protocol::tree::empty_root;

use uuid::Uuid;
use zeroize::Zeroizing;

use super::batch::{Batch, queue};
use super::column::{fixed, index, number};
use super::{Engine, StoreError, Transaction, execute, fetch, rows};
use crate::shred::{Cell, Wrapped};

/// The newest state of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Number of leaves.
    pub size: u64,
    /// Root of the tree.
    pub root: Hash,
    /// Right edge: roots of the complete subtrees, largest first.
    pub edge: Vec<Hash>,
    /// Newest signed checkpoint; empty before the first entry.
    pub checkpoint: String,
}

/// A leaf about to be written, with what it commits to.
pub struct NewLeaf<'a> {
    /// School whose staff may see the opening.
    pub school: SchoolId,
    /// Case it belongs to, if any.
    pub case: Option<CaseId>,
    /// Place in the log.
    pub index: u64,
    /// Leaf data.
    pub leaf: Hash,
    /// Canonical entry.
    pub entry: &'a [u8],
    /// Salt of the commitment.
    pub salt: Hash,
}

/// The root of a complete subtree about to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewNode {
    /// Height of the subtree; leaves have none.
    pub height: u32,
    /// Which of this height, from the left.
    pub place: u64,
    /// Its root.
    pub hash: Hash,
}

/// What a leaf commits to, as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredOpening {
    /// Place in the log.
    pub index: u64,
    /// Canonical entry.
    pub entry: Vec<u8>,
    /// Salt of the commitment.
    pub salt: Hash,
}

#[derive(sqlx::FromRow)]
struct HeadRow {
    size: i64,
    root: Vec<u8>,
    edge: Vec<u8>,
    checkpoint: String,
}

impl TryFrom<HeadRow> for Head {
    type Error = StoreError;

    fn try_from(row: HeadRow) -> Result<Self, StoreError> {
        let edge: Result<_, _> = row.edge.chunks(32).map(|one| fixed(one.to_vec())).collect();
        Ok(Self {
            size: number(row.size)?,
            root: fixed(row.root)?,
            edge: edge?,
            checkpoint: row.checkpoint,
        })
    }
}

/// Bytes of an entry, before the salt.
const ENTRY_LEN: usize = protocol::audit::ENTRY_LEN;

/// Entry and salt in one value, as a cell holds them.
fn joined(entry: &[u8], salt: &Hash) -> Zeroizing<Vec<u8>> {
    Zeroizing::new([entry, salt.0.as_slice()].concat())
}

fn parted(place: i64, opening: &[u8]) -> Result<StoredOpening, StoreError> {
    let (entry, salt) = opening
        .split_at_checked(ENTRY_LEN)
        .ok_or(StoreError::Damaged("an opening is too short"))?;
    Ok(StoredOpening {
        index: number(place)?,
        entry: entry.to_vec(),
        salt: fixed(salt.to_vec())?,
    })
}

/// A row of `log_opening`.
struct NewOpening {
    school: Uuid,
    place: i64,
    case: Option<Uuid>,
    tail_key: Option<Uuid>,
    ends: Option<i64>,
    opening: Option<Wrapped>,
    plain: Option<Vec<u8>>,
}

#[derive(sqlx::FromRow)]
struct OpeningRow {
    log_index: i64,
    plain: Option<Vec<u8>>,
    opening: Option<Wrapped>,
    key_id: Option<Uuid>,
}

fn hashes(rows: Vec<Vec<u8>>) -> Result<Vec<Hash>, StoreError> {
    rows.into_iter().map(fixed).collect()
}

impl Transaction {
    /// The head of a log without entries, once.
    pub(super) async fn make_log_head(&mut self) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query(
                "insert into audit_head (log, size, root, edge, checkpoint) values (0, 0, $1, $2, '') \
                 on conflict do nothing"
            )
            .bind(empty_root().0.as_slice())
            .bind(&[] as &[u8])
        );
        Ok(())
    }

    /// Writes the head as it is.
    pub(super) async fn touch_log_head(&mut self) -> Result<(), StoreError> {
        execute!(
            self,
            sqlx::query("update audit_head set size = size where log = 0")
        );
        Ok(())
    }

    /// The head, to read.
    pub(crate) async fn log_head(&mut self) -> Result<Head, StoreError> {
        let row: HeadRow = fetch!(
            self,
            fetch_one,
            sqlx::query_as("select size, root, edge, checkpoint from audit_head where log = 0")
        );
        Head::try_from(row)
    }

    /// The head, held until the transaction ends: whoever comes second waits, so that places have no gaps.
    pub(crate) async fn lock_log_head(&mut self) -> Result<Head, StoreError> {
        let row: HeadRow = fetch!(
            self,
            fetch_one,
            sqlx::query_as(
                "update audit_head set size = size where log = 0 returning size, root, edge, checkpoint"
            )
        );
        Head::try_from(row)
    }

    /// Writes leaves, what they commit to, the complete subtrees and the new head; the caller has locked the old one.
    pub(crate) async fn append_to_log(
        &mut self,
        leaves: &[NewLeaf<'_>],
        nodes: &[NewNode],
        head: &Head,
    ) -> Result<(), StoreError> {
        let mut openings = Vec::with_capacity(leaves.len());
        for leaf in leaves {
            let opening = joined(leaf.entry, &leaf.salt);
            openings.push(
                self.opening_row(leaf.school, leaf.case, leaf.index, &opening)
                    .await?,
            );
        }
        let mut batch = Batch::default();
        self.queue_leaves(&mut batch, leaves).await?;
        self.queue_openings(&mut batch, &openings).await?;
        self.queue_nodes(&mut batch, nodes).await?;
        let edge: Vec<u8> = head.edge.iter().flat_map(|hash| hash.0).collect();
        let size = index(head.size)?;
        let text = match self.engine() {
            Engine::Sqlite => {
                "update audit_head set size = ?, root = ?, edge = ?, checkpoint = ? where log = 0"
            }
            Engine::Postgres => {
                "update audit_head set size = $1, root = $2, edge = $3, checkpoint = $4 where log = 0"
            }
        };
        queue!(self, batch, text, query => {
            query = query
                .bind(size)
                .bind(head.root.0.as_slice())
                .bind(edge.as_slice())
                .bind(&head.checkpoint);
        });
        batch.run(self).await?;
        Ok(())
    }

    async fn queue_leaves(
        &mut self,
        batch: &mut Batch,
        leaves: &[NewLeaf<'_>],
    ) -> Result<(), StoreError> {
        for part in rows::parts(self.engine(), leaves) {
            let text = format!(
                "insert into log_leaf (log_index, leaf) select {} {}",
                rows::columns(2),
                part.from(2)
            );
            queue!(self, batch, text, query => {
                for leaf in part.each() {
                    let place = leaf.map(|leaf| index(leaf.index)).transpose()?;
                    query = query
                        .bind(place)
                        .bind(leaf.map(|leaf| leaf.leaf.0.as_slice()));
                }
            });
        }
        Ok(())
    }

    async fn queue_nodes(
        &mut self,
        batch: &mut Batch,
        nodes: &[NewNode],
    ) -> Result<(), StoreError> {
        for part in rows::parts(self.engine(), nodes) {
            let text = format!(
                "insert into log_node (height, place, hash) select {} {}",
                rows::columns(3),
                part.from(3)
            );
            queue!(self, batch, text, query => {
                for node in part.each() {
                    let place = node.map(|node| index(node.place)).transpose()?;
                    query = query
                        .bind(node.map(|node| i64::from(node.height)))
                        .bind(place)
                        .bind(node.map(|node| node.hash.0.as_slice()));
                }
            });
        }
        Ok(())
    }

    /// Writes what a leaf commits to.
    pub(super) async fn write_opening(
        &mut self,
        school: SchoolId,
        case: Option<CaseId>,
        place: u64,
        entry: &[u8],
        salt: &Hash,
    ) -> Result<(), StoreError> {
        let opening = joined(entry, salt);
        let row = self.opening_row(school, case, place, &opening).await?;
        let mut batch = Batch::default();
        self.queue_openings(&mut batch, &[row]).await?;
        batch.run(self).await?;
        Ok(())
    }

    /// Of a case: under the key of the case; the last entry of a case that is being destroyed belongs to its tail at once.
    async fn opening_row(
        &mut self,
        school: SchoolId,
        case: Option<CaseId>,
        place: u64,
        opening: &[u8],
    ) -> Result<NewOpening, StoreError> {
        let place_column = index(place)?;
        let Some(case) = case else {
            return Ok(NewOpening {
                school: school.0,
                place: place_column,
                case: None,
                tail_key: None,
                ends: None,
                opening: None,
                plain: Some(opening.to_vec()),
            });
        };
        let seal = self.seal(school, case).await?;
        let is_tail = seal.tail_ends.is_some();
        Ok(NewOpening {
            school: school.0,
            place: place_column,
            case: (!is_tail).then_some(case.0),
            tail_key: is_tail.then_some(seal.key.id()),
            ends: seal.tail_ends,
            opening: Some(self.wrap(&seal.key, Cell::Opening(school, place), opening)),
            plain: None,
        })
    }

    async fn queue_openings(
        &mut self,
        batch: &mut Batch,
        openings: &[NewOpening],
    ) -> Result<(), StoreError> {
        for part in rows::parts(self.engine(), openings) {
            let text = format!(
                "insert into log_opening (school_id, log_index, case_id, tail_key, destroy_after_day, opening, plain) \
                 select {} {}",
                rows::columns(7),
                part.from(7)
            );
            queue!(self, batch, text, query => {
                for row in part.each() {
                    query = query
                        .bind(row.map(|row| row.school))
                        .bind(row.map(|row| row.place))
                        .bind(row.and_then(|row| row.case))
                        .bind(row.and_then(|row| row.tail_key))
                        .bind(row.and_then(|row| row.ends))
                        .bind(row.and_then(|row| row.opening.as_ref()))
                        .bind(row.and_then(|row| row.plain.as_deref()));
                }
            });
        }
        Ok(())
    }

    /// Leaf data from a place on, at most so many.
    pub(crate) async fn leaves(&mut self, from: u64, most: u64) -> Result<Vec<Hash>, StoreError> {
        hashes(fetch!(
            self,
            fetch_all,
            sqlx::query_scalar(
                "select leaf from log_leaf where log_index >= $1 order by log_index limit $2"
            )
            .bind(index(from)?)
            .bind(index(most)?)
        ))
    }

    /// Subtree roots of one height from a place on, at most so many.
    pub(crate) async fn nodes(
        &mut self,
        height: u32,
        from: u64,
        most: u64,
    ) -> Result<Vec<Hash>, StoreError> {
        hashes(fetch!(
            self,
            fetch_all,
            sqlx::query_scalar(
                "select hash from log_node where height = $1 and place >= $2 order by place limit $3"
            )
            .bind(i64::from(height))
            .bind(index(from)?)
            .bind(index(most)?)
        ))
    }

    /// Openings of a case, oldest first.
    pub(crate) async fn case_openings(
        &mut self,
        school: SchoolId,
        case: CaseId,
    ) -> Result<Vec<StoredOpening>, StoreError> {
        let rows: Vec<OpeningRow> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select o.log_index, o.plain, o.opening, c.shred_key as key_id \
                 from log_opening o join cases c on c.school_id = o.school_id and c.case_id = o.case_id \
                 where o.school_id = $1 and o.case_id = $2 order by o.log_index"
            )
            .bind(school.0)
            .bind(case.0)
        );
        self.unwrap_openings(school, rows).await
    }

    /// Openings of a school below a place, newest first, at most so many. One whose key is
    /// gone is left out. Beside them: where to go on.
    pub(crate) async fn school_openings(
        &mut self,
        school: SchoolId,
        before: u64,
        most: u32,
    ) -> Result<(Vec<StoredOpening>, Option<u64>), StoreError> {
        let rows: Vec<OpeningRow> = fetch!(
            self,
            fetch_all,
            sqlx::query_as(
                "select o.log_index, o.plain, o.opening, coalesce(o.tail_key, c.shred_key) as key_id \
                 from log_opening o left join cases c on c.school_id = o.school_id and c.case_id = o.case_id \
                 where o.school_id = $1 and o.log_index < $2 order by o.log_index desc limit $3"
            )
            .bind(school.0)
            .bind(i64::try_from(before).unwrap_or(i64::MAX))
            .bind(i64::from(most))
        );
        let full = u32::try_from(rows.len()).is_ok_and(|rows| rows >= most);
        let next = rows.last().filter(|_| full).map(|row| row.log_index);
        let next = next.map(number).transpose()?;
        Ok((self.unwrap_openings(school, rows).await?, next))
    }

    async fn unwrap_openings(
        &mut self,
        school: SchoolId,
        rows: Vec<OpeningRow>,
    ) -> Result<Vec<StoredOpening>, StoreError> {
        let mut ids: Vec<Uuid> = rows.iter().filter_map(|row| row.key_id).collect();
        ids.sort_unstable();
        ids.dedup();
        let keys = self.shreds.keys(&ids).await?;
        let mut openings = Vec::with_capacity(rows.len());
        for row in rows {
            let place = row.log_index;
            if let Some(plain) = &row.plain {
                openings.push(parted(place, plain)?);
            }
            let key = row.key_id.and_then(|id| keys.get(&id));
            if let (Some(wrapped), Some(key)) = (&row.opening, key) {
                let opening = wrapped.open(key, Cell::Opening(school, number(place)?))?;
                openings.push(parted(place, &opening)?);
            }
        }
        Ok(openings)
    }
}
