// Opens the page for notes without a network. It rules that page alone, and keeps nothing but it and what it is made of.
const CACHE = `chancery-notes ${self.registration.scope}`;
const PAGE = new URL(self.registration.scope).pathname;
const PATIENCE = 4_000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => event.waitUntil(keep(event.data.files)));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (pathname === PAGE) event.respondWith(page(request));
  } else if (pathname.startsWith("/static/")) {
    event.respondWith(file(request));
  }
});

async function keep(files) {
  const cache = await caches.open(CACHE);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname !== PAGE && !files.includes(pathname)) await cache.delete(request);
  }
  const missing = await Promise.all(files.map(async (one) => ((await cache.match(one)) ? "" : one)));
  await cache.addAll(missing.filter(Boolean));
  if (!(await cache.match(PAGE))) await keepPage(cache, await fetch(PAGE));
}

// A page that leads to signing in means that nobody is signed in any more: then none is kept.
async function keepPage(cache, answer) {
  if (answer.type === "opaqueredirect" || answer.redirected) await cache.delete(PAGE);
  else if (answer.ok) await cache.put(PAGE, answer.clone());
}

async function page(request) {
  const cache = await caches.open(CACHE);
  const fetched = fetch(request).then(async (answer) => {
    await keepPage(cache, answer);
    return answer;
  });
  const known = await cache.match(PAGE);
  if (!known) return fetched;
  const late = new Promise((resolve) => setTimeout(() => resolve(known), PATIENCE));
  return Promise.race([fetched.catch(() => known), late]);
}

async function file(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(new URL(request.url).pathname)) ?? fetch(request);
}
