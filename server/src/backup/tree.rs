//! What a backup's rows must add up to: the log's root, and bodies that are what their hashes say.

use protocol::encoding::FixedBytes;
use protocol::id::Hash;
use protocol::tree::Frontier;

use super::TableFile;
use crate::store::Value;

/// Built row by row.
#[derive(Default)]
pub struct Rebuilt {
    tree: Frontier,
    leaves: u64,
    wrong: Option<&'static str>,
}

impl Rebuilt {
    /// Looks at one row.
    pub fn take(&mut self, table: &TableFile, row: &[Value]) {
        if table.name == "log_leaf" {
            self.leaf(table, row);
        }
    }

    /// The root of the log; `None` if it has no leaves.
    pub fn root(&self) -> Option<Hash> {
        (self.leaves > 0).then(|| self.tree.root())
    }

    /// What does not fit together.
    pub fn complaint(&self) -> Option<&'static str> {
        self.wrong
    }

    fn leaf(&mut self, table: &TableFile, row: &[Value]) {
        let place = value(table, row, "log_index");
        let leaf = value(table, row, "leaf");
        let (Some(Value::Number(place)), Some(Value::Bytes(leaf))) = (place, leaf) else {
            self.wrong = Some("a leaf of the log has no place");
            return;
        };
        let leaf = <[u8; 32]>::try_from(leaf.as_slice()).map(FixedBytes);
        match (u64::try_from(*place), leaf) {
            (Ok(place), Ok(leaf)) if place == self.leaves => {
                self.tree.push(&leaf);
                self.leaves += 1;
            }
            _ => self.wrong = Some("leaves of the log are missing"),
        }
    }
}

fn value<'a>(table: &TableFile, row: &'a [Value], column: &str) -> Option<&'a Value> {
    let place = table.columns.iter().position(|name| name == column)?;
    row.get(place)
}
