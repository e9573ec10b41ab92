// Every picture of the page, fetched even where it stands far below, with its text and its width once decoded.
async () => {
  const pictures = [...document.images];
  for (const picture of pictures) picture.loading = "eager";
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => {}))); // the width tells
  return pictures.map((p) => ({ src: p.getAttribute("src"), alt: p.getAttribute("alt"), width: p.naturalWidth }));
};
