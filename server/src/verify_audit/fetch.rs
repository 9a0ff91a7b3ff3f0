//! Just enough HTTP to read a server's public log: plain http, GET, bounded, no redirects.

use axum::body::Bytes;
use http_body_util::{BodyExt, Empty, Limited};
use hyper::client::conn::http1::handshake;
use hyper::{Request, header};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use crate::serve::Failure;

/// A page of a thousand leaves is 50 KB; nothing here is larger than this.
const MOST_BYTES: usize = 16 * 1024 * 1024;

/// Host and port of a server.
pub struct Origin {
    authority: String,
    address: String,
}

impl Origin {
    /// Reads `HOST[:PORT][/s/SLUG]`; without a slug the server's only school is meant.
    pub fn parse(text: &str) -> Result<(Self, String), Failure> {
        let (authority, path) = text.split_once('/').unwrap_or((text, ""));
        let slug = match path
            .trim_end_matches('/')
            .split('/')
            .collect::<Vec<_>>()
            .as_slice()
        {
            [""] => "-",
            ["s", slug] | ["s", slug, _] => slug,
            _ => return Err("the address must look like http://HOST/s/SCHOOL".into()),
        };
        let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        if authority.is_empty() || slug.is_empty() || !slug.chars().all(plain) {
            return Err("the address must look like http://HOST/s/SCHOOL".into());
        }
        let has_port = authority
            .rsplit_once(':')
            .is_some_and(|(_, port)| port.parse::<u16>().is_ok());
        let address = if has_port {
            authority.to_owned()
        } else {
            format!("{authority}:80")
        };
        Ok((
            Self {
                authority: authority.to_owned(),
                address,
            },
            slug.to_owned(),
        ))
    }

    /// The body at this path, if the answer is 200.
    pub async fn get(&self, path: &str) -> Result<Vec<u8>, Failure> {
        let stream = TcpStream::connect(&self.address).await?;
        let (mut sender, connection) = handshake(TokioIo::new(stream)).await?;
        let connection = tokio::spawn(connection);
        let request = Request::get(path)
            .header(header::HOST, &self.authority)
            .body(Empty::<Bytes>::new())?;
        let response = sender.send_request(request).await?;
        if response.status() != 200 {
            return Err(format!("the server answered {} for {path}", response.status()).into());
        }
        let body = Limited::new(response.into_body(), MOST_BYTES)
            .collect()
            .await?;
        connection.abort();
        Ok(body.to_bytes().to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_schools() {
        let parse = |text| {
            Origin::parse(text)
                .map(|(origin, slug)| (origin.address, slug))
                .ok()
        };
        let is = |address: &str, slug: &str| Some((address.to_owned(), slug.to_owned()));
        assert_eq!(parse("127.0.0.1:8080"), is("127.0.0.1:8080", "-"));
        assert_eq!(
            parse("reports.example/s/thornmere"),
            is("reports.example:80", "thornmere")
        );
        assert_eq!(
            parse("127.0.0.1:8080/s/thornmere/staff"),
            is("127.0.0.1:8080", "thornmere")
        );
        assert_eq!(parse("host/other"), None);
        assert_eq!(parse("/s/x"), None);
    }
}
