//! Arithmetic modulo 2^130 - 5, just enough to aim a Poly1305 tag (RFC 8439 section 2.5). Not constant time.

/// A number below 2^130, lowest limb first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Field([u64; 3]);

const P: [u64; 3] = [0xffff_ffff_ffff_fffb, 0xffff_ffff_ffff_ffff, 3];

impl Field {
    pub const ZERO: Self = Self([0, 0, 0]);

    pub fn from_u128(value: u128) -> Self {
        Self([value as u64, (value >> 64) as u64, 0])
    }

    /// A 16-byte block as Poly1305 reads it: little-endian with a one above.
    pub fn from_block(block: &[u8]) -> Self {
        let value = u128::from_le_bytes(block.try_into().unwrap());
        Self([value as u64, (value >> 64) as u64, 1])
    }

    /// The value, if it fits into 128 bits.
    pub fn to_u128(self) -> Option<u128> {
        (self.0[2] == 0).then_some(u128::from(self.0[0]) | u128::from(self.0[1]) << 64)
    }

    /// The lowest 128 bits.
    pub fn low(self) -> u128 {
        u128::from(self.0[0]) | u128::from(self.0[1]) << 64
    }

    fn reduce(mut self) -> Self {
        while self.0.iter().rev().ge(P.iter().rev()) {
            let mut borrow = false;
            for (limb, p) in self.0.iter_mut().zip(P) {
                let (value, first) = limb.overflowing_sub(p);
                let (value, second) = value.overflowing_sub(u64::from(borrow));
                *limb = value;
                borrow = first || second;
            }
        }
        self
    }

    pub fn add(self, other: Self) -> Self {
        let mut sum = [0; 3];
        let mut carry = false;
        for ((out, a), b) in sum.iter_mut().zip(self.0).zip(other.0) {
            let (value, first) = a.overflowing_add(b);
            let (value, second) = value.overflowing_add(u64::from(carry));
            *out = value;
            carry = first || second;
        }
        Self(sum).reduce()
    }

    pub fn neg(self) -> Self {
        let mut out = P;
        let mut borrow = false;
        for (limb, value) in out.iter_mut().zip(self.0) {
            let (difference, first) = limb.overflowing_sub(value);
            let (difference, second) = difference.overflowing_sub(u64::from(borrow));
            *limb = difference;
            borrow = first || second;
        }
        Self(out).reduce()
    }

    pub fn sub(self, other: Self) -> Self {
        self.add(other.neg())
    }

    pub fn mul(self, other: Self) -> Self {
        let mut sum = Self::ZERO;
        for bit in (0..130).rev() {
            sum = sum.add(sum);
            if other.0[bit / 64] >> (bit % 64) & 1 == 1 {
                sum = sum.add(self);
            }
        }
        sum
    }

    pub fn pow(self, exponent: u64) -> Self {
        let mut result = Self::from_u128(1);
        for bit in (0..64).rev() {
            result = result.mul(result);
            if exponent >> bit & 1 == 1 {
                result = result.mul(self);
            }
        }
        result
    }

    /// By Fermat: value^(p-2).
    pub fn inverse(self) -> Self {
        let exponent = [P[0] - 2, P[1], P[2]];
        let mut result = Self::from_u128(1);
        for bit in (0..130).rev() {
            result = result.mul(result);
            if exponent[bit / 64] >> (bit % 64) & 1 == 1 {
                result = result.mul(self);
            }
        }
        result
    }
}

#[test]
fn arithmetic_holds() {
    let a = Field::from_u128(0x1234_5678_9abc_def0_0fed_cba9_8765_4321);
    let b = Field::from_block(&[0xff; 16]);
    assert_eq!(a.mul(a.inverse()), Field::from_u128(1));
    assert_eq!(b.mul(b.inverse()), Field::from_u128(1));
    assert_eq!(a.add(b).sub(b), a);
    assert_eq!(a.mul(b), b.mul(a));
    assert_eq!(a.pow(3), a.mul(a).mul(a));
    assert_eq!(Field::ZERO.neg(), Field::ZERO);
}
