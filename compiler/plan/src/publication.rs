//! What is published: frameworks with what proves their controls, how they relate, what rules do, and what people bring.
//!
//! Everything borrows the plan and stands in its order, so that whoever prints it looks up and decides nothing.

mod crosswalk;
mod kind;
mod seen;
mod ways;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::{
    Claims, Control, ControlRef, ControlSet, Evidence, Framework, Instance, Pack, Plan, Reached, Row,
    RuleWords,
};

pub use crosswalk::{Crosswalk, Related};
pub use seen::Seen;

/// How often manual evidence is due, the most often first.
const DUE: [&str; 6] = ["weekly", "monthly", "quarterly", "half-yearly", "yearly", "once"];

/// A control by its framework's name and its id.
type Name<'p> = (&'p str, &'p str);

/// A control and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Spot<'p> {
    /// Its framework.
    pub framework: &'p Framework,
    /// Its control set.
    pub set: &'p ControlSet,
    /// The control.
    pub control: &'p Control,
}

/// A Config rule with its values, in a pack.
#[derive(Clone, Copy, Debug)]
pub struct Running<'p> {
    /// The pack.
    pub pack: &'p Pack,
    /// The rule with its values.
    pub instance: &'p Instance,
}

/// A row of evidence of a published control.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'p> {
    /// The control.
    pub spot: Spot<'p>,
    /// Its row.
    pub row: &'p Row,
}

/// A rule that published controls name.
#[derive(Clone, Debug)]
pub struct PublishedRule<'p> {
    /// Its name.
    pub name: &'p str,
    /// What is said of it.
    pub words: Option<&'p RuleWords>,
    /// Its instances in the packs of the project, by pack.
    pub running: Vec<Running<'p>>,
    /// The rows that name it, by framework, then in source order.
    pub asked: Vec<Asked<'p>>,
}

impl PublishedRule<'_> {
    /// How many rows name it, in how many frameworks, and how many packs run it.
    #[must_use]
    pub fn uses(&self) -> [usize; 3] {
        let frameworks: BTreeSet<&str> =
            self.asked.iter().map(|asked| asked.spot.framework.name.as_str()).collect();
        let packs: BTreeSet<&str> = self.running.iter().map(|running| running.pack.name.as_str()).collect();
        [self.asked.len(), frameworks.len(), packs.len()]
    }
}

/// Manual evidence that published controls ask for.
#[derive(Clone, Debug)]
pub struct PublishedEvidence<'p> {
    /// The evidence.
    pub evidence: &'p Evidence,
    /// The rows that ask for it, by framework, then in source order.
    pub asked: Vec<Asked<'p>>,
}

/// All that is published of a plan.
pub struct Publication<'p> {
    /// The plan.
    pub plan: &'p Plan,
    /// The published frameworks, by name.
    pub frameworks: Vec<&'p Framework>,
    /// The pairs of published frameworks whose controls relate, by name.
    pub crosswalks: Vec<Crosswalk<'p>>,
    /// The rules, by name.
    pub rules: Vec<PublishedRule<'p>>,
    /// The manual evidence, by name.
    pub manual: Vec<PublishedEvidence<'p>>,
    controls: HashMap<Name<'p>, Spot<'p>>,
    mirrored: seen::Mirrored<'p>,
    running: HashMap<Name<'p>, Vec<Running<'p>>>,
    /// For a control, the places of a crosswalk and of its relation there.
    related: HashMap<Name<'p>, Vec<(usize, usize)>>,
    claims: Claims<'p>,
}

