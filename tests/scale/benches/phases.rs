//! How long each phase takes: on projects of 1,000 to 100,000 controls, and on the library.

use std::sync::Arc;

use divan::Bencher;
use divan::counter::BytesCount;
use driver::{Compilation, Texts, World};
use emit::Target;
use model::{Checked, Package, Program, SourceTree};
use plan::{Claims, ControlRef, Plan};
use scale::{Size, project, today, world};
use source::SourceMap;
use syntax::Tree;

const SIZES: &[usize] = &[1_000, 10_000, 100_000];

fn main() {
    divan::main();
}

/// Five relations for each control.
fn size(controls: usize) -> Size {
    Size { controls, relations: controls * 5 }
}

/// The texts of a project, and how many bytes they are.
fn texts(controls: usize) -> (Vec<Arc<str>>, usize) {
    let texts: Vec<Arc<str>> = project(size(controls)).into_iter().map(|(_, text)| text.into()).collect();
    let bytes = texts.iter().map(|text| text.len()).sum();
    (texts, bytes)
}

fn trees(texts: &[Arc<str>]) -> Vec<Tree> {
    let mut sources = SourceMap::default();
    let add = |(place, text): (usize, &Arc<str>)| {
        syntax::parse(sources.add(format!("{place}.kdl"), Arc::clone(text)), text).tree
    };
    texts.iter().enumerate().map(add).collect()
}

fn program(trees: &[Tree]) -> Program<'_> {
    let files = trees.iter().map(|tree| SourceTree { tree, package: Package::Own });
    Program { files: files.collect() }
}

fn checked(trees: &[Tree]) -> Checked {
    let (model, mut report) = model::resolve(&program(trees));
    model::check(model, today(), &mut report).unwrap_or_else(|_| unreachable!("the project has no errors"))
}

