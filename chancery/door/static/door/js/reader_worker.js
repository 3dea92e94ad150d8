// Read QR codes off the page's thread: a picture in, a text or "" out; nothing in says when the reader is ready.

import { prepareZXingModule, readBarcodes } from "../vendor/zxing/reader/index.js";

const READER = new URL("../vendor/zxing/zxing_reader.wasm", import.meta.url).href;
const OPTIONS = { formats: ["QRCode"], maxNumberOfSymbols: 1, tryHarder: true, tryRotate: true, tryInvert: false };
const ready = prepareZXingModule({ overrides: { locateFile: () => READER }, fireImmediately: true });

self.onmessage = async ({ data: picture }) => {
  try {
    await ready;
    const [found] = picture ? await readBarcodes(picture, OPTIONS) : [];
    self.postMessage({ text: found?.text ?? "" });
  } catch (fault) {
    self.postMessage({ fault: String(fault) });
  }
};
