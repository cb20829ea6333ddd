// Filters over all controls; what is chosen stands in the address, so that it can be sent to somebody.
"use strict";
(() => {
  const PAGE = 200;
  const data = window.ORDAIN;
  const form = document.getElementById("filters");
  const body = document.querySelector("#filtered tbody");
  const count = document.getElementById("filter-count");
  const more = document.getElementById("more");
  let found = [];
  let shown = 0;

  const framework = (control) => data.frameworks[data.sets[control[0]][0]];
  const named = (text) => text || "not stated";
  const texts = data.controls.map((control) => (framework(control)[0] + ":" + control[1] + " " + control[2]).toLowerCase());

  const fill = (name, options) => {
    const select = form.elements[name];
    select.append(new Option("all", ""), ...options.map(([value, text]) => new Option(text, value)));
  };

  const cells = (control) => {
    const [name, , ] = framework(control);
    const row = document.createElement("tr");
    const link = document.createElement("a");
    link.href = data.sets[control[0]][1] + "#" + (control[7] || control[1]);
    link.textContent = name + ":" + control[1];
    const state = document.createElement("b");
    state.textContent = data.states[control[3]];
    state.className = state.textContent.replace(" ", "-");
    for (const part of [link, control[2], state, data.severities[control[4]], data.owners[control[5]]]) {
      const cell = document.createElement("td");
      cell.append(part);
      row.append(cell);
    }
    return row;
  };

  const add = () => {
    body.append(...found.slice(shown, shown + PAGE).map(cells));
    shown = Math.min(shown + PAGE, found.length);
    more.hidden = shown === found.length;
    const all = found.length === 1 ? "1 control" : found.length + " controls";
    count.textContent = shown < found.length ? all + ", the first " + shown + " shown" : all;
  };

  const apply = () => {
    const chosen = Object.fromEntries(new FormData(form));
    const words = chosen.text.toLowerCase().split(/\s+/).filter(Boolean);
    found = data.controls.filter((control, place) =>
      (!chosen.framework || framework(control)[0] === chosen.framework) &&
      (!chosen.state || data.states[control[3]] === chosen.state) &&
      (!chosen.severity || named(data.severities[control[4]]) === chosen.severity) &&
      (!chosen.owner || named(data.owners[control[5]]) === chosen.owner) &&
      words.every((word) => texts[place].includes(word)));
    body.replaceChildren();
    shown = 0;
    add();
    const set = Object.entries(chosen).filter(([, value]) => value);
    history.replaceState(null, "", "#" + new URLSearchParams(set));
  };

  const read = () => {
    const said = new URLSearchParams(location.hash.slice(1));
    for (const name of ["text", "framework", "state", "severity", "owner"]) {
      form.elements[name].value = said.get(name) || "";
    }
    apply();
  };

  fill("framework", data.frameworks.map(([name, title]) => [name, title]));
  fill("state", data.states.map((text) => [text, text]));
  fill("severity", data.severities.map((text) => [named(text), named(text)]));
  fill("owner", data.owners.map((text) => [named(text), named(text)]));
  form.hidden = false;
  document.getElementById("filtered").hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  more.addEventListener("click", add);
  addEventListener("hashchange", read);
  read();
})();
