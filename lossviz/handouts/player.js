// Moves the explorers of this page: every drawing has been made before, under the positions of its controls.

const explorers = [...document.querySelectorAll(".explorer")].map((figure) => {
  const picture = figure.querySelector("svg");
  const moving = figure.querySelector(".moving");
  const readout = figure.querySelector(".readout");
  const controls = [...figure.querySelectorAll(".control")].map((control) => {
    const texts = control.dataset.texts.split("|");
    const slider = control.querySelector("[type=range]");
    const radios = [...control.querySelectorAll("[type=radio]")];
    const output = control.querySelector("output");
    const start = slider ? slider.defaultValue : radios.find((radio) => radio.defaultChecked).value;
    return {
      control, texts, label: control.querySelector("label[for], legend").textContent, slides: Boolean(slider),
      get at() { return slider ? slider.value : radios.find((radio) => radio.checked).value; },
      reset() { slider.value = start; },
      tell() {
        if (!slider) return;
        output.textContent = texts[slider.value];
        slider.setAttribute("aria-valuetext", texts[slider.value]);
      },
    };
  });
  let frames = null;

  const drawn = (frame) => frame[0].map((piece) => frames.pieces[piece]).join("");

  function show() {
    controls.forEach((control) => control.tell());
    const frame = frames && frames.frames[controls.map((control) => control.at).join(",")];
    if (!frame) return;
    moving.innerHTML = drawn(frame);
    readout.textContent = frames.words[frame[1]];
    picture.setAttribute("aria-label", frames.words[frame[2]]);
  }

  figure.addEventListener("input", (event) => {
    const moved = controls.find(({ control }) => control.contains(event.target));
    if (frames && !frames.together && moved.slides) {
      controls.filter((other) => other.slides && other !== moved).forEach((other) => other.reset());
    }
    show();
  });

  // On paper nothing moves, so a few positions of the first control stand below each other. Copies need ids of their
  // own: an equal id in what is hidden would switch the clipping off.
  function layOut() {
    if (!frames || figure.querySelector(".paper")) return;
    for (const [number, key] of figure.dataset.paper.split(";").entries()) {
      const frame = frames.frames[key];
      const copy = picture.cloneNode(true);
      copy.querySelector(".moving").innerHTML = drawn(frame);
      copy.innerHTML = copy.innerHTML.replace(/( id="|url\(#|url\(&quot;#|href="#)(?=e\d)/g, `$1k${number}`);
      copy.setAttribute("aria-label", frames.words[frame[2]]);
      const paper = document.createElement("div");
      paper.className = "paper";
      const words = document.createElement("p");
      const [place] = key.split(",");
      words.textContent = `${controls[0].label}: ${controls[0].texts[place]}. ${frames.words[frame[1]]}`;
      paper.append(copy, words);
      figure.append(paper);
    }
  }

  const ready = unpack(figure.querySelector("script").textContent).then((data) => {
    frames = data;
    show();
  });
  return { ready, layOut, clear: () => figure.querySelectorAll(".paper").forEach((paper) => paper.remove()) };
});

async function unpack(text) {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).json();
}

addEventListener("beforeprint", () => explorers.forEach((explorer) => explorer.layOut()));
addEventListener("afterprint", () => explorers.forEach((explorer) => explorer.clear()));

// The page says when it is whole: whoever prints it without a reader waits for that.
Promise.all(explorers.map((explorer) => explorer.ready)).then(() => document.body.setAttribute("data-ready", ""));
