// Opens the pages of a site in a browser: what axe objects to, what the console says, and what people do with them.
// Usage: node check.mjs BROWSER SITE; it prints faults and figures, and ends with 1 where there is a fault.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [browserPath, site] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");
const faults = [];
const fault = (words) => faults.push(words);
const hold = (what, words) => what || fault(words);
const address = (path) => pathToFileURL(join(site, path)).href;

/** The pages of a kind, the smallest first; addresses tell kinds apart. */
const KINDS = { frameworks: /^[^,]+$/, sets: /^[^,]+,[^,]+$/, rules: /^[^,]+,$/, evidence: /^[^,]+,,$/, pairs: /^[^,]+,,[^,]+$/ };
const of = (kind) => {
  const pages = readdirSync(join(site, "p")).filter((name) => KINDS[kind].test(name.replace(/\.html$/, "")));
  const paths = pages.map((name) => join("p", name));
  const sizes = new Map(paths.map((path) => [path, statSync(join(site, path)).size]));
  return paths.sort((one, other) => sizes.get(one) - sizes.get(other) || (one < other ? -1 : 1));
};
/** The smallest, the median and the largest page of a kind. */
const some = (kind) => {
  const pages = of(kind);
  return [...new Set([pages[0], pages[pages.length >> 1], pages.at(-1)])];
};
const TOP = ["index.html", "controls.html", "rules.html", "crosswalk.html", "manual.html", "gaps.html"];
const PAGES = [...TOP, ...Object.keys(KINDS).flatMap(some)];

const browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });

/** Opens pages one after the other and gives each to `act`; whatever the console says is a fault. */
const open = async (paths, options, act) => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const here = () => page.url().slice(address("").length);
  page.on("console", (said) => ["error", "warning"].includes(said.type()) && fault(`${here()}: console: ${said.text()}`));
  page.on("pageerror", (error) => fault(`${here()}: ${error.message}`));
  page.on("request", (asked) => hold(asked.url().startsWith("file:"), `${here()} asks for ${asked.url()}`));
  for (const path of paths) {
    await page.goto(address(path), { waitUntil: "load" });
    await act(page, path);
  }
  await context.close();
};

const judge = async (page, path, where) => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { preload: false, resultTypes: ["violations"] }));
  for (const { id, nodes } of violations) {
    fault(`${path} (${where}): ${id}: ${nodes.slice(0, 3).map((node) => node.target.join(" ")).join(", ")}`);
  }
};

const figures = [];
for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 400]) {
    await open(PAGES, { colorScheme, viewport: { width, height: 900 } }, async (page, path) => {
      const spent = await page.evaluate(() => performance.getEntriesByType("navigation")[0].loadEventEnd);
      figures.push([path, Math.round(spent)]);
      const picture = page.locator("details.plate").first();
      if (await picture.count()) await picture.evaluate((element) => { element.open = true; });
      await judge(page, path, `${colorScheme}, ${width}`);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      hold(wider <= 0, `${path} (${width}): ${wider} pixels wider than the window`);
    });
  }
}

