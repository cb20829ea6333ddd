//! The order within each column: that of the program where it is kept, else the mean place of the neighbours to the left.

use super::column::{Columns, Item};

/// How finely means are told apart.
const FINE: usize = 1024;

/// Settles the columns from left to right; each looks at the one before it.
pub(super) fn settle(columns: &mut Columns) {
    let mut at = vec![0; columns.items.len()];
    for column in 0..columns.order.len() {
        let order = std::mem::take(&mut columns.order[column]);
        let wanted = |item: usize| mean(&columns.left[item], &at);
        columns.order[column] =
            if columns.kept[column] { merged(columns, order, wanted) } else { sorted(order, wanted) };
        let count = columns.order[column].len().max(1);
        for (place, item) in columns.order[column].iter().enumerate() {
            at[*item] = place * FINE * FINE / count;
        }
    }
}

fn mean(links: &[usize], at: &[usize]) -> usize {
    links.iter().map(|link| at[*link]).sum::<usize>().checked_div(links.len()).unwrap_or(usize::MAX)
}

/// A stable sort, so that equals stay as the program has them.
fn sorted(mut order: Vec<usize>, wanted: impl Fn(usize) -> usize + Copy) -> Vec<usize> {
    order.sort_by_cached_key(|item| wanted(*item));
    order
}

/// Nodes in their order; each lane before the first node that wants to be lower.
fn merged(columns: &Columns, order: Vec<usize>, wanted: impl Fn(usize) -> usize + Copy) -> Vec<usize> {
    let is_node = |item: &usize| match columns.items[*item] {
        Item::Node(_) => true,
        Item::Lane => false,
    };
    let (nodes, lanes): (Vec<usize>, Vec<usize>) = order.into_iter().partition(is_node);
    let mut lanes = sorted(lanes, wanted).into_iter().peekable();
    let mut all = Vec::new();
    let mut lowest = 0;
    for node in nodes {
        lowest = lowest.max(wanted(node));
        while let Some(lane) = lanes.next_if(|lane| wanted(*lane) <= lowest) {
            all.push(lane);
        }
        all.push(node);
    }
    all.extend(lanes);
    all
}
