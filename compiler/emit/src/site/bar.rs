//! Controls by state: a bar that is divided as they are, and the numbers in words beside it.

use plan::Counts;

use super::page::{Page, class};

/// The bar; those who do not see it read the numbers.
pub(super) fn bar(page: &mut Page<'_>, counts: &Counts) {
    let whole = counts.controls();
    if whole == 0 {
        return;
    }
    let shown: Vec<_> = counts.by_state().into_iter().filter(|(_, count)| *count > 0).collect();
    let words: Vec<String> =
        shown.iter().map(|(state, count)| format!("{count} {}", state.words())).collect();
    page.markup(format_args!(
        "<svg class=bar viewBox=\"0 0 {whole} 1\" preserveAspectRatio=none role=img aria-label=\"{}\">",
        words.join(", ")
    ));
    let mut x = 0;
    for (state, count) in shown {
        page.markup(format_args!("<rect class={} ", class(state)));
        if x > 0 {
            page.markup(format_args!("x={x} "));
        }
        page.markup(format_args!("width={count} />"));
        x += count;
    }
    page.body.push_str("</svg>");
}

/// The heads of the columns that [`cells`] fills.
pub(super) const HEADS: &str = "<th scope=col class=num>Controls<th scope=col class=num>Covered\
    <th scope=col>By state<th scope=col class=num>Automated<th scope=col class=num>Mixed\
    <th scope=col class=num>Manual<th scope=col class=num>Inherited\
    <th scope=col class=num>n/a<th scope=col class=num>Gap";

/// Cells for the numbers, zeros left empty.
pub(super) fn cells(page: &mut Page<'_>, counts: &Counts) {
    let covered = counts.covered().map_or_else(|| "–".to_owned(), |share| format!("{share}%"));
    page.markup(format_args!("<td class=num>{}<td class=num>{covered}<td>", counts.controls()));
    bar(page, counts);
    for (state, count) in counts.by_state() {
        match count {
            0 => page.body.push_str("<td class=num>"),
            _ => page.markup(format_args!("<td class=\"num {}\">{count}", class(state))),
        }
    }
}

/// What colours and shares mean.
pub(super) const LEGEND: &str = "<p class=\"legend\"><b class=automated>automated</b> by deployed rules alone \
    <b class=mixed>mixed</b> by rules and people <b class=manual>manual</b> by people \
    <b class=inherited>inherited</b> from a provider <b class=not-applicable>not applicable</b> \
    <b class=gap>gap</b> by nothing yet. Covered: automated and mixed, of those that apply.</p>";
