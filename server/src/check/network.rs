//! Lines about the network: which ports of this machine can be reached, and what only somebody outside can see.

use std::collections::BTreeSet;
use std::net::SocketAddr;

use super::{Finding, fail, pass, unknown};

/// A socket that waits for connections, in `/proc/net/tcp`.
const LISTENS: &str = "0A";

/// Ports that wait on an address others can reach, from the texts of `/proc/net/tcp` and `tcp6`.
pub fn reachable(tables: &[String]) -> BTreeSet<u16> {
    let lines = tables.iter().flat_map(|table| table.lines().skip(1));
    lines
        .filter_map(|line| {
            let mut words = line.split_whitespace().skip(1);
            let (local, state) = (words.next()?, words.nth(1)?);
            let (address, port) = local.split_once(':')?;
            let port = u16::from_str_radix(port, 16).ok()?;
            (state == LISTENS && !is_loopback(address)).then_some(port)
        })
        .collect()
}

/// The kernel writes addresses as hexadecimal words in the machine's order.
fn is_loopback(address: &str) -> bool {
    match address.len() {
        8 => address.ends_with("7F"),
        _ => {
            address == "00000000000000000000000001000000"
                || address
                    .strip_prefix("0000000000000000FFFF0000")
                    .is_some_and(is_loopback)
        }
    }
}

/// What others can reach on this machine (XAM-8). `own`: the address for visitors and the one for operators.
pub fn ports(tables: &[String], own: Option<(SocketAddr, SocketAddr)>) -> Finding {
    let what = "open ports";
    if let Some((_, admin)) = own
        && !admin.ip().is_loopback()
    {
        return fail(
            what,
            "the operators' address can be reached from outside: set --admin-listen to an address of this machine only",
        );
    }
    if tables.iter().all(String::is_empty) {
        return unknown(what, "this system does not say which ports are open");
    }
    let mut open = reachable(tables);
    if let Some((public, _)) = own {
        open.remove(&public.port());
    }
    if open.is_empty() {
        return pass(
            what,
            "nothing else on this machine waits for connections from outside",
        );
    }
    let list: Vec<String> = open.iter().map(u16::to_string).collect();
    unknown(
        what,
        &format!(
            "others wait for connections too, on {}: close what is not needed; whether a firewall does so cannot be seen from here",
            list.join(", ")
        ),
    )
}

/// The kernel's tables of this process's network.
pub fn tables() -> Vec<String> {
    ["/proc/self/net/tcp", "/proc/self/net/tcp6"]
        .map(|path| std::fs::read_to_string(path).unwrap_or_default())
        .into()
}

/// Nobody is called by this program, so somebody has to look.
pub fn mail() -> Finding {
    unknown(
        "mail",
        "this program sends no mail, so none can fail and none calls anyone: agree who looks at the board, and when",
    )
}

/// What only a browser outside can see.
pub fn from_outside() -> [Finding; 2] {
    [
        unknown(
            "tls",
            "cannot be seen from here: open the page \"Readiness\" from a school computer, which looks at it",
        ),
        unknown(
            "headers",
            "sent with every answer; whether the proxy in front keeps them is seen on the page \"Readiness\"",
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::Verdict::{Fail, Pass, Unknown};
    use super::*;

    const HEAD: &str = "  sl  local_address rem_address   st\n";

    fn table(lines: &[&str]) -> Vec<String> {
        let lines: String = lines.iter().map(|line| format!("   0: {line}\n")).collect();
        vec![format!("{HEAD}{lines}")]
    }

    // R48: each line in both states.
    #[test]
    fn a_port_others_can_reach_is_named() {
        // XAM-8
        let own = |admin: &str| Some(("0.0.0.0:8080".parse().unwrap(), admin.parse().unwrap()));
        let inside = own("127.0.0.1:8081");
        let sotto = "00000000:1F90 00000000:0000 0A";
        let local = "0100007F:1F91 00000000:0000 0A";
        let talking = "0200000A:0016 0300000A:C001 01";
        assert_eq!(ports(&table(&[sotto, local, talking]), inside).0, Pass);
        let open = ports(&table(&[sotto, "00000000:1538 00000000:0000 0A"]), inside);
        assert_eq!(open.0, Unknown);
        assert!(open.2.contains("5432"), "{}", open.2);
        assert_eq!(ports(&table(&[sotto]), own("0.0.0.0:8081")).0, Fail);
        assert_eq!(ports(&[String::new()], inside).0, Unknown);
    }

    #[test]
    fn the_other_form_of_addresses_is_read_too() {
        let six = |address: &str| reachable(&table(&[&format!("{address}:0050 0:0 0A")])).len();
        assert_eq!(six("00000000000000000000000000000000"), 1);
        assert_eq!(six("00000000000000000000000001000000"), 0);
        assert_eq!(six("0000000000000000FFFF00000100007F"), 0);
        assert_eq!(six("0000000000000000FFFF00000200000A"), 1);
    }

    #[test]
    fn what_cannot_be_seen_is_not_passed() {
        assert!(from_outside().iter().all(|line| line.0 == Unknown));
        assert_eq!(mail().0, Unknown);
    }
}
