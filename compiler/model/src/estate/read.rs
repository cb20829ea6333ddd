//! Reads an estate from its node, and reports the names that its parts miss in each other.

use std::collections::BTreeMap;

use diagnostics::{Code, Diagnostic, Report};
use source::Span;
use syntax::Node;

use super::{Account, Bucket, Estate, Organization, RegionSet, Role, Unit};
use crate::cycle::order;
use crate::declare::duplicate;
use crate::model::Named;
use crate::read::{child_text, children, first, named, property_named, text_property};

impl Estate {
    pub(crate) fn read(node: Node<'_>, report: &mut Report) -> Option<Self> {
        let estate = Self {
            name: first(node)?,
            partition: child_text(node, "partition")
                .map_or_else(|| "aws".to_owned(), |partition| partition.text),
            region_sets: children(node, "regions").filter_map(read_regions).collect(),
            home_region: child_text(node, "home-region"),
            organization: node.child("organization").and_then(|node| {
                Some(Organization { id: first(node)?, management: property_named(node, "management") })
            }),
            environments: children(node, "environment").filter_map(first).collect(),
            units: children(node, "ou").filter_map(read_unit).collect(),
            accounts: children(node, "account").filter_map(read_account).collect(),
            roles: children(node, "role").filter_map(read_role).collect(),
            buckets: children(node, "bucket").filter_map(read_bucket).collect(),
            recorder: child_text(node, "recorder").map(|mode| mode.text),
            aggregator: node.child("aggregator").and_then(|node| property_named(node, "account")),
        };
        estate.report_duplicates(report);
        estate.report_circles(report);
        estate.report_unknown(report);
        Some(estate)
    }

    fn report_duplicates(&self, report: &mut Report) {
        let accounts = self.accounts.iter().map(|account| &account.name);
        once("account", accounts, report);
        once("account id", self.accounts.iter().map(|account| &account.id), report);
        once("organizational unit", self.units.iter().map(|unit| &unit.name), report);
        once("unit id", self.units.iter().map(|unit| &unit.id), report);
        once("region set", self.region_sets.iter().map(|set| &set.name), report);
        once("role", self.roles.iter().map(|role| &role.name), report);
        once("bucket", self.buckets.iter().map(|bucket| &bucket.name), report);
        once("environment", self.environments.iter(), report);
    }

    /// Units that lie in themselves.
    fn report_circles(&self, report: &mut Report) {
        let place = |name: &str| self.units.iter().position(|unit| unit.name.text == name);
        let above = self.units.iter().enumerate();
        let edges: Vec<(usize, usize)> =
            above.filter_map(|(unit, of)| Some((unit, place(&of.parent.as_ref()?.text)?))).collect();
        for circle in order(self.units.len(), &edges).cycles {
            let parents = circle.iter().filter_map(|edge| self.units[edges[*edge].0].parent.as_ref());
            let name = &self.units[edges[circle[0]].0].name.text;
            let found = Diagnostic::new(Code::DependencyCycle, format!("the unit `{name}` lies in itself"));
            let found = parents.enumerate().fold(found, |found, (position, parent)| match position {
                0 => found.at(parent.span, "its parent"),
                _ => found.with(parent.span, "whose parent is this"),
            });
            report.push(found.help("take one of the parents away").about(name));
        }
    }

    fn report_unknown(&self, report: &mut Report) {
        let management = self.organization.as_ref().and_then(|organization| organization.management.as_ref());
        let of_buckets = self.buckets.iter().filter_map(|bucket| bucket.account.as_ref());
        for account in management.into_iter().chain(of_buckets).chain(self.aggregator.as_ref()) {
            if self.account(&account.text).is_none() {
                report.push(self.unknown_account(account));
            }
        }
        let of_accounts = self.accounts.iter().filter_map(|account| account.unit.as_ref());
        for unit in self.units.iter().filter_map(|unit| unit.parent.as_ref()).chain(of_accounts) {
            if !self.units.iter().any(|known| known.name.text == unit.text) {
                report.push(self.unknown_unit(unit));
            }
        }
        for environment in self.accounts.iter().filter_map(|account| account.environment.as_ref()) {
            if !self.knows_environment(&environment.text) {
                report.push(self.unknown_environment(environment));
            }
        }
        let regions = self.region_sets.iter().flat_map(|set| &set.regions).chain(self.home_region.as_ref());
        for region in regions {
            self.report_region(region, report);
        }
    }

