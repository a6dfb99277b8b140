/*
 * Filters and full-text search of the list. A plain script without modules or requests, so that it works from a folder.
 * The address keeps what is chosen: index.html#audience=village&q=走访.
 */
(function () {
  "use strict";

  const FIRST = 50; // results shown at once
  const BEFORE = 30, AFTER = 100; // characters of an excerpt around its first hit
  const HAN = /\p{Script=Han}/u;
  const LETTER = /[\p{Script=Latin}\p{N}]/u;
  const RUNS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

  const data = window.stdkitSearch;
  const controls = document.getElementById("controls");
  const input = document.getElementById("search");
  const selects = Array.from(controls.querySelectorAll("select"));
  const status = document.getElementById("status");
  const list = document.getElementById("list");
  const items = Array.from(list.querySelectorAll(".standards > li"));
  const results = document.getElementById("results");
  const found = results.querySelector("ol");
  const more = results.querySelector("button");
  let engine = null;

  /** A text as it is compared: full-width letters, blanks and dashes as plain ones, small letters; the length stays. */
  function plain(text) {
    return text
      .replace(/[\uff01-\uff5e]/g, (each) => String.fromCharCode(each.charCodeAt(0) - 0xfee0))
      .replace(/[\u3000\u00a0]/g, " ")
      .replace(/[\u2010-\u2015\u2212]/g, "-")
      .toLowerCase();
  }

  /** What a text is found by: Latin words, pairs of Chinese characters, and the last character of each run. */
  function indexed(text) {
    return (plain(text).match(RUNS) || []).flatMap((run) => {
      if (!HAN.test(run)) return [run];
      const characters = Array.from(run);
      return characters.map((each, at) => each + (characters[at + 1] || ""));
    });
  }

  /** What a question asks for; a single character is the beginning of a pair, or the last one. */
  function asked(text) {
    return (plain(text).match(RUNS) || []).flatMap((run) => {
      const characters = Array.from(run);
      if (!HAN.test(run) || characters.length === 1) return [run];
      return characters.slice(0, -1).map((each, at) => each + characters[at + 1]);
    });
  }

  function build() {
    engine = new window.MiniSearch({ fields: ["place", "text"], tokenize: indexed, processTerm: (term) => term });
    engine.addAll(data.texts.map(([, place, , text], id) => ({ id, place, text })));
  }

  function search(query, combineWith, filter) {
    return engine.search(query, {
      tokenize: asked, combineWith, filter, boost: { place: 3 },
      prefix: (term) => !HAN.test(term) || Array.from(term).length === 1,
    });
  }

  /** The hits with exactly the words asked for; without any, the ones that are near. */
  function hits(query, visible) {
    if (!engine) build();
    const words = plain(query).split(/\s+/).filter(Boolean);
    const shown = (hit) => visible.has(data.texts[hit.id][0]);
    const exact = search(query, "AND", (hit) => {
      const [, place, , text] = data.texts[hit.id];
      const whole = plain(place + "\n" + text);
      return shown(hit) && words.every((word) => whole.includes(word));
    });
    if (exact.length) return { key: "found", hits: exact, words };
    return { key: "near", hits: search(query, "OR", shown).slice(0, FIRST), words: asked(query) };
  }

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  /** Puts a text into an element, what was asked for marked. */
  function marked(into, text, words) {
    const folded = plain(text);
    let at = 0;
    while (at < text.length) {
      const next = words
        .map((word) => [folded.indexOf(word, at), word.length])
        .filter(([start]) => start >= 0)
        .sort((one, other) => one[0] - other[0] || other[1] - one[1])[0];
      if (!next) break;
      into.append(text.slice(at, next[0]), element("mark", "", text.slice(next[0], next[0] + next[1])));
      at = next[0] + next[1];
    }
    into.append(text.slice(at));
    return into;
  }

  /** The part of a text around its first hit; no Latin word is cut. */
  function excerpt(text, words) {
    const folded = plain(text);
    const places = words.map((word) => folded.indexOf(word)).filter((place) => place >= 0);
    const first = places.length ? Math.min(...places) : 0;
    const within = (at) => LETTER.test(text[at - 1] || "") && LETTER.test(text[at] || "");
    let start = Math.max(first - BEFORE, 0), end = Math.min(first + AFTER, text.length);
    while (within(start)) start -= 1;
    while (within(end)) end += 1;
    return (start ? "…" : "") + text.slice(start, end).replace(/\n/g, " ") + (end < text.length ? "…" : "");
  }

  function result(hit, words) {
    const [standard, place, fragment, text] = data.texts[hit.id];
    const [number, title, path] = data.standards[standard];
    const item = element("li");
    const link = element("a");
    link.href = encodeURI(path) + "#" + encodeURIComponent(fragment);
    const where = element("span", "where");
    where.append(element("span", "", number), " ", element("span", "", title));
    link.append(where, marked(element("span", "place"), place, words));
    item.append(link, marked(element("p", "excerpt"), excerpt(text, words), words));
    return item;
  }

  function say(key, count) {
    status.textContent = data.words[key].replace("{count}", count);
  }

  function showResults(query, visible) {
    const answer = hits(query, visible);
    let shown = 0;
    const add = () => {
      const next = answer.hits.slice(shown, shown + FIRST);
      const begun = next.map((hit) => result(hit, answer.words));
      found.append(...begun);
      shown += next.length;
      more.hidden = shown >= answer.hits.length;
      return begun[0];
    };
    found.replaceChildren();
    add();
    more.onclick = () => add().querySelector("a").focus();
    say(answer.hits.length ? answer.key : "not_found", answer.hits.length);
  }

  function filtered() {
    const chosen = selects.filter((each) => each.value);
    const visible = items.filter((item) => chosen.every((each) => item.dataset[each.name].split(" ").includes(each.value)));
    items.forEach((item) => { item.hidden = !visible.includes(item); });
    list.querySelectorAll(".group").forEach((group) => { group.hidden = !group.querySelector(".standards > li:not([hidden])"); });
    return new Set(visible.map((item) => item.id));
  }

  function show() {
    const query = input.value.trim();
    const visible = filtered();
    const searching = asked(query).length > 0;
    list.hidden = searching;
    results.hidden = !searching;
    if (searching) showResults(query, visible);
    else say(visible.size ? "listed" : "nothing_listed", visible.size);
  }

  /** Keeps what is chosen in the address, so that it can be sent to others and stands there on the way back. */
  function remember() {
    const chosen = new URLSearchParams();
    selects.forEach((each) => { if (each.value) chosen.set(each.name, each.value); });
    if (input.value || location.search) chosen.set("q", input.value);
    history.replaceState(null, "", "#" + chosen);
  }

  /** Takes what is chosen from the address: the part behind #, else what a search box of another page has sent. */
  function recall() {
    const chosen = new URLSearchParams(location.hash.slice(1));
    const item = items.find((each) => [each.id, encodeURIComponent(each.id)].includes(location.hash.slice(1)));
    const sent = item ? "" : new URLSearchParams(location.search).get("q") || "";
    input.value = chosen.has("q") ? chosen.get("q") : sent;
    selects.forEach((each) => {
      each.value = chosen.get(each.name) || "";
      if (each.selectedIndex < 0) each.value = "";
    });
    show();
    if (item) item.scrollIntoView();
  }

  function changed() {
    remember();
    show();
  }

  function clear() {
    input.value = "";
    changed();
    input.focus();
  }

  /** Moves among the search box and the links of the results, or of the list. */
  function move(step) {
    const links = Array.from((results.hidden ? list : results).querySelectorAll("li:not([hidden]) a"));
    const stops = [input, ...links.filter((each) => each.offsetParent)];
    const at = stops.indexOf(document.activeElement);
    const next = stops[Math.min(Math.max(at + step, 0), stops.length - 1)];
    next.focus();
    if (next === input) input.select();
  }

  function pressed(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    const among = event.target === input || Boolean(event.target.closest && event.target.closest("#results, #list"));
    if (event.key === "/" && !typing) { input.focus(); input.select(); }
    else if (event.key === "Escape" && (event.target === input || !results.hidden)) clear();
    else if (event.key === "ArrowDown" && among) move(1);
    else if (event.key === "ArrowUp" && among) move(-1);
    else return;
    event.preventDefault();
  }

  controls.addEventListener("submit", (event) => { event.preventDefault(); move(1); });
  input.addEventListener("input", (event) => { if (!event.isComposing) changed(); });
  input.addEventListener("compositionend", changed);
  selects.forEach((each) => each.addEventListener("change", changed));
  document.addEventListener("keydown", pressed);
  window.addEventListener("hashchange", recall);
  controls.hidden = false;
  recall();
})();
