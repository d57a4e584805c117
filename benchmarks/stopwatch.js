// From a key press to the paint after the answer, as the page itself sees it. `watch` takes the node that the answer
// changes; a slider's own handle, which moves at once, lies outside of it.
(() => {
  const painted = (done) =>
    requestAnimationFrame(() => {
      const after = new MessageChannel(); // its message comes once the frame has been drawn
      after.port1.onmessage = () => done(performance.now());
      after.port2.postMessage(0);
    });

  const picture = (node) => node.querySelector("img");

  // A new picture counts once it is decoded; whatever else is there counts as soon as it is there.
  const ready = (node) => (picture(node) ? picture(node).decode().catch(() => null) : Promise.resolve());

  let observer = null;
  let pressed = null;

  const stopwatch = {
    watch(node) {
      observer?.disconnect();
      const drawsPictures = picture(node) !== null;
      let waiting = false;
      pressed = null;
      this.steps = []; // milliseconds from each key to its paint
      this.frames = []; // when each change was painted
      this.released = null;
      observer = new MutationObserver(() => {
        if (waiting || (drawsPictures && !picture(node))) return; // painted with the change before it, or cleared only
        const since = pressed;
        pressed = null;
        waiting = true;
        ready(node).then(() =>
          painted((now) => {
            waiting = false;
            this.frames.push(now);
            if (since !== null) this.steps.push(now - since);
          }),
        );
      });
      observer.observe(node, { childList: true, subtree: true, characterData: true });
    },
  };

  addEventListener("keydown", (event) => (pressed ??= event.timeStamp), true);
  addEventListener("keyup", (event) => (stopwatch.released = event.timeStamp), true);
  window.stopwatch = stopwatch;
})();
