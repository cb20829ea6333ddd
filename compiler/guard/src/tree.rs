//! The judge's parse tree, read for what it knows better than a tokenizer: rules, references, newer operators.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

/// A place as cfn-guard gives it: line from 1, column from 1 in characters or, for functions, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// A name with the place where its clause begins.
pub(crate) type Named = (String, Place);

/// A mention of a rule.
#[derive(Debug)]
pub(crate) struct Mention {
    pub(crate) named: Named,
    /// How many arguments it is called with; 0 without parentheses.
    pub(crate) arguments: usize,
}

/// A rule and the names that its conditions and body refer to.
#[derive(Debug, Default)]
pub(crate) struct Rule {
    pub(crate) name: String,
    /// How many parameters it has.
    pub(crate) parameters: usize,
    pub(crate) uses: References,
}

/// What a part of the tree refers to.
#[derive(Debug, Default)]
pub(crate) struct References {
    pub(crate) rules: Vec<Mention>,
    pub(crate) functions: Vec<Named>,
    /// `is_null` and `is_float`, at the start of their clause.
    pub(crate) tests: Vec<Named>,
}

/// The rules of a policy text.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    /// Rules that are evaluated by themselves.
    pub(crate) rules: Vec<Rule>,
    /// Rules that are evaluated where they are called.
    pub(crate) parameterized: Vec<Rule>,
    /// What the global assignments refer to.
    pub(crate) assignments: References,
    /// Each assignment of each scope: its variable, and the variables of its value in the same scope.
    pub(crate) variables: Vec<Vec<(String, BTreeSet<String>)>>,
}

impl Tree {
    /// Reads the JSON form.
    pub(crate) fn read(json: &Value) -> Self {
        let mut tree = Self::default();
        for rule in array(&json["guard_rules"]) {
            tree.rules.push(read_rule(rule, 0));
        }
        for rule in array(&json["parameterized_rules"]) {
            let parameters = array(&rule["parameter_names"]).count();
            tree.parameterized.push(read_rule(&rule["rule"], parameters));
        }
        collect(&json["assignments"], &mut tree.assignments);
        scopes(json, &mut tree.variables);
        tree
    }

    /// All rules, those evaluated by themselves first.
    pub(crate) fn all_rules(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter().chain(&self.parameterized)
    }

    /// Everything referred to anywhere.
    pub(crate) fn references(&self) -> impl Iterator<Item = &References> {
        std::iter::once(&self.assignments).chain(self.all_rules().map(|rule| &rule.uses))
    }

    /// How often parameterized rules are called when each rule is evaluated once, saturating; rules must not lead back to themselves.
    pub(crate) fn calls(&self) -> usize {
        let mut known = BTreeMap::new();
        self.rules.iter().fold(0, |sum: usize, rule| sum.saturating_add(self.calls_of(rule, &mut known)))
    }

    /// Goes as deep as rules call each other, which the length of a policy bounds.
    fn calls_of<'a>(&'a self, rule: &'a Rule, known: &mut BTreeMap<&'a str, usize>) -> usize {
        if let Some(calls) = known.get(rule.name.as_str()) {
            return *calls;
        }
        let mut sum: usize = 0;
        for mention in rule.uses.rules.iter().filter(|mention| mention.arguments > 0) {
            if let Some(called) = self.parameterized.iter().find(|rule| rule.name == mention.named.0) {
                sum = sum.saturating_add(self.calls_of(called, known)).saturating_add(1);
            }
        }
        known.insert(&rule.name, sum);
        sum
    }
}

fn read_rule(json: &Value, parameters: usize) -> Rule {
    let mut uses = References::default();
    collect(json, &mut uses);
    Rule { name: text(&json["rule_name"]), parameters, uses }
}

fn array(json: &Value) -> impl Iterator<Item = &Value> {
    json.as_array().into_iter().flatten()
}

fn text(json: &Value) -> String {
    json.as_str().unwrap_or_default().to_owned()
}

fn place(json: &Value) -> Place {
    let number =
        |key: &str| json["location"][key].as_u64().and_then(|at| usize::try_from(at).ok()).unwrap_or(1);
    Place { line: number("line"), column: number("column") }
}

fn mention(json: &Value, arguments: usize) -> Mention {
    Mention { named: (text(&json["dependent_rule"]), place(json)), arguments }
}

/// The members but literals of the policy, which may hold keys that look like the tree's.
fn parts(members: &Map<String, Value>) -> impl Iterator<Item = &Value> {
    members.iter().filter(|(key, _)| *key != "Value").map(|(_, member)| member)
}

/// Depth is bounded by the brackets that the judge is asked about.
fn collect(json: &Value, found: &mut References) {
    match json {
        Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        Value::Object(members) => {
            if members.contains_key("dependent_rule") {
                found.rules.push(mention(json, 0));
            }
            if let Some(called) = members.get("named_rule") {
                found.rules.push(mention(called, array(&json["parameters"]).count()));
                return collect(&json["parameters"], found);
            }
            if let Some(call) = members.get("FunctionCall") {
                found.functions.push((text(&call["name"]), place(call)));
            }
            match json["comparator"][0].as_str() {
                Some("IsNull") => found.tests.push(("is_null".to_owned(), place(json))),
                Some("IsFloat") => found.tests.push(("is_float".to_owned(), place(json))),
                _ => {}
            }
            parts(members).for_each(|member| collect(member, found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Every list of assignments below `json`, as (variable, variables of its value).
fn scopes(json: &Value, found: &mut Vec<Vec<(String, BTreeSet<String>)>>) {
    match json {
        Value::Array(items) => items.iter().for_each(|item| scopes(item, found)),
        Value::Object(members) => {
            let scope: Vec<_> = members.get("assignments").map(assignments).unwrap_or_default();
            if !scope.is_empty() {
                found.push(scope);
            }
            parts(members).for_each(|member| scopes(member, found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn assignments(json: &Value) -> Vec<(String, BTreeSet<String>)> {
    array(json)
        .filter(|item| item["var"].is_string())
        .map(|item| {
            let mut names = BTreeSet::new();
            variables(&item["value"], &mut names);
            (text(&item["var"]), names)
        })
        .collect()
}

fn variables(json: &Value, names: &mut BTreeSet<String>) {
    match json {
        Value::Array(items) => items.iter().for_each(|item| variables(item, names)),
        Value::Object(members) => {
            if let Some(name) =
                members.get("Key").and_then(Value::as_str).and_then(|key| key.strip_prefix('%'))
            {
                names.insert(name.to_owned());
            }
            parts(members).for_each(|member| variables(member, names));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