impl<'p> Publication<'p> {
    /// What is published of a plan.
    #[must_use]
    pub fn new(plan: &'p Plan) -> Self {
        let is_published = |name: &String| plan.published.binary_search(name).is_ok();
        let frameworks: Vec<&Framework> =
            plan.frameworks.iter().filter(|framework| is_published(&framework.name)).collect();
        let crosswalks = crosswalk::all(plan);
        Self {
            plan,
            rules: rules(plan, &frameworks),
            manual: manual(plan, &frameworks),
            controls: spots(&frameworks).map(|spot| (name(&spot), spot)).collect(),
            mirrored: seen::mirrored(spots(&frameworks)),
            running: running(plan),
            related: related(&crosswalks),
            claims: Claims::new(plan),
            frameworks,
            crosswalks,
        }
    }

    /// Every published control, by framework, then in source order.
    pub fn controls(&self) -> impl Iterator<Item = Spot<'p>> {
        spots(&self.frameworks)
    }

    /// The published control of this name.
    #[must_use]
    pub fn control(&self, control: &ControlRef) -> Option<Spot<'p>> {
        self.controls.get(&(control.framework.as_str(), control.id.as_str())).copied()
    }

    /// The rule of this name, where a published control names it.
    #[must_use]
    pub fn rule(&self, name: &str) -> Option<&PublishedRule<'p>> {
        let place = self.rules.binary_search_by(|rule| rule.name.cmp(name)).ok()?;
        Some(&self.rules[place])
    }

    /// Whether a published control asks for the manual evidence of this name.
    #[must_use]
    pub fn asks_for(&self, name: &str) -> bool {
        self.manual.binary_search_by(|known| known.evidence.name.as_str().cmp(name)).is_ok()
    }

    /// The manual evidence of this name, which some control asks for.
    #[must_use]
    pub fn evidence(&self, name: &str) -> Option<&'p Evidence> {
        let place = self.plan.evidence.binary_search_by(|evidence| evidence.name.as_str().cmp(name)).ok()?;
        Some(&self.plan.evidence[place])
    }

    /// The crosswalks of a framework, by name.
    pub fn crosswalks_of(&self, framework: &str) -> impl Iterator<Item = &Crosswalk<'p>> {
        self.crosswalks.iter().filter(move |walk| walk.frameworks.iter().any(|end| end.name == framework))
    }

    /// The instances that run for a row of a control.
    pub fn running(&self, asked: &Asked<'p>) -> impl Iterator<Item = Running<'p>> {
        let row = asked.row;
        let all = self.running.get(&name(&asked.spot)).filter(|_| row.is_rule()).into_iter().flatten();
        let fits = move |instance: &Instance| {
            let labelled = |label: &String| instance.name == format!("{}-{label}", row.name);
            instance.rule == row.name && row.label.as_ref().is_none_or(labelled)
        };
        all.filter(move |running| fits(running.instance)).copied()
    }

    /// How a control relates to others: the crosswalk, and the relation, which may start from the other control.
    pub fn related(&self, spot: &Spot<'p>) -> impl Iterator<Item = (&Crosswalk<'p>, &Related<'p>)> {
        let places = self.related.get(&name(spot)).into_iter().flatten();
        places.map(|(walk, place)| (&self.crosswalks[*walk], &self.crosswalks[*walk].relations[*place]))
    }

    /// The relations of a control as stated: by itself, then by others of it.
    #[must_use]
    pub fn stated(&self, spot: &Spot<'p>) -> Vec<Seen<'p>> {
        seen::of(spot, &self.mirrored)
    }

    /// The manual evidence, what is due most often first.
    #[must_use]
    pub fn by_due(&self) -> Vec<&PublishedEvidence<'p>> {
        let mut all: Vec<_> = self.manual.iter().collect();
        all.sort_by_key(|published| DUE.iter().position(|due| *due == published.evidence.every));
        all
    }

    /// The crosswalks in which a control relates to others by way of third ones, by the other framework's name; how often.
    #[must_use]
    pub fn derived(&self, spot: &Spot<'p>) -> BTreeMap<&'p str, (&Crosswalk<'p>, usize)> {
        let mut found: BTreeMap<&str, (&Crosswalk<'p>, usize)> = BTreeMap::new();
        for (walk, _) in self.related(spot).filter(|(_, related)| related.stated.is_none()) {
            let other = walk.other(&spot.framework.name);
            found.entry(&other.name).or_insert((walk, 0)).1 += 1;
        }
        found
    }

    /// Whose evidence reaches a control by relations.
    #[must_use]
    pub fn reaching(&self, spot: &Spot<'p>) -> Reached<'_, 'p> {
        self.claims.reaching(&spot.reference())
    }
}

impl Spot<'_> {
    /// The control's name.
    #[must_use]
    pub fn reference(&self) -> ControlRef {
        ControlRef { framework: self.framework.name.clone(), id: self.control.id.clone() }
    }
}

fn name<'p>(spot: &Spot<'p>) -> Name<'p> {
    (&spot.framework.name, &spot.control.id)
}

