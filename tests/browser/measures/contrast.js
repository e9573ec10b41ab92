// Every text with its contrast and the one it needs: 3 for large text, 4.5 for all other.
() =>
  texts().map(({ text, element }) => {
    const { fontSize, fontWeight, color } = getComputedStyle(element);
    const size = parseFloat(fontSize);
    const large = size >= 24 || (size >= 18.66 && fontWeight >= 700);
    return { text: text.slice(0, 60), colour: color, ratio: textContrast(element), needed: large ? 3 : 4.5 };
  });
