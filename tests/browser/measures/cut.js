// Text that its box hides a part of.
() =>
  texts()
    .map(({ element }) => element)
    .filter((element) => {
      for (let above = element; above !== document.body; above = above.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(above);
        const hides = (value) => value === "hidden" || value === "clip";
        if (hides(overflowX) && above.scrollWidth > above.clientWidth + 1) return true;
        if (hides(overflowY) && above.scrollHeight > above.clientHeight + 1) return true;
      }
      return false;
    })
    .map(called);
