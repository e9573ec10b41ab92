// Every text that is printed and not black on white.
() =>
  texts()
    .filter(({ element }) => {
      const ground = field(element), ink = over(numbers(getComputedStyle(element).color), ground);
      return luminance(ink) > 0 || luminance(ground) < 1;
    })
    .map(({ element }) => `${called(element)}: ${getComputedStyle(element).color}`);
