//! A small TCP switch: one stable address in front of servers that die and move. It can also cut a connection at
//! the worst moment, or hold everything back as a dead network does.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{sleep, spawn};
use std::time::Duration;

use crate::outcome::Outcome;

/// The switch. Dropping it closes everything.
pub struct Switch {
    pub address: SocketAddr,
    inner: Arc<Inner>,
}

/// Where to cut, once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// When a COMMIT arrives: it never reaches the server.
    BeforeCommit,
    /// When a COMMIT has reached the server: its answer never comes back.
    AfterCommit,
    /// After so many more bytes towards the server.
    AfterBytes(usize),
}

struct Inner {
    targets: Mutex<Vec<SocketAddr>>,
    next: AtomicUsize,
    open: Mutex<Vec<(TcpStream, TcpStream)>>,
    cut: Mutex<Option<Cut>>,
    /// Connections with this number or a lower one get no byte through.
    silent: AtomicUsize,
    made: AtomicUsize,
    over: AtomicBool,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Switch {
    /// Connections go to the targets in turn; one that cannot be reached is passed over.
    pub fn to(targets: &[SocketAddr]) -> Outcome<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let inner = Arc::new(Inner {
            targets: Mutex::new(targets.to_vec()),
            next: AtomicUsize::new(0),
            open: Mutex::default(),
            cut: Mutex::default(),
            silent: AtomicUsize::new(0),
            made: AtomicUsize::new(0),
            over: AtomicBool::new(false),
        });
        let served = Arc::clone(&inner);
        spawn(move || {
            for stream in listener.incoming().flatten() {
                if served.over.load(Ordering::Relaxed) {
                    return;
                }
                let served = Arc::clone(&served);
                spawn(move || served.connect(stream));
            }
        });
        Ok(Self { address, inner })
    }

    /// From now on new connections go there, and those there are break.
    pub fn move_to(&self, targets: &[SocketAddr]) {
        self.retarget(targets);
        self.break_all();
    }

    /// From now on new connections go there; those there are stay as they are.
    pub fn retarget(&self, targets: &[SocketAddr]) {
        *lock(&self.inner.targets) = targets.to_vec();
    }

    /// Breaks every connection.
    pub fn break_all(&self) {
        for (near, far) in lock(&self.inner.open).drain(..) {
            let _ = near.shutdown(Shutdown::Both);
            let _ = far.shutdown(Shutdown::Both);
        }
    }

    /// Connections there are go silent and stay open, as when a cable is pulled.
    pub fn silence(&self) {
        let made = self.inner.made.load(Ordering::Relaxed);
        self.inner.silent.store(made, Ordering::Relaxed);
    }

    /// Cuts one connection, once.
    pub fn cut(&self, cut: Cut) {
        *lock(&self.inner.cut) = Some(cut);
    }

    /// No cut any more, made or not.
    pub fn mend(&self) {
        *lock(&self.inner.cut) = None;
    }

    /// Whether the cut has been made.
    pub fn has_cut(&self) -> bool {
        lock(&self.inner.cut).is_none()
    }
}

impl Drop for Switch {
    fn drop(&mut self) {
        self.inner.over.store(true, Ordering::Relaxed);
        let _ = TcpStream::connect(self.address);
        self.break_all();
    }
}

impl Inner {
    fn connect(self: Arc<Self>, near: TcpStream) {
        let targets = lock(&self.targets).clone();
        let first = self.next.fetch_add(1, Ordering::Relaxed);
        let far = (0..targets.len()).find_map(|turn| {
            let target = targets[(first + turn) % targets.len()];
            TcpStream::connect_timeout(&target, Duration::from_millis(500)).ok()
        });
        let Some(far) = far else {
            return;
        };
        let _ = (near.set_nodelay(true), far.set_nodelay(true));
        let number = self.made.fetch_add(1, Ordering::Relaxed) + 1;
        let copies = (near.try_clone(), far.try_clone());
        let (Ok(near_again), Ok(far_again)) = copies else {
            return;
        };
        if let (Ok(near), Ok(far)) = (near.try_clone(), far.try_clone()) {
            lock(&self.open).push((near, far));
        }
        let back = Arc::clone(&self);
        let answers = spawn(move || back.pass(number, far_again, near_again, false));
        self.pass(number, near, far, true);
        let _ = answers.join();
    }

    fn pass(&self, number: usize, mut from: TcpStream, mut to: TcpStream, forth: bool) {
        let mut bytes = [0; 16 * 1024];
        while let Ok(count @ 1..) = from.read(&mut bytes) {
            if number <= self.silent.load(Ordering::Relaxed) {
                continue;
            }
            let mut chunk = &bytes[..count];
            let cut = if forth { self.due(&mut chunk) } else { None };
            if to.write_all(chunk).is_err() {
                break;
            }
            if let Some(cut) = cut {
                if cut == Cut::AfterCommit {
                    // What the server answers now is lost: the way back is closed first.
                    let _ = from.shutdown(Shutdown::Both);
                    sleep(Duration::from_millis(30));
                }
                break;
            }
        }
        let _ = from.shutdown(Shutdown::Both);
        let _ = to.shutdown(Shutdown::Both);
    }

    /// Whether the cut is due in this chunk, and then what of the chunk still goes through.
    fn due(&self, chunk: &mut &[u8]) -> Option<Cut> {
        let mut armed = lock(&self.cut);
        let commits = chunk.windows(6).any(|six| six == b"COMMIT");
        match *armed {
            Some(cut @ Cut::BeforeCommit) if commits => {
                *chunk = &[];
                *armed = None;
                Some(cut)
            }
            Some(cut @ Cut::AfterCommit) if commits => {
                *armed = None;
                Some(cut)
            }
            Some(cut @ Cut::AfterBytes(left)) if left < chunk.len() => {
                *chunk = &chunk[..left];
                *armed = None;
                Some(cut)
            }
            Some(Cut::AfterBytes(left)) => {
                *armed = Some(Cut::AfterBytes(left - chunk.len()));
                None
            }
            _ => None,
        }
    }
}
