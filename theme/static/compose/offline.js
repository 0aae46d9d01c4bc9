/* Keeps the composer for places without signal. tulis/luring.js names what to keep. */

const PREFIX = "tulis " + self.registration.scope + " ";
const NAME = PREFIX + self.SIMPANAN;
const DATA = ["pilihan.json", "aturan.json"];

self.addEventListener("install", (event) => {
  const kept = ["./", ...DATA, ...self.BERKAS].map((href) => new Request(href, { cache: "reload" }));
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(kept)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith(PREFIX) && name !== NAME;
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(newest(request, "./", false));
  else if (DATA.some((name) => address.pathname.endsWith("/tulis/" + name))) event.respondWith(newest(request, request, true));
  else if (self.BERKAS.some((href) => new URL(href, location).pathname === address.pathname)) event.respondWith(kept(request));
});

/* From the network while there is one; the page itself stays as it was installed, so that it
   fits the modules beside it. */
async function newest(request, name, store) {
  const cache = await caches.open(NAME);
  try {
    const answer = await fetch(request);
    if (!answer.ok) throw new Error(String(answer.status));
    if (store) await cache.put(name, answer.clone());
    return answer;
  } catch (error) {
    const found = await cache.match(name);
    if (found) return found;
    throw error;
  }
}

async function kept(request) {
  const cache = await caches.open(NAME);
  return (await cache.match(request)) || fetch(request);
}
