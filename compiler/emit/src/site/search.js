// Search as you type over controls, rules and frameworks; the index is loaded when somebody turns to the field.
"use strict";
(() => {
  document.documentElement.classList.add("js");
  const MOST = 40;
  const FEW = 2;
  const up = document.body.dataset.up;
  const form = document.createElement("form");
  form.className = "search";
  form.setAttribute("role", "search");
  form.innerHTML = '<label for="search">Search</label>' +
    '<input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="pci 8.3.6, password, rds" aria-describedby="search-count">' +
    '<p id="search-count" role="status"></p><ul id="search-results"></ul>';
  document.querySelector("header").append(form);
  const field = document.getElementById("search");
  const list = document.getElementById("search-results");
  const count = document.getElementById("search-count");
  let entries = null;
  let proving = null;
  let loading = null;

  // One entry a thing that can be found: what it is, its name, its title, where it stands, the text that is searched, and the
  // list of what proves it.
  const gather = (data) => {
    const all = [];
    const add = (what, name, title, to, proof) =>
      all.push({ what, name, title, to, proof, key: name.toLowerCase(), text: (what + " " + name + " " + title).toLowerCase() });
    data.rules.forEach(([name, title, to]) => add("rule", name, title, to));
    data.manual.forEach(([name, title, to]) => add("evidence", name, title, to));
    proving = all.map((entry) => entry.text);
    data.frameworks.forEach(([name, title, to]) => add("framework", name, title, to));
    data.controls.forEach(([set, id, title, , , , proof, fragment]) => {
      const [framework, to] = data.sets[set];
      add("control", data.frameworks[framework][0] + ":" + id, title, to + "#" + (fragment || id), proof);
    });
    return all;
  };

  const load = () => {
    loading = loading || new Promise((resolve, reject) => {
      if (window.ORDAIN) {
        resolve();
        return;
      }
      const script = document.createElement("script");
      script.src = up + "index.js";
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    }).then(() => {
      entries = gather(window.ORDAIN);
    });
    return loading;
  };

  // Words that questions are made of and no name is.
  const FILLERS = new Set("a an and are at by can do does for from how in is it of on or our the this to we what where which who with".split(" "));

  // Words that people use for one another.
  const SAME = [["mfa", "2fa", "multi-factor", "multifactor"], ["tls", "ssl"]];

  // A word without the ending that tells forms of it apart: what hardens, is hardened, and hardening; what logs, and logging.
  const stem = (word) => word.replace(/^(.{3,}?)(ations?|ings?|ions?|ed|es|s)$/, "$1").replace(/^(..+)([b-df-hj-np-rtv-z])\2$/, "$1$2");

  // A word of the question: the stems that stand for it, and what finds one of them as a whole word and at the start of one.
  const asked = (word) => {
    const stems = (SAME.find((words) => words.includes(word)) || [word]).map(stem);
    const any = "(?<![a-z0-9])(?:" + stems.map((one) => one.replace(/[^a-z0-9]/g, "\\$&")).join("|") + ")";
    return { stems, begins: new RegExp(any), whole: new RegExp(any + "[a-z]?(?:ations?|ings?|ions?|ed|es|e|s)?(?![a-z0-9])") };
  };

  const wordsOf = (query) => {
    const all = query.split(/\s+/).filter(Boolean);
    const telling = all.filter((word) => !FILLERS.has(word));
    return (telling.length ? telling : all).map(asked);
  };

  // How well a text has a word: not, somewhere, at the start of one, or whole.
  const fits = (text, { stems, begins, whole }) => {
    if (!stems.some((one) => text.includes(one))) return 0;
    return whole.test(text) ? 3 : begins.test(text) ? 2 : 1;
  };

  // The name itself, then an id that is asked for, then names that begin so, then a part of a name; else nothing.
  const named = ({ key }, query) => {
    const id = key.slice(key.indexOf(":") + 1);
    if (key === query) return 4;
    if (id === query || query.endsWith(" " + id) || query.startsWith(id + " ")) return 3;
    if (key.startsWith(query) || id.startsWith(query)) return 2;
    return /[^a-z ]/.test(query) && key.includes(query) ? 1 : 0;
  };

  // For each word, the lists of proof in which something has it at the start of a word.
  const proofs = (words) => words.map((word) => {
    const has = proving.map((text) => fits(text, word) > 1);
    return window.ORDAIN.proofs.map((list) => list.some((place) => has[place]));
  });

  // What has all words, itself or in what proves it, else what has the most of them; how well each does, and whether it is weak:
  // has some word in the midst of another alone.
  const having = (words) => {
    const proved = proofs(words);
    let most = 1;
    let found = [];
    for (const entry of entries) {
      let has = 0;
      let fit = 0;
      let weak = 0;
      words.forEach((word, place) => {
        const own = fits(entry.text, word);
        const isProved = entry.proof !== undefined && proved[place][entry.proof];
        if (own || isProved) has += 1;
        if (own === 1 && !isProved) weak = 1;
        fit += own;
      });
      if (has > most) {
        most = has;
        found = [];
      }
      if (has === most) found.push({ entry, fit, weak });
    }
    return [found, most];
  };

  // What is shown: what is named first, what is weak last, between them frameworks and controls, then what proves them, each with the best fit first and in
  // the order of the index. As long as there are others, half of the list at most is of one kind, and few controls are of one
  // framework.
  const KINDS = ["framework", "control", "evidence", "rule"];
  const find = (query) => {
    const words = wordsOf(query);
    const [found, most] = having(words);
    const kind = ({ entry }) => KINDS.indexOf(entry.what);
    for (const one of found) one.named = named(one.entry, query);
    found.sort((one, other) => other.named - one.named || one.weak - other.weak || kind(one) - kind(other) || other.fit - one.fit);
    const left = KINDS.map(() => MOST / 2);
    const of = new Map();
    const isOneOfFew = ({ entry }) => {
      const framework = entry.what === "control" ? entry.key.split(":")[0] : entry.key;
      of.set(framework, (of.get(framework) || 0) + 1);
      return of.get(framework) <= FEW;
    };
    const first = found.filter((one) => one.named || (isOneOfFew(one) && left[kind(one)]-- > 0));
    const shown = [...new Set([...first, ...found])].slice(0, MOST);
    return [shown.map(({ entry }) => entry), found.length, most < words.length];
  };

  const row = (entry) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = up + entry.to;
    for (const [tag, name, text] of [["small", "what", entry.what], ["code", "", entry.name], ["small", "", entry.title]]) {
      const part = document.createElement(tag);
      part.className = name;
      part.textContent = text;
      link.append(part);
    }
    item.append(link);
    return item;
  };

  // What the search says of itself, for those who see the list.
  const note = (text) => {
    const item = document.createElement("li");
    item.className = "note";
    item.textContent = text;
    return item;
  };

  const show = () => {
    const query = field.value.trim().toLowerCase();
    if (!query || !entries) {
      list.replaceChildren();
      count.textContent = "";
      return;
    }
    const [shown, found, lacking] = find(query);
    list.replaceChildren(...shown.map(row));
    const parts = [found === 1 ? "1 result" : found + " results"];
    if (lacking && found) parts.push("none with every word");
    if (found > shown.length) parts.push("the first " + shown.length + " shown");
    count.textContent = parts.join(", ");
    if (!found || lacking || found > shown.length) list.append(note(count.textContent));
  };

  const step = (by) => {
    const stops = [field, ...list.querySelectorAll("a")];
    const next = stops[stops.indexOf(document.activeElement) + by];
    if (next) next.focus();
  };

  field.addEventListener("focus", load);
  field.addEventListener("input", () => load().then(show));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = list.querySelector("a");
    if (first) first.click();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape") {
      field.value = "";
      show();
      field.focus();
    }
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) list.hidden = true;
  });
  form.addEventListener("focusin", () => {
    list.hidden = false;
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      field.focus();
    }
  });
})();