fn spots<'p>(frameworks: &[&'p Framework]) -> impl Iterator<Item = Spot<'p>> {
    frameworks.iter().flat_map(|framework| {
        framework
            .sets
            .iter()
            .flat_map(move |set| set.controls.iter().map(move |control| Spot { framework, set, control }))
    })
}

fn rows<'p>(frameworks: &[&'p Framework]) -> impl Iterator<Item = Asked<'p>> {
    spots(frameworks).flat_map(|spot| spot.control.rows.iter().map(move |row| Asked { spot, row }))
}

fn rules<'p>(plan: &'p Plan, frameworks: &[&'p Framework]) -> Vec<PublishedRule<'p>> {
    let mut all: BTreeMap<&str, PublishedRule<'p>> = BTreeMap::new();
    for asked in rows(frameworks).filter(|asked| asked.row.is_rule()) {
        let name = asked.row.name.as_str();
        let words = plan.rules.binary_search_by(|words| words.name.as_str().cmp(name));
        let new = || PublishedRule {
            name,
            words: words.ok().map(|place| &plan.rules[place]),
            running: Vec::new(),
            asked: Vec::new(),
        };
        all.entry(name).or_insert_with(new).asked.push(asked);
    }
    for pack in &plan.packs {
        for instance in &pack.instances {
            if let Some(rule) = all.get_mut(instance.rule.as_str()) {
                rule.running.push(Running { pack, instance });
            }
        }
    }
    all.into_values().collect()
}

fn manual<'p>(plan: &'p Plan, frameworks: &[&'p Framework]) -> Vec<PublishedEvidence<'p>> {
    let mut asked: BTreeMap<&str, Vec<Asked<'p>>> = BTreeMap::new();
    for row in rows(frameworks).filter(|asked| asked.row.is_manual()) {
        asked.entry(&row.row.name).or_default().push(row);
    }
    let stated = plan.evidence.iter();
    stated
        .filter_map(|evidence| {
            Some(PublishedEvidence { evidence, asked: asked.remove(evidence.name.as_str())? })
        })
        .collect()
}

fn running(plan: &Plan) -> HashMap<Name<'_>, Vec<Running<'_>>> {
    let mut all: HashMap<Name<'_>, Vec<Running<'_>>> = HashMap::new();
    for pack in &plan.packs {
        for instance in &pack.instances {
            for service in instance.serves.iter().filter(|service| service.asks) {
                let control = (service.control.framework.as_str(), service.control.id.as_str());
                all.entry(control).or_default().push(Running { pack, instance });
            }
        }
    }
    all
}

fn related<'p>(crosswalks: &[Crosswalk<'p>]) -> HashMap<Name<'p>, Vec<(usize, usize)>> {
    let mut all: HashMap<Name<'p>, Vec<(usize, usize)>> = HashMap::new();
    for (walk, crosswalk) in crosswalks.iter().enumerate() {
        for (place, relation) in crosswalk.relations.iter().enumerate() {
            for end in [relation.from(), relation.to()] {
                all.entry(name(&end)).or_default().push((walk, place));
            }
        }
    }
    all
}