    fn report_region(&self, region: &Named, report: &mut Report) {
        match facts::partition_of(&region.text) {
            Some(partition) if partition == self.partition => {}
            Some(partition) => report.push(
                Diagnostic::new(
                    Code::UnknownRegion,
                    format!("`{}` is not in `{}`", region.text, self.partition),
                )
                .at(region.span, format!("a region of `{partition}`"))
                .help("one estate stands in one partition; its `partition` says which")
                .about(&region.text),
            ),
            None => report.push(self.unknown_region(region)),
        }
    }

    /// Whether an environment is declared, or no declaration asks for one.
    pub(crate) fn knows_environment(&self, name: &str) -> bool {
        let used = self.accounts.iter().filter_map(|account| account.environment.as_ref());
        if self.environments.is_empty() {
            return used.into_iter().any(|known| known.text == name);
        }
        self.environments.iter().any(|known| known.text == name)
    }

    pub(crate) fn unknown_account(&self, written: &Named) -> Diagnostic {
        let names = self.accounts.iter().map(|account| account.name.text.as_str());
        unknown(Code::UnknownAccount, "account", written, names, self.name.span)
    }

    pub(crate) fn unknown_unit(&self, written: &Named) -> Diagnostic {
        let names = self.units.iter().map(|unit| unit.name.text.as_str());
        unknown(Code::UnknownUnit, "organizational unit", written, names, self.name.span)
    }

    pub(crate) fn unknown_environment(&self, written: &Named) -> Diagnostic {
        let names = self.environments.iter().map(|environment| environment.text.as_str());
        unknown(Code::UnknownEnvironment, "environment", written, names, self.name.span)
    }

    pub(crate) fn unknown_region(&self, written: &Named) -> Diagnostic {
        let mut names: Vec<&str> = self.region_sets.iter().map(|set| set.name.text.as_str()).collect();
        for region in facts::regions() {
            names.push(region);
        }
        unknown(Code::UnknownRegion, "region or region set", written, names.into_iter(), self.name.span)
    }

    pub(crate) fn unknown_bucket(&self, written: &Named) -> Diagnostic {
        let names = self.buckets.iter().map(|bucket| bucket.name.text.as_str());
        unknown(Code::UnknownBucket, "bucket", written, names, self.name.span)
    }

    pub(crate) fn unknown_role(&self, written: &Named) -> Diagnostic {
        let names = self.roles.iter().map(|role| role.name.text.as_str());
        unknown(Code::UnknownRole, "role", written, names, self.name.span)
    }
}

fn unknown<'a>(
    code: Code,
    what: &str,
    written: &Named,
    names: impl Iterator<Item = &'a str>,
    estate: Span,
) -> Diagnostic {
    Diagnostic::new(code, format!("the estate has no {what} `{}`", written.text))
        .at(written.span, "not declared")
        .with(estate, "the estate")
        .one_of(written.span, &written.text, &format!("{what}s"), names, syntax::quote)
        .about(&written.text)
}

fn once<'a>(kind: &str, names: impl Iterator<Item = &'a Named>, report: &mut Report) {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for name in names {
        match seen.get(name.text.as_str()) {
            Some(earlier) => report.push(duplicate(kind, name, *earlier)),
            None => {
                seen.insert(&name.text, name.span);
            }
        }
    }
}

fn read_regions(node: Node<'_>) -> Option<RegionSet> {
    Some(RegionSet { name: first(node)?, regions: node.arguments().skip(1).filter_map(named).collect() })
}

fn read_unit(node: Node<'_>) -> Option<Unit> {
    Some(Unit {
        name: first(node)?,
        id: node.argument(1).and_then(named)?,
        parent: property_named(node, "parent"),
    })
}

fn read_account(node: Node<'_>) -> Option<Account> {
    Some(Account {
        name: first(node)?,
        id: node.argument(1).and_then(named)?,
        unit: property_named(node, "ou"),
        environment: property_named(node, "environment"),
    })
}

fn read_role(node: Node<'_>) -> Option<Role> {
    let name = text_property(node, "name")?;
    let path = text_property(node, "path").unwrap_or_default();
    let path = path.trim_matches('/');
    let iam_name = if path.is_empty() { name } else { format!("{path}/{name}") };
    Some(Role { name: first(node)?, iam_name })
}

fn read_bucket(node: Node<'_>) -> Option<Bucket> {
    Some(Bucket {
        name: first(node)?,
        s3_name: text_property(node, "name")?,
        account: property_named(node, "account"),
    })
}
