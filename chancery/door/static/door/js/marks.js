// Remembers outside the browser's storage that this telephone was paired, so that storage thrown away can be told from
// a telephone that is new. The cookie says nothing else; the office never reads it.
const NAME = "chancery_door";

export const marks = {
  isSet: () => globalThis.document?.cookie.split("; ").includes(`${NAME}=1`) ?? false,
  set(until) {
    write(`1; expires=${new Date(until).toUTCString()}`);
  },
  clear: () => write("; max-age=0"),
};

function write(value) {
  const secure = globalThis.location?.protocol === "https:" ? "; secure" : "";
  if (globalThis.document) document.cookie = `${NAME}=${value}; path=/d/; samesite=strict${secure}`;
}
