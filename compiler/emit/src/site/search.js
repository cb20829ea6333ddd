// Search as you type over controls, rules and frameworks; the index is loaded when somebody turns to the field.
"use strict";
(() => {
  document.documentElement.classList.add("js");
  const MOST = 40;
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
  let loading = null;

  // One entry a thing that can be found: what it is, its name, its title, where it stands, and the text that is searched.
  const gather = (data) => {
    const all = [];
    const add = (what, name, title, to) =>
      all.push({ what, name, title, to, key: name.toLowerCase(), text: (what + " " + name + " " + title).toLowerCase() });
    data.frameworks.forEach(([name, title, to]) => add("framework", name, title, to));
    data.rules.forEach(([name, title, to]) => add("rule", name, title, to));
    data.manual.forEach(([name, title, to]) => add("evidence", name, title, to));
    data.controls.forEach(([set, id, title, , , , fragment]) => {
      const [framework, to] = data.sets[set];
      add("control", data.frameworks[framework][0] + ":" + id, title, to + "#" + (fragment || id));
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

  // A word without the ending that tells forms of it apart: what hardens, is hardened, and hardening.
  const stem = (word) => word.replace(/^(.{4,}?)(ations?|ings?|ions?|ed|es|s)$/, "$1");

  const wordsOf = (query) => {
    const all = query.split(/\s+/).filter(Boolean);
    const telling = all.filter((word) => !FILLERS.has(word));
    return (telling.length ? telling : all).map(stem);
  };

  // The name itself, then an id that is asked for, then names that begin so, then the rest: those in which each word begins one
  // first; all in the order of the index.
  const rank = (entry, query, words) => {
    const id = entry.key.slice(entry.key.indexOf(":") + 1);
    if (entry.key === query) return 0;
    if (id === query || query.endsWith(" " + id) || query.startsWith(id + " ")) return 1;
    if (entry.key.startsWith(query) || id.startsWith(query)) return 2;
    if (entry.key.includes(query)) return 3;
    return words.every((word) => begins(entry.text, word)) ? 4 : 5;
  };

  const begins = (text, word) => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (at === 0 || !/[a-z0-9]/.test(text[at - 1])) return true;
    }
    return false;
  };

  // What has all words, else what has the most of them; what is shown of it, how much there is, and how many words it has.
  const find = (query) => {
    const words = wordsOf(query);
    let most = 1;
    let found = [];
    for (const entry of entries) {
      let has = 0;
      for (const word of words) has += entry.text.includes(word) ? 1 : 0;
      if (has > most) {
        most = has;
        found = [];
      }
      if (has === most) found.push(entry);
    }
    const ranks = [[], [], [], [], [], []];
    for (const entry of found) ranks[rank(entry, query, words)].push(entry);
    return [ranks.flat().slice(0, MOST), found.length, most < words.length];
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
