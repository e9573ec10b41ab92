// What the other measures share; it is put in front of each.
const visible = (element) =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
  element.getBoundingClientRect().width > 0;

// Said to screen readers alone: clipped away to a point.
const hiddenByClip = (element) => {
  for (let above = element; above; above = above.parentElement)
    if (getComputedStyle(above).clipPath === "inset(50%)") return true;
  return false;
};

const texts = () => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data.trim(), element = walker.currentNode.parentElement;
    if (text && visible(element) && !hiddenByClip(element)) found.push({ text, element, node: walker.currentNode });
  }
  return found;
};

const numbers = (colour) => {
  const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
  return { red, green, blue, alpha };
};

const over = (top, below) => ({
  red: top.red * top.alpha + below.red * (1 - top.alpha),
  green: top.green * top.alpha + below.green * (1 - top.alpha),
  blue: top.blue * top.alpha + below.blue * (1 - top.alpha),
  alpha: 1,
});

// The field that an element's text stands on: of its nearest ancestor with an opaque one, with what is laid over it.
const field = (element) => {
  const layers = [];
  for (let above = element; above; above = above.parentElement) {
    const colour = numbers(getComputedStyle(above).backgroundColor);
    layers.unshift(colour);
    if (colour.alpha === 1) return layers.reduce((below, top) => over(top, below));
  }
  throw new Error("the page has no opaque ground");
};

const luminance = ({ red, green, blue }) => {
  const [r, g, b] = [red, green, blue]
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const ratio = (one, other) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

const textContrast = (element) => {
  const ground = field(element);
  return ratio(over(numbers(getComputedStyle(element).color), ground), ground);
};

const called = (element) =>
  `${element.localName}${element.className && element.className.baseVal === undefined ? "." + element.className : ""}` +
  ` “${element.textContent.trim().replace(/\s+/g, " ").slice(0, 50)}”`;

const CONTROLS = "a[href], button, summary, input, select, textarea, [tabindex='0']";
