// Waits for a new version of the set and puts the new text in the place of the old, where the reader is.
"use strict";

const version = () => document.querySelector('meta[name="version"]').content;
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// The first place on the screen that has a name, and how far it is from the upper edge.
function place() {
  for (const element of document.querySelectorAll("main [id]")) {
    const box = element.getBoundingClientRect();
    if (box.bottom > 0 && box.height > 0) return { id: element.id, top: box.top };
  }
  return null;
}

function exchange(text) {
  const next = new DOMParser().parseFromString(text, "text/html");
  const before = place(), height = window.scrollY;
  const panel = document.querySelector(".findings"), listed = panel ? panel.scrollTop : 0;
  const title = next.querySelector("title");
  document.title = title ? title.textContent : document.title;
  document.querySelector('meta[name="version"]').content = next.querySelector('meta[name="version"]').content;
  document.body.className = next.body.className;
  document.body.replaceChildren(...next.body.children);
  const kept = before && document.getElementById(before.id);
  window.scrollTo({ top: kept ? window.scrollY + kept.getBoundingClientRect().top - before.top : height, behavior: "instant" });
  const renewed = document.querySelector(".findings");
  if (renewed) renewed.scrollTop = listed;
}

async function follow() {
  for (;;) {
    try {
      const latest = await (await fetch(`/version?seen=${version()}`)).text();
      document.body.classList.remove("away");
      if (latest !== version()) exchange(await (await fetch(location.pathname)).text());
    } catch {
      document.body.classList.add("away");
      await pause(1000);
    }
  }
}

follow();
