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
    '<input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="control, rule, framework" aria-describedby="search-count">' +
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
    data.controls.forEach(([set, id, title, , , , fragment]) => {
      const [framework, to] = data.sets[set];
      add("control", data.frameworks[framework][0] + ":" + id, title, to + "#" + (fragment || "c-" + id));
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

  // The name itself, then its id, then names that begin so, then the rest; each in the order of the index.
  const rank = (entry, query) => {
    const id = entry.key.slice(entry.key.indexOf(":") + 1);
    if (entry.key === query) return 0;
    if (id === query) return 1;
    if (entry.key.startsWith(query) || id.startsWith(query)) return 2;
    return entry.key.includes(query) ? 3 : 4;
  };

  const find = (query) => {
    const words = query.split(/\s+/).filter(Boolean);
    const ranks = [[], [], [], [], []];
    let found = 0;
    for (const entry of entries) {
      if (words.every((word) => entry.text.includes(word))) {
        ranks[rank(entry, query)].push(entry);
        found += 1;
      }
    }
    return [ranks.flat().slice(0, MOST), found];
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

  const show = () => {
    const query = field.value.trim().toLowerCase();
    if (!query || !entries) {
      list.replaceChildren();
      count.textContent = "";
      return;
    }
    const [shown, found] = find(query);
    list.replaceChildren(...shown.map(row));
    count.textContent = found === 1 ? "1 result" : found + " results";
    if (found > shown.length) {
      count.textContent += ", the first " + shown.length + " shown";
    }
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
