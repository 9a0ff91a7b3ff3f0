//! "Randomness" that vectors prescribe.

use core::convert::Infallible;

use rand_core::{TryCryptoRng, TryRng};

/// Gives out prescribed bytes in order, then zeros.
pub struct Prescribed<'a>(pub &'a [u8]);

impl TryRng for Prescribed<'_> {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), Infallible> {
        let (now, later) = self.0.split_at(self.0.len().min(out.len()));
        out[..now.len()].copy_from_slice(now);
        out[now.len()..].fill(0);
        self.0 = later;
        Ok(())
    }
}

impl TryCryptoRng for Prescribed<'_> {}
