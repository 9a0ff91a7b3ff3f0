//! A network that remembers what was sent and can be made to lie.

use std::cell::RefCell;
use std::rc::Rc;

use client::transport::{Request, Response, Transport, Unreachable};
use demo::transport::InMemory;
use protocol::api::SchoolView;
use protocol::pack::{pack, unpack};

/// What a session sent.
#[derive(Clone, PartialEq, Eq)]
pub struct Sent {
    pub path: String,
    pub body: Vec<u8>,
}

/// Changes answers on their way: path and body of the request, status and body of the answer.
pub type Lie = Box<dyn FnMut(&Sent, Response) -> Response>;

struct Inner {
    server: InMemory,
    sent: RefCell<Vec<Sent>>,
    lie: RefCell<Option<Lie>>,
    lost: RefCell<(&'static str, u32)>,
}

/// A way to the server with someone in it. Clones are the same network.
#[derive(Clone)]
pub struct Network(Rc<Inner>);

impl Network {
    pub fn to(server: InMemory) -> Self {
        Self(Rc::new(Inner {
            server,
            sent: RefCell::default(),
            lie: RefCell::default(),
            lost: RefCell::default(),
        }))
    }

    /// From now on every answer goes through `lie`.
    pub fn lie(&self, lie: impl FnMut(&Sent, Response) -> Response + 'static) {
        self.0.lie.replace(Some(Box::new(lie)));
    }

    /// Answers come as they are again.
    pub fn be_honest(&self) {
        self.0.lie.replace(None);
    }

    /// The next `count` answers to this path are lost after the server worked on the request.
    pub fn lose_answers_of(&self, path: &'static str, count: u32) {
        self.0.lost.replace((path, count));
    }

    /// What was sent since the last call.
    pub fn take_sent(&self) -> Vec<Sent> {
        self.0.sent.take()
    }
}

impl Transport for Network {
    async fn call(&self, request: Request) -> Result<Response, Unreachable> {
        let sent = Sent {
            path: request.path.clone(),
            body: request.body.clone(),
        };
        self.0.sent.borrow_mut().push(sent.clone());
        let answer = self.0.server.call(request).await?;
        let mut lost = self.0.lost.borrow_mut();
        if lost.1 > 0 && sent.path.ends_with(lost.0) {
            lost.1 -= 1;
            return Err(Unreachable);
        }
        let mut lie = self.0.lie.borrow_mut();
        Ok(match lie.as_mut() {
            Some(lie) => lie(&sent, answer),
            None => answer,
        })
    }
}

/// Changes what every page is told of the school.
pub fn changing_school(change: impl Fn(&mut SchoolView) + 'static) -> Lie {
    Box::new(move |sent, answer| {
        let Some(mut view) = unpack::<SchoolView>(&answer.body) else {
            return answer;
        };
        assert!(sent.path.ends_with("/packed"));
        change(&mut view);
        Response {
            status: answer.status,
            body: pack(&view).to_vec(),
        }
    })
}

/// Changes the JSON of one path's answers.
pub fn changing<T>(path: &'static str, change: impl Fn(&mut T) + 'static) -> Lie
where
    T: serde::Serialize + serde::de::DeserializeOwned,
{
    Box::new(move |sent, answer| {
        let Ok(mut value) = serde_json::from_slice::<T>(&answer.body) else {
            return answer;
        };
        if !sent.path.contains(path) {
            return answer;
        }
        change(&mut value);
        Response {
            status: answer.status,
            body: serde_json::to_vec(&value).unwrap(),
        }
    })
}
