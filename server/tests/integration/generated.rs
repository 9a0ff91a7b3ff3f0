//! R31: requests made from the interface's own document, valid and not, over every route. None is answered with a 5xx,
//! each refusal is a problem document with a status the document names, and nothing invalid is taken. The seed is fixed;
//! `SOTTO_GENERATED` says how many a route gets (100,000 in all before a release).

use std::collections::{BTreeMap, BTreeSet};

use protocol::encoding::to_base64url;
use protocol::plaintext::Danger;
use rand_chacha::ChaCha20Rng;
use rand_core::Rng;
use serde_json::{Map, Value, json};
use server::openapi;
use server::route_table::{Body, Caller, ROUTES, Route};

use crate::asking::{Asking, ask};
use crate::database::Fresh;
use crate::pupil::Pupil;
use crate::school::School;
use crate::world::{World, rng};

both!(no_generated_request_breaks_anything);

/// Statuses that any route may answer; the document says so once for all of them (`/problems/...`).
const ANYWHERE: [u16; 7] = [400, 404, 408, 413, 415, 422, 503];

struct Maker {
    document: Value,
    dice: ChaCha20Rng,
    /// Something was put in that the document forbids.
    invalid: bool,
}

impl Maker {
    fn pick(&mut self, of: usize) -> usize {
        usize::try_from(self.dice.next_u32()).unwrap() % of
    }

    fn one_in(&mut self, of: usize) -> bool {
        self.pick(of) == 0
    }

    fn bytes(&mut self) -> Vec<u8> {
        let sizes = [0, 1, 12, 16, 16, 32, 32, 32, 64, 96, 1_200, 5_000];
        let mut bytes = vec![0; sizes[self.pick(sizes.len())]];
        self.dice.fill_bytes(&mut bytes);
        bytes
    }

    fn text(&mut self) -> String {
        let id = self.pick(1 << 20);
        match self.pick(8) {
            0 => String::new(),
            1 => "lead".to_owned(),
            2 => "\u{202e}\u{0}\r\n\u{1f9f8}".to_owned(),
            3 => "x".repeat(self.pick(3_000)),
            4 => format!("00000000-0000-4000-8000-{id:012}"),
            5 => "' or 1=1 --".to_owned(),
            _ => to_base64url(&self.bytes()),
        }
    }

    fn number(&mut self) -> Value {
        let numbers = [
            json!(0),
            json!(1),
            json!(7),
            json!(20_000),
            json!(u32::MAX),
            json!(u64::MAX),
            json!(-1),
            json!(1.5),
            json!(1e300),
        ];
        numbers[self.pick(numbers.len())].clone()
    }

    /// A value of this schema, or now and then one that is not.
    fn value(&mut self, schema: &Value, depth: u32) -> Value {
        if let Some(name) = schema["$ref"].as_str() {
            let name = name.rsplit('/').next().unwrap();
            let schema = self.document["components"]["schemas"][name].clone();
            return self.value(&schema, depth + 1);
        }
        for kind in ["oneOf", "anyOf"] {
            if let Some(choices) = schema[kind].as_array() {
                let choice = choices[self.pick(choices.len())].clone();
                return self.value(&choice, depth + 1);
            }
        }
        if let Some(choices) = schema["enum"].as_array() {
            return choices[self.pick(choices.len())].clone();
        }
        let kind = match &schema["type"] {
            Value::Array(kinds) => kinds[self.pick(kinds.len())].clone(),
            kind => kind.clone(),
        };
        match kind.as_str() {
            Some("object") => self.object(schema, depth),
            Some("array") => {
                let many = if depth > 6 { 0 } else { self.pick(4) };
                (0..many)
                    .map(|_| self.value(&schema["items"], depth + 1))
                    .collect()
            }
            Some("string") => Value::String(self.text()),
            Some("integer" | "number") => self.number(),
            Some("boolean") => json!(self.one_in(2)),
            _ => Value::Null,
        }
    }

    fn object(&mut self, schema: &Value, depth: u32) -> Value {
        let none = Map::new();
        let properties = schema["properties"].as_object().unwrap_or(&none);
        let required = schema["required"].as_array().cloned().unwrap_or_default();
        let mut object = Map::new();
        for (name, schema) in properties {
            let must = required.iter().any(|one| one == name);
            if self.one_in(20) {
                self.invalid |= must;
            } else if self.one_in(25) {
                self.invalid = true;
                object.insert(name.clone(), json!([[{"no": "such type"}]]));
            } else {
                object.insert(name.clone(), self.value(schema, depth + 1));
            }
        }
        if self.one_in(25) {
            self.invalid = true;
            object.insert("surprise".to_owned(), json!(1));
        }
        Value::Object(object)
    }

