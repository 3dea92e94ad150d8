// Two readers of QR codes with one face: `await read(source)` gives the text or "".

/** The reader of the browser where it reads QR codes, else the one that is carried. `wanted` asks for one of them. */
export async function openReader(wanted = "") {
  const own = wanted === "carried" ? null : await openOwnReader();
  if (own || wanted === "own") return own;
  return openCarriedReader();
}

async function openOwnReader() {
  const formats = await globalThis.BarcodeDetector?.getSupportedFormats().catch(() => []);
  if (!formats?.includes("qr_code")) return null;
  const detector = new globalThis.BarcodeDetector({ formats: ["qr_code"] });
  let carried = null;
  return {
    name: "own",
    // Some telephones name a reader that is not installed: it fails at the first picture.
    async read(picture) {
      if (carried) return carried.read(picture);
      try {
        const [found] = await detector.detect(picture);
        return found?.rawValue ?? "";
      } catch {
        carried = await openCarriedReader();
        return carried.read(picture);
      }
    },
    close: () => carried?.close(),
  };
}

/** ZXing in a worker, so that the page answers the thumb while a picture is read. The page says where it lies. */
async function openCarriedReader() {
  const worker = new Worker(document.querySelector("[data-reader]").dataset.reader, { type: "module" });
  const waiting = [];
  worker.onmessage = ({ data }) => {
    const asking = waiting.shift();
    if ("text" in data) asking.resolve(data.text);
    else asking.reject(new Error(data.fault));
  };
  worker.onerror = (event) => waiting.shift()?.reject(new Error(event.message));
  const asked = (message, transfer = []) =>
    new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      worker.postMessage(message, transfer);
    });
  await asked(null);
  return {
    name: "carried",
    read: (picture) => asked(picture, [picture.data.buffer]),
    close: () => worker.terminate(),
  };
}