fn planned(controls: usize) -> (Plan, usize) {
    let (texts, bytes) = texts(controls);
    (plan::lower(&checked(&trees(&texts))), bytes)
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn parse(bencher: Bencher<'_, '_>, controls: usize) {
    let (texts, bytes) = texts(controls);
    bencher.counter(BytesCount::new(bytes)).bench(|| trees(divan::black_box(&texts)));
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn check_shapes(bencher: Bencher<'_, '_>, controls: usize) {
    let (texts, bytes) = texts(controls);
    let trees = trees(&texts);
    let check = || trees.iter().map(|tree| syntax::check_shapes(tree).len()).sum::<usize>();
    bencher.counter(BytesCount::new(bytes)).bench(check);
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn resolve(bencher: Bencher<'_, '_>, controls: usize) {
    let (texts, bytes) = texts(controls);
    let trees = trees(&texts);
    bencher.counter(BytesCount::new(bytes)).bench_local(|| model::resolve(&program(&trees)));
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn check(bencher: Bencher<'_, '_>, controls: usize) {
    let (texts, bytes) = texts(controls);
    let trees = trees(&texts);
    bencher
        .counter(BytesCount::new(bytes))
        .with_inputs(|| model::resolve(&program(&trees)))
        .bench_local_values(|(model, mut report)| model::check(model, today(), &mut report));
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn lower(bencher: Bencher<'_, '_>, controls: usize) {
    let (texts, bytes) = texts(controls);
    let checked = checked(&trees(&texts));
    bencher.counter(BytesCount::new(bytes)).bench_local(|| plan::lower(&checked));
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn layout(bencher: Bencher<'_, '_>, controls: usize) {
    let (plan, bytes) = planned(controls);
    bencher.counter(BytesCount::new(bytes)).bench_local(|| emit::layout(&plan));
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn write(bencher: Bencher<'_, '_>, controls: usize) {
    let (plan, bytes) = planned(controls);
    let (layout, _) = emit::layout(&plan);
    bencher.counter(BytesCount::new(bytes)).bench_local(|| emit::write(&plan, &layout, Target::ALL));
}

/// Frameworks, rules, costs, and all that relations carry.
#[divan::bench(args = SIZES, sample_count = 10)]
fn coverage(bencher: Bencher<'_, '_>, controls: usize) {
    let (plan, bytes) = planned(controls);
    bencher.counter(BytesCount::new(bytes)).bench_local(|| plan::coverage(&plan, |_| true));
}

/// Everything up to the first gate.
#[divan::bench(args = SIZES, sample_count = 10)]
fn whole_check(bencher: Bencher<'_, '_>, controls: usize) {
    let world = world(size(controls));
    bencher.bench_local(|| driver::compile(divan::black_box(&world), today()));
}

/// A project that uses some of the library, or all of it for an empty list.
fn library(frameworks: &str) -> Texts {
    let project = format!(
        "project p edition=\"1\" catalogue=\"{}\" {{ use std {frameworks} }}\n",
        facts::CATALOGUE_DATE
    );
    Texts::default().with(driver::MANIFEST, &project)
}

fn compiled(world: &dyn World) -> Compilation {
    driver::compile(divan::black_box(world), today())
}

#[divan::bench(sample_count = 20)]
fn library_two_frameworks(bencher: Bencher<'_, '_>) {
    let world = library("soc-2 pci-dss-3.2.1");
    bencher.bench_local(|| compiled(&world));
}

/// Two that extend others, down to the largest of the library.
#[divan::bench(sample_count = 20)]
fn library_two_derived(bencher: Bencher<'_, '_>) {
    let world = library("nist-800-53-r5-low fedramp-low");
    bencher.bench_local(|| compiled(&world));
}

#[divan::bench(sample_count = 20)]
fn library_whole(bencher: Bencher<'_, '_>) {
    let world = library("");
    bencher.bench_local(|| compiled(&world));
}

#[divan::bench(sample_count = 20)]
fn library_lower(bencher: Bencher<'_, '_>) {
    let compilation = compiled(&library(""));
    bencher.bench_local(|| compilation.plan());
}

/// Every framework of the library as a pack and for Audit Manager: all that a build makes before it looks at the disk.
#[divan::bench(sample_count = 10)]
fn library_build(bencher: Bencher<'_, '_>) {
    let world = Texts::default().with(driver::MANIFEST, include_str!("../../../ordain.kdl"));
    let compilation = compiled(&world);
    assert!(compilation.program.is_ok(), "the library has no errors");
    bencher.bench_local(|| driver::build(&compilation, Target::DEFAULT));
}

/// Every framework of the library published: from its text to the mappings, OSCAL and the site, before the disk.
#[divan::bench(sample_count = 10)]
fn library_published(bencher: Bencher<'_, '_>) {
    let plan = compiled(&library("")).plan().unwrap_or_default();
    let names: Vec<&str> = plan.frameworks.iter().map(|framework| framework.name.as_str()).collect();
    assert!(!names.is_empty(), "the library has no errors");
    let world = library(&names.join(" "));
    bencher.bench_local(|| driver::build(&compiled(&world), &[Target::Mappings, Target::Site]));
}

#[divan::bench(sample_count = 20)]
fn library_coverage(bencher: Bencher<'_, '_>) {
    let plan = compiled(&library("")).plan().unwrap_or_default();
    assert!(!plan.frameworks.is_empty(), "the library has no errors");
    bencher.bench_local(|| plan::coverage(&plan, |_| true));
}

/// Every control asked for, one after the other.
#[divan::bench(sample_count = 20)]
fn library_claims(bencher: Bencher<'_, '_>) {
    let plan = compiled(&library("")).plan().unwrap_or_default();
    let names: Vec<ControlRef> = plan
        .controls()
        .map(|(framework, control)| ControlRef { framework: framework.name.clone(), id: control.id.clone() })
        .collect();
    bencher.bench_local(|| {
        let claims = Claims::new(&plan);
        names.iter().map(|name| claims.reaching(name).iter().count()).sum::<usize>()
    });
}
