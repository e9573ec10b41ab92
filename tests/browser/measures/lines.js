// Every text with its size in pixels and its line height in multiples of that.
() =>
  texts().map(({ text, element }) => {
    const { fontSize, lineHeight } = getComputedStyle(element);
    const size = parseFloat(fontSize);
    const height = lineHeight === "normal" ? 0 : parseFloat(lineHeight) / size;
    return { text: text.slice(0, 60), size, height, raised: Boolean(element.closest("sup, sub")) };
  });
