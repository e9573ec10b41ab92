// How much of a picture (PNG as base64) has a colour "rgb(r, g, b)", as a fraction; a little off the colour counts too.
async ({ picture, colour }) => {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height), drawing = canvas.getContext("2d");
  drawing.drawImage(image, 0, 0);
  const { data } = drawing.getImageData(0, 0, image.width, image.height);
  const { red, green, blue } = numbers(colour);
  let count = 0;
  for (let place = 0; place < data.length; place += 4) {
    const off = [data[place] - red, data[place + 1] - green, data[place + 2] - blue].map(Math.abs);
    if (Math.max(...off) <= 3) count += 1;
  }
  return count / (data.length / 4);
};
