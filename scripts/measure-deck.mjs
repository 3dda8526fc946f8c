#!/usr/bin/env node
// How smoothly the deck follows the finger on a slow phone: drags cards in a real browser whose processor is slowed down, and prints how long
// frames took. The server has to run and to have open jobs.
//   node scripts/measure-deck.mjs [http://localhost:3000] [drags]
import { chromium, devices } from "@playwright/test";

const [base = "http://localhost:3000", drags = "10"] = process.argv.slice(2);
const SLOWDOWN = 4;
const FRAME_MS_MAX = 50;
const STEPS = 40;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH,
  args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"],
});
const page = await browser.newPage({ ...devices["Pixel 7"] });
await page.goto(`${base}/jobs`);
const top = page.locator("article:not([inert])");
await top.waitFor();
await page.waitForTimeout(1000);
const cdp = await page.context().newCDPSession(page);
await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });

/** Moves a finger over the card on top, there and back, and lets go past the edge. @returns ms of each frame meanwhile */
async function drag() {
  const box = await top.boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + 30];
  const touch = (type, dx) =>
    cdp.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x: x + dx, y }] });
  await page.evaluate(() => {
    const times = [];
    window.frames_ = times;
    const tick = (now) => {
      times.push(now);
      if (window.frames_ === times) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    console.timeStamp("drag begins");
  });
  await touch("touchStart", 0);
  for (let step = 1; step <= STEPS; step += 1) {
    await touch("touchMove", 150 * Math.sin((step / STEPS) * 2.5 * Math.PI));
    await page.waitForTimeout(16);
  }
  const times = await page.evaluate(() => {
    const taken = window.frames_;
    window.frames_ = undefined;
    console.timeStamp("drag ends");
    return taken;
  });
  await touch("touchEnd", 0);
  await page.waitForTimeout(1200);
  return times.slice(1).map((time, i) => time - times[i]);
}

/** Processor time of each task of the page's main thread while a card is dragged, in ms, as the browser's own trace has it. */
async function trace(work) {
  const events = [];
  cdp.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  const done = new Promise((resolve) => cdp.once("Tracing.tracingComplete", resolve));
  await cdp.send("Tracing.start", { traceConfig: { includedCategories: ["toplevel", "devtools.timeline"] } });
  await work();
  await cdp.send("Tracing.end");
  await done;
  const threads = events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  const isMain = ({ pid, tid }) => threads.some((thread) => thread.pid === pid && thread.tid === tid);
  const at = (text) =>
    events.filter(({ name, args }) => name === "TimeStamp" && args.data?.message === text).map(({ ts }) => ts);
  const ends = at("drag ends");
  const spans = at("drag begins").map((from) => ({ from, to: ends.find((ts) => ts > from) }));
  return events
    .filter((event) => /RunTask$/.test(event.name) && isMain(event))
    .filter(({ ts }) => spans.some(({ from, to }) => ts >= from && ts < to))
    .map(({ tdur = 0 }) => tdur / 1000)
    .sort((a, b) => b - a);
}

const frames = [];
const tasks = await trace(async () => {
  for (let i = 0; i < Number(drags); i += 1) frames.push(...(await drag()));
});
await browser.close();
frames.sort((a, b) => a - b);
const at = (share) => frames[Math.min(frames.length - 1, Math.floor(share * frames.length))].toFixed(1);
const tooLong = frames.filter((ms) => ms > FRAME_MS_MAX).length;
console.log(`${frames.length} frames of ${drags} drags, processor slowed down ${SLOWDOWN} times:`);
console.log(
  `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms; over ${FRAME_MS_MAX} ms: ${tooLong}`,
);
const longest = tasks.slice(0, 5).map((ms) => ms.toFixed(1));
console.log(`${tasks.length} tasks of the main thread, the longest in processor time: ${longest.join(", ")} ms`);
process.exitCode = tasks[0] < FRAME_MS_MAX ? 0 : 1;