    fn path(&mut self, route: &Route, names: &[(&str, String)]) -> String {
        let mut path = route.path.to_owned();
        for (name, real) in names {
            let odd = [
                "..",
                "%00",
                "%2e%2e%2f",
                "-",
                "AA",
                "%F0%9F%A7%B8",
                "00000000-0000-0000-0000-000000000000",
            ];
            let name_in = format!("{{{name}}}");
            let put = if self.one_in(3) {
                odd[self.pick(odd.len())]
            } else {
                real
            };
            path = path.replace(&name_in, put);
        }
        let queries = [
            "",
            "",
            "",
            "?from=0&to=9",
            "?before=18446744073709551615",
            "?from=-1",
            "?x=%ff&&=",
            "?after=AA",
        ];
        path + queries[self.pick(queries.len())]
    }

    fn body(&mut self, asking: Asking, route: &Route) -> Asking {
        match route.body {
            Body::Nothing => asking,
            Body::Sealed([small, large]) => {
                let sizes = [small, large, small - 1, large + 1, 0];
                let mut frame = vec![0; sizes[self.pick(sizes.len())]];
                self.dice.fill_bytes(&mut frame);
                self.invalid = true;
                asking.sealed(frame)
            }
            Body::Json(_) => {
                let operation = &self.document["paths"][route.path][route.method.to_lowercase()];
                let schema =
                    operation["requestBody"]["content"]["application/json"]["schema"].clone();
                let text = self.value(&schema, 0).to_string();
                let torn = self.one_in(20);
                self.invalid |= torn;
                asking.text(&text[..text.len() - usize::from(torn)])
            }
        }
    }
}

fn documented(document: &Value, route: &Route) -> BTreeSet<u16> {
    let operation = &document["paths"][route.path][route.method.to_lowercase()];
    let statuses = operation["responses"].as_object().unwrap().keys();
    statuses.filter_map(|status| status.parse().ok()).collect()
}

async fn no_generated_request_breaks_anything(fresh: &Fresh) {
    let world = World::new(fresh);
    let mut school = School::bring_in(&world, "one", 1).await;
    let pupil = Pupil::report(&world, &mut school, Danger::Yes).await;
    let names = [
        ("slug", "one".to_owned()),
        ("case", pupil.place.case.0.to_string()),
        ("staff", school.head.staff.0.to_string()),
        ("hash", to_base64url(&[7; 32])),
        ("invite", school.head.staff.0.to_string()),
    ];
    let each = std::env::var("SOTTO_GENERATED").map_or(60, |text| text.parse().unwrap());
    let mut maker = Maker {
        document: serde_json::from_str(&openapi::text()).unwrap(),
        dice: rng(31),
        invalid: false,
    };
    let mut answers: BTreeMap<u16, u32> = BTreeMap::new();
    let mut wrong = Vec::new();
    for route in ROUTES {
        let known = documented(&maker.document, route);
        // A slow hash each, and a wait after mistakes.
        let many = if route.path.ends_with("/sign-in") {
            each / 4
        } else {
            each
        };
        // Routes before this one may have ended them, and made the next sign-in wait.
        world.clock.advance_seconds(3600);
        let lead = school.sign_in(&world, &school.lead).await;
        let admin = school.sign_in(&world, &school.admin).await;
        let sessions = [&lead, &lead, &admin, &admin, &to_base64url(&[7; 32])];
        for _ in 0..many {
            maker.invalid = false;
            let path = maker.path(route, &names);
            let name = format!("{} {path}", route.method);
            let mut asking = ask(route.method, path);
            let session = maker.pick(6);
            if let Some(token) = sessions.get(session) {
                asking = asking.session(token);
            }
            let answer = maker.body(asking, route).of(&world).await;
            *answers.entry(answer.status).or_default() += 1;
            let said = String::from_utf8_lossy(&answer.body).into_owned();
            let good = (200..300).contains(&answer.status);
            let problem = good || answer.headers["content-type"] == "application/problem+json";
            let in_document = known.contains(&answer.status) || ANYWHERE.contains(&answer.status);
            let let_in = good && (maker.invalid || session > 3 && route.caller != Caller::Anyone);
            if answer.status >= 500 || !problem || !in_document || let_in {
                wrong.push(format!("{name}: {} {said}", answer.status));
            }
        }
    }
    wrong.truncate(20);
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(
        answers.keys().filter(|status| **status < 300).count() >= 1,
        "{answers:?}"
    );
    println!("{answers:?}");
}
