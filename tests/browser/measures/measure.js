// For every paragraph of three lines or more (no list's line of date and names): how many characters a line holds on
// average, its last one left out.
() => {
  const lines = (paragraph) => {
    const counts = new Map(), range = document.createRange();
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
      for (let place = 0; place < walker.currentNode.length; place += 1) {
        range.setStart(walker.currentNode, place);
        range.setEnd(walker.currentNode, place + 1);
        const { bottom, width } = range.getBoundingClientRect();
        const line = Math.round(bottom / 8);
        if (width) counts.set(line, (counts.get(line) ?? 0) + 1);
      }
    return [...counts.values()].slice(0, -1);
  };
  return [...document.querySelectorAll("main p, main li, main dd")]
    .filter((block) => visible(block) && block.textContent.trim().length > 90 && !block.querySelector("p, ul, ol, h2, h3, time"))
    .map((block) => ({ text: block.textContent.trim().slice(0, 60), prose: block.matches(".prose > p"), lines: lines(block) }))
    .filter(({ lines }) => lines.length >= 2)
    .map(({ text, prose, lines }) => ({ text, prose, mean: lines.reduce((a, b) => a + b) / lines.length }));
};
