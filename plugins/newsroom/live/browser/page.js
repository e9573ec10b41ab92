// Stands in every page that the preview sends, never in a built one: follows the builds and shows what is wrong.
(() => {
  "use strict";

  const SCROLL = "preview-scroll";
  const own = document.currentScript;
  const sheets = [...document.querySelectorAll('link[rel~="stylesheet"]')].map((link) => [link]);
  let mark = own.dataset.mark;
  let asking = false;
  let again = false;
  let panel = null;
  let shown = "";

  // What a build means for this page. One question at a time: a build that ends meanwhile is asked about afterwards.
  async function follow() {
    again = true;
    if (asking) return;
    asking = true;
    while (again) {
      again = false;
      const answer = await answered(`/.preview/change?${new URLSearchParams({ page: location.pathname, mark })}`);
      if (answer) await change(await answer.json());
    }
    asking = false;
  }

  async function change(told) {
    if (told.change === "page") reload();
    if (told.change === "body") await replaceBody();
    if (told.change === "styles" || told.change === "body") restyle(told.styles);
    mark = told.mark;
  }

  // Null where the server has gone: when it is back, the stream says so.
  function answered(address) {
    return fetch(address, { cache: "no-store" }).catch(() => null);
  }

  // Quicker than to load the page, and the reader's place stays. Not where the page has scripts, which expect their own.
  async function replaceBody() {
    const answer = await answered(location.pathname);
    if (!answer) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const scripts = [...document.scripts, ...page.scripts].filter((script) => !("mark" in script.dataset));
    if (scripts.length) reload();
    else document.body.replaceWith(page.body);
  }

  // The old stylesheet stays until the new one is there, so the page is never without.
  function restyle(styles) {
    sheets.forEach((links, index) => {
      const old = links.at(-1);
      if (old.getAttribute("href") === styles[index]) return;
      const link = old.cloneNode();
      link.setAttribute("href", styles[index]);
      link.addEventListener("load", () => {
        for (const earlier of links.splice(0, links.indexOf(link))) earlier.remove();
      });
      links.push(link);
      old.after(link);
    });
  }

  function reload() {
    sessionStorage.setItem(SCROLL, JSON.stringify([location.pathname, scrollX, scrollY]));
    location.reload();
  }

  function scrollBack() {
    const kept = JSON.parse(sessionStorage.getItem(SCROLL) ?? "[]");
    sessionStorage.removeItem(SCROLL);
    const [path, left, top] = kept;
    if (path !== location.pathname) return;
    const go = () => scrollTo({ left, top, behavior: "instant" });
    go();
    addEventListener("load", go, { once: true });
  }

  function element(name, text, kind = "") {
    const made = document.createElement(name);
    made.textContent = text;
    made.className = kind;
    return made;
  }

  // A panel that is there already keeps its place, and stays closed if the reader closed it and nothing is new.
  function show(text) {
    if (text === shown) return;
    shown = text;
    const told = JSON.parse(text);
    panel?.remove();
    panel = null;
    if (!told.title) return;
    panel = document.createElement("aside");
    panel.id = "preview-panel";
    panel.lang = "vi";
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = "/.preview/panel.css";
    panel.attachShadow({ mode: "open" }).append(style, details(told));
    document.documentElement.append(panel); // outside of the body, which may be replaced
  }

  function details(told) {
    const box = element("details", "", told.broken ? "broken" : "");
    box.open = told.broken;
    box.append(element("summary", told.title));
    const list = document.createElement("ul");
    list.setAttribute("role", "status");
    for (const fault of told.faults) {
      const item = element("li", "", fault.severity);
      if (fault.place) item.append(element("code", fault.place), " ");
      item.append(fault.text);
      list.append(item);
    }
    box.append(list);
    if (told.more) box.append(element("p", told.more));
    return box;
  }

  function listen() {
    const take = (text) => {
      show(text);
      follow();
    };
    if (!window.SharedWorker) {
      new EventSource("/.preview/events").onmessage = (event) => take(event.data);
      return;
    }
    const { port } = new SharedWorker("/.preview/stream.js");
    port.onmessage = (event) => take(event.data);
    port.postMessage("join");
    addEventListener("pagehide", () => port.postMessage("leave"));
    addEventListener("pageshow", (event) => {
      if (event.persisted) port.postMessage("join"); // back from the browser's memory
    });
  }

  scrollBack();
  listen();
})();
