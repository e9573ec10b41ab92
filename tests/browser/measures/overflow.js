// What stands out of the page to the right, and by how much the page scrolls sideways.
() => {
  const width = document.documentElement.clientWidth;
  const scrollsItself = (element) => {
    for (let above = element.parentElement; above && above !== document.body; above = above.parentElement)
      if (getComputedStyle(above).overflowX !== "visible") return true;
    return false;
  };
  const outside = [...document.body.querySelectorAll("*")]
    .filter((e) => visible(e) && e.getBoundingClientRect().right > width + 0.5 && !scrollsItself(e))
    .map(called);
  return { by: document.scrollingElement.scrollWidth - width, outside };
};