// The search, by the keyboard alone.
await open(["index.html"], {}, async (page) => {
  await page.keyboard.press("/");
  await page.keyboard.type("encrypt");
  await page.locator("#search-results a").first().waitFor();
  const answers = await page.evaluate(async () => {
    const field = document.getElementById("search");
    const times = [];
    for (const words of ["e", "en", "encrypt", "access key", "cc6.1", "log", "backup", "rds-storage", "who encrypts logging", "passwords of unicorns"]) {
      const start = performance.now();
      field.value = words;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve));
      times.push([document.querySelectorAll("#search-results a").length, performance.now() - start]);
    }
    return times;
  });
  hold(answers.every(([found]) => found > 0), `the search finds too little: ${JSON.stringify(answers)}`);
  console.log(`search: at most ${Math.max(...answers.map(([, spent]) => spent)).toFixed(1)} ms of ${answers.length} questions`);
  const forms = await page.evaluate(async () => {
    const field = document.getElementById("search");
    const found = [];
    for (const words of ["encryption", "encrypted", "mfa", "multi-factor", "Encrypt in the"]) {
      field.value = words;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve));
      found.push(parseInt(document.getElementById("search-count").textContent, 10));
    }
    const { controls, rules, proofs } = window.ORDAIN;
    const proved = controls.filter((control) => proofs[control[6]].some((rule) => rule < rules.length && /encrypt/.test(rules[rule][0])));
    return { found, proved: proved.length };
  });
  const [encryption, encrypted, mfa, factor, question] = forms.found;
  hold(encryption === encrypted && encryption === question && mfa === factor, `forms of a word find different things: ${forms.found}`);
  hold(forms.proved > 0 && encryption >= forms.proved, `${encryption} things found, ${forms.proved} controls proved by encryption`);
  await page.fill("#search", "encrypt");
  await judge(page, "index.html", "with results");
  await page.keyboard.press("ArrowDown");
  const first = await page.evaluate(() => document.activeElement.getAttribute("href"));
  hold(first, "the arrow keys reach no result");
  await page.keyboard.press("Enter");
  const wanted = new URL(first, address("index.html")).href;
  await page.waitForURL(wanted, { timeout: 5000 }).catch(() => fault(`Enter opens ${page.url()}, not ${first}`));
});

// The filters, and an address that says what is chosen.
let chosen;
await open(["controls.html"], {}, async (page) => {
  const all = await page.locator("#filter-count").textContent();
  await page.selectOption("#filters [name=state]", "manual");
  const manual = await page.locator("#filter-count").textContent();
  hold(all !== manual && /^\d+ controls/.test(manual), `the filter changes nothing: ${all}, ${manual}`);
  const states = await page.locator("#filtered tbody b").allTextContents();
  hold(states.length > 0 && states.every((state) => state === "manual"), `the filter shows ${states}`);
  chosen = [new URL(page.url()).hash, manual];
});
await open(["controls.html"], {}, async (page) => {
  await page.goto(address("controls.html") + chosen[0]);
  await page.reload();
  hold((await page.locator("#filter-count").textContent()) === chosen[1], "the address does not bring the choice back");
});

// A picture, by the keyboard alone: that of a rule, and the largest of a control set, which may open at full size.
await open([of("rules").at(-1), of("sets").at(-1)], {}, async (page, path) => {
  await page.evaluate(() => document.querySelectorAll("details.plate").forEach((plate) => { plate.open = true; }));
  await page.locator(".view svg[viewBox]").last().waitFor();
  const sizes = await page.locator(".view svg").evaluateAll((all) => all.map((svg) => svg.querySelectorAll(".node").length));
  const largest = page.locator(".view").nth(sizes.indexOf(Math.max(...sizes)));
  await largest.focus();
  const seen = () => largest.locator("svg").getAttribute("viewBox");
  const begun = await seen();
  await page.keyboard.press("+");
  const near = await seen();
  await page.keyboard.press("ArrowRight");
  const moved = await seen();
  await page.keyboard.press("0");
  hold(begun !== near && near !== moved && (await seen()) === begun, `${path}: keys do not move the picture there and back`);
  const links = await page.locator(".view svg a").count();
  hold(links > 0, `${path}: no node of the picture is a link`);
});

// Without scripts each page says the same in tables; on paper nothing is there that only screens need.
await open(PAGES, { javaScriptEnabled: false }, async (page, path) => {
  const words = (await page.locator("main").innerText()).split(/\s+/).length;
  hold(words > 5 && (await page.locator("h1").count()) === 1, `${path}: nothing to read without scripts`);
});
await open(PAGES, {}, async (page, path) => {
  await page.emulateMedia({ media: "print" });
  hold(!(await page.locator(".top nav").isVisible()), `${path}: paper shows the navigation`);
  hold(await page.locator("h1").isVisible(), `${path}: paper lacks the heading`);
});

await browser.close();
figures.sort(([, one], [, other]) => other - one);
console.log(`load: at most ${figures[0][1]} ms (${figures[0][0]}), first page ${figures.find(([path]) => path === "index.html")[1]} ms`);
console.log(`${PAGES.length} pages, ${faults.length} faults`);
faults.forEach((words) => console.log(words));
process.exit(faults.length ? 1 : 0);
