//! The static site through the router: the same bytes for everyone.

use axum::http::header;

use crate::asking::{ask, get};
use crate::database::Fresh;
use crate::world::{ASSET, PAGE, STAFF_PAGE, World};

both!(pages_are_the_same_for_everyone);

async fn pages_are_the_same_for_everyone(fresh: &Fresh) {
    let world = World::new(fresh);
    for path in ["/", "/s/one", "/s/no-such-school", "/s/one?x=1"] {
        let answer = get(path).header(header::USER_AGENT, path).of(&world).await;
        assert_eq!(
            (answer.status, answer.body.as_slice()),
            (200, PAGE.bytes),
            "{path}"
        );
        assert_eq!(answer.headers[header::CACHE_CONTROL], "no-cache");
    }
    for path in ["/staff", "/s/one/staff"] {
        assert_eq!(get(path).of(&world).await.body, STAFF_PAGE.bytes);
    }
    let small = get("/")
        .header(header::ACCEPT_ENCODING, "br")
        .of(&world)
        .await;
    assert_eq!(small.body, PAGE.brotli.unwrap());
    assert_eq!(small.headers[header::VARY], "accept-encoding");
    let tag = small.headers[header::ETAG].to_str().unwrap().to_owned();
    let again = get("/")
        .header(header::ACCEPT_ENCODING, "br")
        .header(header::IF_NONE_MATCH, tag)
        .of(&world)
        .await;
    assert_eq!((again.status, again.body.len()), (304, 0));

    let asset = get(ASSET.path).of(&world).await;
    assert_eq!(
        asset.headers[header::CACHE_CONTROL],
        "public, max-age=31536000, immutable"
    );
    let head = ask("HEAD", ASSET.path).of(&world).await;
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(
        head.headers[header::CONTENT_LENGTH],
        ASSET.bytes.len().to_string()
    );
}
