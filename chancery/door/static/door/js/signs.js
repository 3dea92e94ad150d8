// What stands beside the colour of an answer: a ring with a tick, a triangle, an octagon, each of its own shape.
import { svg } from "./page.js";

const SHAPES = {
  green: ["M50 6a44 44 0 1 0 0 88a44 44 0 1 0 0-88z", "M28 52l15 15l30-34"],
  amber: ["M50 9L95 88H5z", "M50 38v24M50 74v2"],
  red: ["M33 6h34l27 27v34L67 94H33L6 67V33z", "M34 34l32 32M66 34L34 66"],
};

export function signOf(light) {
  const paths = SHAPES[light].map((d) => svg("path", { d }));
  return svg("svg", { class: "sign", viewBox: "0 0 100 100", "aria-hidden": "true", focusable: "false" }, paths);
}
