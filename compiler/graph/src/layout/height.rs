//! Heights: the tallest column is stacked, and its neighbours follow outwards, each item at the mean of those it is linked
//! to, as near as its order and the free space allow.

use super::FREE;
use super::column::Columns;

/// The middle of each item, the least at or above zero.
pub(super) fn settle(columns: &Columns) -> Vec<i32> {
    let mut middle = vec![0; columns.items.len()];
    let total =
        |column: &Vec<usize>| column.iter().map(|item| columns.items[*item].height() + FREE).sum::<i32>();
    let heights: Vec<i32> = columns.order.iter().map(total).collect();
    let Some(tallest) = (0..heights.len()).max_by_key(|column| (heights[*column], usize::MAX - column))
    else {
        return middle;
    };
    stack(columns, &columns.order[tallest], &mut middle);
    for column in tallest + 1..columns.order.len() {
        follow(columns, column, &columns.left, &mut middle);
    }
    for column in (0..tallest).rev() {
        follow(columns, column, &columns.right, &mut middle);
    }
    let top = |item: usize| middle[item] - columns.items[item].height() / 2;
    let least = (0..middle.len()).map(top).min().unwrap_or_default();
    middle.iter_mut().for_each(|middle| *middle -= least);
    middle
}

fn stack(columns: &Columns, order: &[usize], middle: &mut [i32]) {
    let mut y = 0;
    for item in order {
        let height = columns.items[*item].height();
        middle[*item] = y + height / 2;
        y += height + FREE;
    }
}

/// Items that want more or less the same are a block, which stands where its members want it on the whole.
struct Block {
    items: usize,
    /// The sum of what its members want, less what is above them in the block.
    wanted: i64,
    height: i32,
}

impl Block {
    fn top(&self) -> i64 {
        self.wanted.div_euclid(i64::try_from(self.items).expect("a column has few items"))
    }
}

fn follow(columns: &Columns, column: usize, links: &[Vec<usize>], middle: &mut [i32]) {
    let order = &columns.order[column];
    let mut blocks: Vec<Block> = Vec::new();
    let mut below = 0;
    for item in order {
        let height = columns.items[*item].height();
        let wanted = mean(&links[*item], middle).map_or(below, |mean| mean - i64::from(height / 2));
        let mut block = Block { items: 1, wanted, height: height + FREE };
        while let Some(above) = blocks.pop_if(|above| above.top() + i64::from(above.height) > block.top()) {
            block = joined(&above, &block);
        }
        below = block.top() + i64::from(block.height);
        blocks.push(block);
    }
    let mut order = order.iter();
    for block in blocks {
        let mut y = block.top();
        for item in order.by_ref().take(block.items) {
            let height = columns.items[*item].height();
            middle[*item] = i32::try_from(y).unwrap_or(i32::MAX / 2) + height / 2;
            y += i64::from(height + FREE);
        }
    }
}

fn joined(above: &Block, below: &Block) -> Block {
    let shift = i64::from(above.height) * i64::try_from(below.items).expect("a column has few items");
    Block {
        items: above.items + below.items,
        wanted: above.wanted + below.wanted - shift,
        height: above.height + below.height,
    }
}

fn mean(links: &[usize], middle: &[i32]) -> Option<i64> {
    let sum: i64 = links.iter().map(|link| i64::from(middle[*link])).sum();
    sum.checked_div(i64::try_from(links.len()).expect("an item has few links"))
}
