//! Where a visitor comes from, as far as anything in here may know: one of 65,536 places, by a keyed hash of
//! the address's /24 or /48 that is never written down.
//!
//! Promise: the address is dropped at the door. Handlers, logs and tables see the place at most, and the key behind
//! it lives in memory for a day. `X-Forwarded-For` counts only from a proxy that was named; every such header is then
//! taken off the request, so that nothing further in can read one by mistake (R38, R49).

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use axum::extract::{FromRequestParts, Request, State};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::Response;
use ipnet::IpNet;

use crate::app::App;
use crate::crowd::Place;
use crate::problem::ApiError;

/// The other end of the connection. Put on each request by the accept loop, taken off by [`forget_address`].
#[derive(Clone, Copy)]
pub struct Peer(pub IpAddr);

/// Headers by which proxies and browsers tell who someone is. None reaches a handler.
const TELLTALES: [&str; 6] = [
    "forwarded",
    "x-forwarded-for",
    "x-real-ip",
    "x-client-ip",
    "true-client-ip",
    "cf-connecting-ip",
];

/// Turns the address into a place and takes it, and every header that could hold one, off the request.
pub async fn forget_address(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let peer = request.extensions_mut().remove::<Peer>();
    let address =
        peer.map(|peer| visitor_address(peer.0, request.headers(), &app.settings.trusted_proxies));
    for name in TELLTALES {
        while request.headers_mut().remove(name).is_some() {}
    }
    let place = app
        .crowd
        .place(address.map(prefix), app.now(), &app.randomness);
    request.extensions_mut().insert(place);
    next.run(request).await
}

impl FromRequestParts<App> for Place {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let known = parts.extensions.get::<Self>().copied();
        Ok(known.unwrap_or_else(|| app.crowd.place(None, app.now(), &app.randomness)))
    }
}

/// The address a request comes from: the peer, or, if the peer is a proxy of ours, the last address in
/// `X-Forwarded-For` that is not. What stands before that one was written by the visitor and counts for nothing.
fn visitor_address(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let is_ours = |address: &IpAddr| trusted.iter().any(|network| network.contains(address));
    let peer = peer.to_canonical();
    if !is_ours(&peer) {
        return peer;
    }
    let lines: Vec<&str> = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|line| line.to_str().ok())
        .collect();
    let hops = lines.iter().flat_map(|line| line.split(',')).rev();
    let mut last = peer;
    for hop in hops {
        // A hop that is no address ends the part that can be believed.
        let Some(address) = parse(hop.trim()) else {
            return last;
        };
        last = address;
        if !is_ours(&address) {
            return address;
        }
    }
    last
}

/// An address, with or without a port.
fn parse(hop: &str) -> Option<IpAddr> {
    let address: Option<IpAddr> = hop.parse().ok();
    let with_port = || {
        hop.parse::<std::net::SocketAddr>()
            .ok()
            .map(|with| with.ip())
    };
    address
        .or_else(with_port)
        .map(|address| address.to_canonical())
}

/// A /24 or a /48: a household, a school, a mobile operator's cell; never one device.
fn prefix(address: IpAddr) -> [u8; 8] {
    let mut bytes = [0; 8];
    match address {
        IpAddr::V4(address) => {
            let network = Ipv4Addr::from(u32::from(address) & 0xffff_ff00);
            bytes[0] = 4;
            bytes[1..4].copy_from_slice(&network.octets()[..3]);
        }
        IpAddr::V6(address) => {
            let network = Ipv6Addr::from(u128::from(address) & !(u128::MAX >> 48));
            bytes[0] = 6;
            bytes[1..7].copy_from_slice(&network.octets()[..6]);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    fn seen(peer: &str, lines: &[&str]) -> IpAddr {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append("x-forwarded-for", line.parse().unwrap());
        }
        let trusted = ["10.0.0.0/8".parse().unwrap(), "fd00::/8".parse().unwrap()];
        visitor_address(address(peer), &headers, &trusted)
    }

    // R38, ASVS 4.1.3: forwarded headers count only from the configured proxy.
    #[test]
    fn only_a_named_proxy_is_believed_and_only_for_its_own_word() {
        assert_eq!(
            seen("192.0.2.1", &["198.51.100.7"]),
            address("192.0.2.1"),
            "not a proxy of ours"
        );
        assert_eq!(seen("10.0.0.1", &["198.51.100.7"]), address("198.51.100.7"));
        assert_eq!(
            seen("10.0.0.1", &["1.1.1.1, 198.51.100.7"]),
            address("198.51.100.7"),
            "forged in front"
        );
        assert_eq!(
            seen("10.0.0.1", &["1.1.1.1", "198.51.100.7, 10.0.0.2"]),
            address("198.51.100.7"),
            "two hops"
        );
        assert_eq!(
            seen("10.0.0.1", &["198.51.100.7, nonsense"]),
            address("10.0.0.1")
        );
        assert_eq!(seen("10.0.0.1", &[]), address("10.0.0.1"));
        assert_eq!(
            seen("10.0.0.1", &["10.9.9.9"]),
            address("10.9.9.9"),
            "someone inside"
        );
        assert_eq!(
            seen("::ffff:10.0.0.1", &["198.51.100.7:4711"]),
            address("198.51.100.7")
        );
        assert_eq!(
            seen("fd00::1", &["[2001:db8::7]:99"]),
            address("2001:db8::7")
        );
    }

    #[test]
    fn a_whole_network_is_one_prefix() {
        assert_eq!(prefix(address("192.0.2.1")), prefix(address("192.0.2.254")));
        assert_ne!(prefix(address("192.0.2.1")), prefix(address("192.0.3.1")));
        assert_eq!(
            prefix(address("2001:db8:1:2::3")),
            prefix(address("2001:db8:1:ffff::9"))
        );
        assert_ne!(
            prefix(address("2001:db8:1::")),
            prefix(address("2001:db8:2::"))
        );
        assert_ne!(prefix(address("32.1.13.0")), prefix(address("2001:d00::")));
    }
}
