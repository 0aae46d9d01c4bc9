/* A photo upright, shrunk, and drawn anew, so that nothing of its metadata is left. */

/* file: a File; limits: sisi (pixels), mutu, terbesar (bytes). Rejects where it is no photo. */
export async function redraw(file, limits) {
  const image = await createImageBitmap(file, { imageOrientation: "from-image" });
  const ratio = Math.min(1, limits.sisi / Math.max(image.width, image.height));
  const canvas = drawn(image, Math.round(image.width * ratio), Math.round(image.height * ratio));
  image.close();
  for (let quality = limits.mutu; quality > 0.3; quality -= 0.15) {
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));
    if (blob && blob.size <= limits.terbesar) return blob.arrayBuffer();
  }
  throw new Error("too large");
}

/* A small canvas to show; the policy of the page lets no image in but those of the site. */
export async function preview(data, side) {
  const image = await createImageBitmap(new Blob([data], { type: "image/jpeg" }));
  const ratio = side / Math.max(image.width, image.height);
  const canvas = drawn(image, Math.round(image.width * ratio), Math.round(image.height * ratio));
  image.close();
  return canvas;
}

function drawn(image, width, height) {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff"; // beneath what is transparent
  context.fillRect(0, 0, width, height);
  context.drawImage(image, 0, 0, width, height);
  return canvas;
}
