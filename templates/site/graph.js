/*
 * Makes the citations of a standard stand out in the graph, lists them beside it, and filters. A plain script without modules or
 * requests, so that it works from a folder. The address keeps what is chosen: graph.html#XM-101.
 */
(function () {
  "use strict";

  const main = document.querySelector("main.graph");
  const graph = document.getElementById("graph");
  const controls = document.getElementById("controls");
  const status = document.getElementById("status");
  const panel = document.getElementById("panel");
  const clear = document.getElementById("clear");
  const selects = Array.from(controls.querySelectorAll("select"));
  const nodes = Array.from(graph.querySelectorAll(".node"));
  const edges = Array.from(graph.querySelectorAll(".edge")).map((element) => ({
    element, from: element.dataset.from, to: element.dataset.to, natures: element.dataset.natures.split(" "),
  }));
  const sections = Array.from(panel.querySelectorAll(".of"));
  const modules = new Map(nodes.map((node) => [node.dataset.id, node.dataset.module]));
  let chosen = "", pointed = "";

  function value(name) {
    return selects.find((each) => each.name === name).value;
  }

  /** The lines that the filters leave: of the nature, and with an end in the module. */
  function left() {
    const module = value("module"), nature = value("nature");
    return edges.filter((each) => (!nature || each.natures.includes(nature)) &&
      (!module || modules.get(each.from) === module || modules.get(each.to) === module));
  }

  function show() {
    const module = value("module");
    const lines = left();
    const ends = new Set(lines.flatMap((each) => [each.from, each.to]));
    const shown = new Set([...modules.keys()].filter((id) => !module || modules.get(id) === module || ends.has(id)));
    const active = shown.has(pointed) ? pointed : shown.has(chosen) ? chosen : "";
    const near = new Set([active]);
    const kept = new Set(lines);
    for (const each of edges) {
      const on = kept.has(each) && active !== "" && (each.from === active || each.to === active);
      if (on) near.add(each.from).add(each.to);
      each.element.classList.toggle("out", !kept.has(each));
      each.element.classList.toggle("on", on);
    }
    for (const node of nodes) {
      const id = node.dataset.id;
      node.classList.toggle("out", !shown.has(id));
      node.classList.toggle("near", active !== "" && near.has(id));
      node.classList.toggle("active", active === id);
      if (id === chosen) node.setAttribute("aria-current", "true"); else node.removeAttribute("aria-current");
    }
    graph.classList.toggle("pointing", active !== "");
    list();
    status.textContent = chosen ? named(chosen) :
      main.dataset.shown.replace("{standards}", shown.size).replace("{pairs}", lines.length);
  }

  /** Beside the graph stand the citations of the chosen standard, as far as the filter by nature leaves them. */
  function list() {
    const nature = value("nature");
    panel.hidden = chosen === "";
    clear.hidden = chosen === "" && selects.every((each) => each.value === "");
    for (const section of sections) {
      section.hidden = section.id !== chosen;
      if (section.hidden) continue;
      for (const item of section.querySelectorAll("li[data-nature]")) item.hidden = nature !== "" && item.dataset.nature !== nature;
    }
  }

  function node(id) {
    return nodes.find((each) => each.dataset.id === id);
  }

  function named(id) {
    return node(id).getAttribute("aria-label");
  }

  /** The standard that the address names; a damaged address names none. */
  function fromAddress() {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch { /* no text in UTF-8 */ }
    return modules.has(id) ? id : "";
  }

  function choose(id) {
    chosen = id;
    pointed = "";
    show();
    if (!id) return;
    const section = sections.find((each) => each.id === id);
    panel.scrollTop = 0;
    section.focus({ preventScroll: true });
  }

  /** Nothing is chosen any more; the way with the keyboard goes on where it was left. */
  function release() {
    const before = chosen;
    history.replaceState(null, "", location.pathname + location.search);
    choose("");
    if (before) node(before).focus({ preventScroll: true });
    pointed = "";
    show();
  }

  graph.addEventListener("click", (event) => {
    const link = event.target.closest(".node");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const id = link.dataset.id;
    if (fromAddress() !== id) history.pushState(null, "", "#" + encodeURIComponent(id));
    choose(id);
  });
  for (const each of nodes) {
    const id = each.dataset.id;
    each.addEventListener("mouseenter", () => { pointed = id; show(); });
    each.addEventListener("focus", () => { pointed = id; show(); });
    each.addEventListener("mouseleave", () => { pointed = ""; show(); });
    each.addEventListener("blur", () => { pointed = ""; show(); });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    release();
  });
  clear.addEventListener("click", () => {
    for (const each of selects) each.value = "";
    release();
  });
  controls.addEventListener("change", show);
  controls.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("popstate", () => choose(fromAddress()));
  window.addEventListener("pageshow", () => {
    show(); // a browser may have kept what was chosen in the filters
    if (chosen) node(chosen).scrollIntoView({ block: "center" }); // rather than the list beside the graph, where the address leads
  });

  main.classList.add("scripted");
  document.getElementById("hint").hidden = false;
  controls.hidden = false;
  panel.setAttribute("aria-label", panel.dataset.chosen);
  choose(fromAddress());
})();
