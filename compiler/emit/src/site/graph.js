// Draws pictures of dependencies from the data beside them; where everything stands has been computed already.
"use strict";
(() => {
  const SPACE = "http://www.w3.org/2000/svg";
  const NODE = 24;
  const CLOSE = 30;
  const MARGIN = 16;
  const CHANNEL = 96;

  const element = (parent, tag, attributes, text) => {
    const made = document.createElementNS(SPACE, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    if (text) made.textContent = text;
    parent.append(made);
    return made;
  };

  const curve = (points) => {
    const [[x, y], ...rest] = points;
    if (rest.length === 3 && rest[2][0] === x) return "M" + x + " " + y + "C" + rest.join(" ");
    let path = "M" + x + " " + y;
    rest.forEach(([toX, toY], place) => {
      const [fromX, fromY] = points[place];
      const middle = (fromX + toX) / 2;
      path += "C" + [middle, fromY, middle, toY, toX, toY].join(" ");
    });
    return path;
  };

  // The points of an edge; one that goes straight leaves its start on the side where its end is.
  const points = (nodes, [from, to, ...flat]) => {
    if (flat.length) return flat.flatMap((x, at) => (at % 2 ? [] : [[x, flat[at + 1]]]));
    const [start, end] = [nodes[from], nodes[to]];
    const side = (node, right) => [right ? node.x + node.width : node.x, node.y + NODE / 2];
    const right = start.column < end.column;
    return [side(start, right), side(end, !right)];
  };

  const cut = (text, most) => (text.length > most ? text.slice(0, most - 1) + "…" : text);

  // What a class says of coverage; the class itself but for these.
  const MARKS = { runs: "", plain: "", absent: "not deployed", "not-applicable": "not applicable" };

  const node = (parent, { x, y, width, classes, name, title, href }) => {
    const [kind, state] = classes.split(" ");
    const mark = MARKS[state] ?? state;
    const holder = href ? element(parent, "a", { href }) : parent;
    const group = element(holder, "g", { class: "node " + classes });
    element(group, "title", {}, [kind, name, title, mark].filter(Boolean).join(" "));
    const radius = { rule: NODE / 2, control: 4, remediation: 4 }[kind] || 0;
    element(group, "rect", { x, y, width, height: NODE, rx: radius });
    const label = element(group, "text", { x: x + 10, y: y + 16 }, cut(name, 60));
    if (title) element(label, "tspan", { class: "title", dx: 8 }, cut(title, 36));
    if (mark) element(group, "text", { class: "mark", x: x + width - 9, y: y + 16 }, mark);
  };

  // The name of what a link leads to; a list of controls begins with their framework.
  const whole = (link) => {
    const list = link.closest("dl");
    return (list ? list.firstElementChild.textContent + ":" : "") + link.textContent;
  };

  // Nodes in the order of their numbers. A name that is a number is a link that the page has already.
  const read = (plate, columns, groups) => {
    const links = (plate.closest("section") || document.querySelector("main")).querySelectorAll("a");
    const about = plate.dataset.name;
    const nodes = [];
    const add = (classes, column, y, named) => {
      const [x, width] = columns[column];
      const [name, title] = Array.isArray(named) ? named : [named, ""];
      const link = links[name];
      const text = classes.endsWith("about") ? about : link ? whole(link) : name;
      nodes.push({ x, y, width, column, classes, title, name: text, href: link && link.getAttribute("href") });
    };
    for (const [classes, runs] of Object.entries(groups)) {
      for (const [column, top, ...rest] of runs) {
        rest.forEach((named, at) => add(classes, column, top + at * CLOSE, named));
      }
    }
    return nodes;
  };

  // An edge that is a number alone joins that node with the one that the picture is about; after a number less than nothing
  // stands for all up to it.
  const edgesOf = (list, nodes) => {
    const about = nodes.findIndex((node) => node.classes.endsWith("about"));
    const last = (edge) => (edge < 0 ? -edge : edge);
    return list.flatMap((edge, at) => {
      if (Array.isArray(edge)) return [edge];
      const first = edge < 0 ? list[at - 1] + 1 : edge;
      return Array.from({ length: last(edge) - first + 1 }, (_, further) => [about, first + further]);
    });
  };

  const draw = (plate, [columns, groups, edges]) => {
    const view = document.createElement("div");
    view.className = "view";
    view.tabIndex = 0;
    view.setAttribute("role", "group");
    view.setAttribute("aria-label", "Dependencies of " + plate.dataset.name + ": arrow keys move, plus and minus zoom, 0 begins again");
    let next = MARGIN;
    for (const column of columns) {
      column.unshift(next);
      next += column[1] + CHANNEL;
    }
    const nodes = read(plate, columns, groups);
    const svg = element(view, "svg", { class: "graph", role: "group", "aria-label": nodes.length + " nodes" });
    columns.forEach(([x, , text]) => element(svg, "text", { class: "head", x, y: 26 }, text));
    for (const [classes, list] of Object.entries(edges)) {
      edgesOf(list, nodes).forEach((edge) => element(svg, "path", { class: "edge " + classes, d: curve(points(nodes, edge)) }));
    }
    nodes.forEach((entry) => node(svg, entry));
    const end = (by) => Math.max(...nodes.map(by)) + 16;
    const size = [end((node) => node.x + node.width), end((node) => node.y + NODE)];
    plate.append(view);
    view.style.height = Math.min(size[1] + 8, view.clientHeight) + "px";
    view.before(tools(svg, view, ...size));
  };

  // Moves and zooms by the part of the picture that is seen.
  const tools = (svg, view, width, height) => {
    let [x, y, scale] = [0, 0, 1];
    const show = () => {
      const seen = [view.clientWidth / scale, view.clientHeight / scale];
      svg.setAttribute("viewBox", [x, y, ...seen].join(" "));
    };
    const fit = () => {
      scale = Math.min(view.clientWidth / width, view.clientHeight / height, 1);
      x = (width - view.clientWidth / scale) / 2;
      y = (height - view.clientHeight / scale) / 2;
      show();
    };
    const read = () => {
      scale = 1;
      const about = svg.querySelector(".about rect");
      x = Math.min(0, (width - view.clientWidth) / 2) || Math.max(0, about.x.baseVal.value + about.width.baseVal.value - view.clientWidth / 2);
      y = about.y.baseVal.value - view.clientHeight / 2;
      show();
    };
    // What would be too small to read as a whole is read from its middle.
    const begin = () => (height > view.clientHeight * 2 ? read() : fit());
    const zoom = (by, atX = view.clientWidth / 2, atY = view.clientHeight / 2) => {
      const next = Math.min(4, Math.max(0.1, scale * by));
      x += atX / scale - atX / next;
      y += atY / scale - atY / next;
      scale = next;
      show();
    };
    const move = (byX, byY) => {
      x += byX / scale;
      y += byY / scale;
      show();
    };
    const keys = {
      ArrowLeft: () => move(-60, 0), ArrowRight: () => move(60, 0), ArrowUp: () => move(0, -60), ArrowDown: () => move(0, 60),
      "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), 0: begin,
    };
    view.addEventListener("keydown", (event) => {
      const act = keys[event.key];
      if (act && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        act();
      }
    });
    view.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom(event.deltaY < 0 ? 1.12 : 0.89, event.offsetX, event.offsetY);
    }, { passive: false });
    let held = null;
    view.addEventListener("pointerdown", (event) => {
      held = [event.clientX, event.clientY];
    });
    addEventListener("pointermove", (event) => {
      if (!held) return;
      move(held[0] - event.clientX, held[1] - event.clientY);
      held = [event.clientX, event.clientY];
    });
    addEventListener("pointerup", () => {
      held = null;
    });
    // A node that the keyboard reaches comes into view.
    svg.addEventListener("focusin", (event) => {
      const box = event.target.getBBox();
      const outside = box.x < x || box.y < y || box.x + box.width > x + view.clientWidth / scale || box.y + box.height > y + view.clientHeight / scale;
      if (outside) {
        x = box.x + box.width / 2 - view.clientWidth / scale / 2;
        y = box.y + box.height / 2 - view.clientHeight / scale / 2;
        show();
      }
    });
    const bar = document.createElement("div");
    bar.className = "tools";
    for (const [text, label, act] of [["+", "Zoom in", () => zoom(1.25)], ["−", "Zoom out", () => zoom(0.8)], ["Fit", "Fit the whole", fit], ["1:1", "1:1, full size", read]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = text;
      button.setAttribute("aria-label", label);
      button.addEventListener("click", act);
      bar.append(button);
    }
    requestAnimationFrame(begin);
    return bar;
  };

  // A picture is drawn once somebody opens it; that of a whole page is open from the beginning.
  const head = document.querySelector("h1");
  for (const script of document.querySelectorAll("script[type='application/json']")) {
    const section = script.closest("section");
    const plate = document.createElement("details");
    plate.className = "plate";
    plate.dataset.name = section ? head.dataset.of + ":" + section.querySelector("h2 a").textContent : head.textContent;
    const summary = document.createElement("summary");
    summary.textContent = "Dependencies";
    plate.append(summary);
    script.replaceWith(plate);
    plate.addEventListener("toggle", () => draw(plate, JSON.parse(script.textContent)), { once: true });
    plate.open = !section;
  }
})();
