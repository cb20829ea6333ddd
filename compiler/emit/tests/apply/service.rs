//! A stand-in for Audit Manager on the loopback: pages of two, sources with ids, in another order than sent.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use serde_json::{Value, json};

const PAGE: usize = 2;

/// What the AWS CLI sends to STS, which speaks the query protocol.
const CALLER_ASKED: &[u8] = b"Action=GetCallerIdentity&Version=2011-06-15";
const CALLER: &str = r#"<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
<Arn>arn:aws:iam::111122223333:user/one</Arn><UserId>ONE</UserId><Account>111122223333</Account>
</GetCallerIdentityResult></GetCallerIdentityResponse>"#;

#[derive(Default)]
struct State {
    controls: Vec<Value>,
    frameworks: Vec<Value>,
    assessments: Vec<Value>,
    writes: Vec<String>,
    ids: usize,
}

/// The service; it ends with the test's process.
pub(crate) struct Service {
    port: u16,
    state: Arc<Mutex<State>>,
}

impl Service {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let state = Arc::new(Mutex::new(State::default()));
        let shared = Arc::clone(&state);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                serve(stream, &shared);
            }
        });
        Self { port, state }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The requests that changed something since the last question.
    pub(crate) fn writes(&self) -> Vec<String> {
        std::mem::take(&mut self.state.lock().expect("no thread panicked").writes)
    }

    /// The control whose name begins so.
    pub(crate) fn control(&self, name: &str) -> Value {
        let state = self.state.lock().expect("no thread panicked");
        let found =
            state.controls.iter().find(|one| one["name"].as_str().is_some_and(|it| it.starts_with(name)));
        found.cloned().expect("a control of this name")
    }

    pub(crate) fn hold_control(&self, body: Value) {
        self.state.lock().expect("no thread panicked").create("control", body);
    }

    /// An assessment that uses the control whose name begins so.
    pub(crate) fn run_assessment(&self, name: &str) {
        let control = self.control(name);
        let mut state = self.state.lock().expect("no thread panicked");
        let id = state.id();
        let sets = json!([{ "id": "Data", "controls": [{ "id": control["id"], "name": control["name"] }] }]);
        state.assessments.push(json!({ "id": id, "framework": { "controlSets": sets } }));
    }
}

impl State {
    fn id(&mut self) -> String {
        self.ids += 1;
        format!("00000000-0000-0000-0000-{:012}", self.ids)
    }

    fn create(&mut self, kind: &str, mut body: Value) -> Value {
        let id = self.id();
        body["arn"] = json!(format!("arn:aws:auditmanager:eu-west-1:111122223333:{kind}/{id}"));
        body["id"] = json!(id);
        let body = self.completed(body);
        let all = if kind == "control" { &mut self.controls } else { &mut self.frameworks };
        all.push(body.clone());
        body
    }

    /// With ids for new sources and sets, and in another order.
    fn completed(&mut self, mut body: Value) -> Value {
        for (list, key) in [("controlMappingSources", "sourceId"), ("controlSets", "id")] {
            for item in body[list].as_array_mut().into_iter().flatten().rev() {
                if item[key].is_null() {
                    item[key] = json!(self.id());
                }
            }
            if let Some(items) = body[list].as_array_mut() {
                items.reverse();
            }
        }
        body
    }

    fn update(&mut self, kind: &str, id: &str, body: Value) -> Value {
        let mut body = self.completed(body);
        let all = if kind == "control" { &mut self.controls } else { &mut self.frameworks };
        let Some(old) = all.iter_mut().find(|one| one["id"] == id) else { return Value::Null };
        for key in ["id", "arn", "tags"] {
            body[key] = old[key].clone();
        }
        *old = body.clone();
        body
    }

    fn tag(&mut self, arn: &str, tags: &Value) {
        let all = self.controls.iter_mut().chain(&mut self.frameworks);
        for one in all.filter(|one| one["arn"] == arn) {
            one["tags"] = tags.clone();
        }
    }

    fn answer(&mut self, method: &str, target: &str, body: Value) -> Option<Value> {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        if method != "GET" {
            self.writes.push(format!("{method} {path}"));
        }
        let (collection, id) = path.trim_start_matches('/').split_once('/').unwrap_or((&path[1..], ""));
        let find = |all: &[Value]| all.iter().find(|one| one["id"] == id).cloned();
        Some(match (method, collection, id) {
            ("GET", "controls", "") => page("controlMetadataList", &bare(&self.controls), query),
            ("GET", "controls", _) => json!({ "control": find(&self.controls)? }),
            ("POST", "controls", "") => json!({ "control": self.create("control", body) }),
            ("PUT", "controls", _) => json!({ "control": self.update("control", id, body) }),
            ("GET", "assessments", "") => page("assessmentMetadata", &bare(&self.assessments), query),
            ("GET", "assessments", _) => json!({ "assessment": find(&self.assessments)? }),
            ("GET", "assessmentFrameworks", "") => {
                page("frameworkMetadataList", &bare(&self.frameworks), query)
            }
            ("GET", "assessmentFrameworks", _) => json!({ "framework": find(&self.frameworks)? }),
            ("POST", "assessmentFrameworks", "") => json!({ "framework": self.create("framework", body) }),
            ("PUT", "assessmentFrameworks", _) => json!({ "framework": self.update("framework", id, body) }),
            ("POST", "tags", _) => {
                self.tag(&id.replace("%3A", ":").replace("%2F", "/"), &body["tags"]);
                json!({})
            }
            _ => return None,
        })
    }
}

/// What lists show of a thing.
fn bare(all: &[Value]) -> Vec<Value> {
    all.iter().map(|one| json!({ "id": one["id"], "arn": one["arn"], "name": one["name"] })).collect()
}

fn page(key: &str, all: &[Value], query: &str) -> Value {
    let token = query.split('&').find_map(|pair| pair.strip_prefix("nextToken="));
    let start: usize = token.and_then(|token| token.parse().ok()).unwrap_or(0);
    let end = (start + PAGE).min(all.len());
    let mut page = json!({ key: all[start..end] });
    if end < all.len() {
        page["nextToken"] = json!(end.to_string());
    }
    page
}

fn serve(stream: TcpStream, state: &Mutex<State>) {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    if reader.read_line(&mut first).is_err() {
        return;
    }
    let mut length = 0;
    let mut header = String::new();
    while reader.read_line(&mut header).is_ok_and(|read| read > 2) {
        if let Some(value) = header.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
        header.clear();
    }
    let mut sent = vec![0; length];
    if reader.read_exact(&mut sent).is_err() {
        return;
    }
    let mut words = first.split_whitespace();
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or("/"));
    let (status, kind, text) = if sent == CALLER_ASKED {
        ("200 OK", "text/xml", CALLER.to_owned())
    } else {
        let body = serde_json::from_slice(&sent).unwrap_or(Value::Null);
        match state.lock().expect("no thread panicked").answer(method, target, body) {
            Some(value) => ("200 OK", "application/json", value.to_string()),
            None => ("404 Not Found", "application/json", json!({ "message": "no such thing" }).to_string()),
        }
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        text.len()
    );
    // A caller that has gone needs no answer.
    let _ = reader.get_mut().write_all((head + &text).as_bytes());
}
