// From now on, `window.focused` gets a line for each control that Tab leads to; returns how many there are. Looked at when
// the key is let go: the page has scrolled there by then.
() => {
  const scrollers = [...document.body.querySelectorAll("*")].filter(
    (e) => ["auto", "scroll"].includes(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth
      && !e.querySelector(CONTROLS));
  const wanted = [...document.querySelectorAll("*")]
    .filter((e) => (e.matches(CONTROLS) && visible(e)) || scrollers.includes(e));
  window.focused = [];
  document.addEventListener("keyup", () => {
    const target = document.activeElement, style = getComputedStyle(target), { left, right, top, bottom } = target.getBoundingClientRect();
    const behind = field(target.parentElement);
    const texts = [target, ...target.querySelectorAll("*")].filter(
      (e) => visible(e) && !hiddenByClip(e) && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()));
    const [line] = target.getClientRects(); // of a link over two lines the first
    const hit = document.elementFromPoint(
      (Math.max(line.left, 0) + Math.min(line.right, innerWidth)) / 2,
      (Math.max(line.top, 0) + Math.min(line.bottom, innerHeight)) / 2);
    window.focused.push({
      place: wanted.indexOf(target),
      name: called(target),
      outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
      outlineContrast: ratio(numbers(style.outlineColor), behind),
      textContrast: Math.min(21, ...texts.map(textContrast)),
      onScreen: right > 0 && bottom > 0 && left < innerWidth && top < innerHeight,
      uncovered: hit !== null && (target.contains(hit) || hit.contains(target)),
    });
  });
  return wanted.length;
};
