// Every control with its size; `inline` is a link in the middle of a text.
() => {
  const box = (element) => {
    const boxes = [element, ...element.querySelectorAll("*")].filter(visible).map((e) => e.getBoundingClientRect());
    return {
      width: Math.max(...boxes.map((b) => b.right)) - Math.min(...boxes.map((b) => b.left)),
      height: Math.max(...boxes.map((b) => b.bottom)) - Math.min(...boxes.map((b) => b.top)),
    };
  };
  const inText = (element) => {
    if (getComputedStyle(element).display !== "inline") return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
    const own = block.cloneNode(true);
    own.querySelectorAll("a").forEach((link) => link.remove());
    return own.textContent.trim() !== "";
  };
  return [...document.querySelectorAll(CONTROLS)]
    .filter((e) => visible(e) && !e.matches(".skip-link"))
    .map((e) => ({ name: called(e), ...box(e), inline: inText(e) }));
};
