// The outline of a page, as the rules about it need it.
() => {
  const inLandmark = (element) => element.closest("body > header, body > nav, body > main, body > footer");
  const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
  return {
    language: document.documentElement.lang,
    headings: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((h) => [Number(h.localName[1]), h.textContent.trim()]),
    landmarks: ["header", "main", "footer"].map((name) => document.querySelectorAll(`body > ${name}`).length),
    navigations: [...document.querySelectorAll("nav")].map((nav) => nav.getAttribute("aria-label")),
    astray: texts().filter(({ element }) => !inLandmark(element)).map(({ text }) => text),
    repeatedIds: ids.filter((id, place) => ids.indexOf(id) !== place),
    inline: [...document.querySelectorAll("[style], style, script, [onclick], [onload], [onerror]")].map(called),
  };
};
