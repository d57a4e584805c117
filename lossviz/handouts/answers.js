// Answers the exercises of this page with the sentences of check(), hint() and predict().

// The counterpart of sealing.py.
function unseal(text, key) {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(key)) state = Math.imul(state ^ byte, 0x01000193);
  state = state || 1;
  for (let place = 0; place < bytes.length; place += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[place] ^= state & 0xff;
  }
  return JSON.parse(new TextDecoder().decode(bytes));
}

const solved = new Set();
const predictions = new Map(); // key → what was typed or chosen
const shortly = (number) => String(Number(number.toPrecision(6)));

function say(form, lines, typed = "") {
  const box = form.querySelector(".feedback");
  box.replaceChildren(
    ...lines.map((line, number) => {
      const paragraph = document.createElement("p");
      const words = number ? paragraph : paragraph.appendChild(document.createElement("strong"));
      words.textContent = line.replaceAll("{}", typed);
      return paragraph;
    }),
  );
}

// What stands in a form: a letter, texts, or null where something is missing.
function given(form) {
  const chosen = form.querySelector("[type=radio]:checked");
  if (chosen) return { letter: chosen.value, typed: chosen.value };
  const texts = [...form.querySelectorAll("[type=text]")].map((field) => field.value.trim());
  if (!texts.length || texts.includes("")) return null;
  return { texts, numbers: texts.map(number), typed: texts.join(", ") };
}

function number(text) {
  const plain = text.replaceAll("−", "-").replace(",", ".");
  const fraction = plain.match(/^(-?[\d.]+)\s*\/\s*([\d.]+)$/);
  return fraction ? fraction[1] / fraction[2] : plain === "" ? NaN : Number(plain);
}

const near = (numbers, answer, within) =>
  numbers.every((each, place) => Math.abs(each - answer[place]) <= within * (1 + 1e-9) + 1e-15);

function about(value, answer) {
  if (Math.abs(value + answer) <= 1e-8 + 1e-3 * Math.abs(answer)) return "sign";
  if (answer && value) {
    const power = Math.abs(Math.log10(Math.abs(value / answer))) % 1;
    if (power < 1e-3) return "digits";
  }
  return value > answer ? "large" : "small";
}

// The lines for an answer to an exercise, and what {} in them stands for.
function judge(replies, { letter, texts, numbers, typed }) {
  if (replies.letters) return [replies.letters[letter], typed];
  const odd = numbers.findIndex((each) => !Number.isFinite(each));
  if (odd >= 0) return [replies.text || [`A number is asked for; yours is {}.`], `'${texts[odd]}'`];
  const known = replies.answers.find(([answer]) => near(numbers, answer, replies.within));
  if (known) return [known[1], typed];
  const [right] = replies.answers[0];
  const place = numbers.findIndex((each, at) => !near([each], [right[at]], replies.within));
  const lines = replies.about[about(numbers[place], right[place])];
  return [lines.map((line) => line.replace("[]", place + 1)), shortly(numbers[place])];
}

function compare(replies, { letter, numbers, typed }) {
  if (replies.letters) return [replies.letters[letter], typed];
  const known = replies.answers.find(([answer]) => near(numbers, answer, replies.within));
  return [known ? known[1] : replies.otherwise, typed];
}

function count() {
  for (const line of document.querySelectorAll(".standing")) {
    line.textContent = `${solved.size} of ${line.dataset.of} exercises solved on this page`;
  }
}

for (const form of document.querySelectorAll(".question")) {
  const { kind, key, sealed } = form.dataset;
  const replies = sealed && unseal(sealed, key);
  let hints = 0;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const answer = given(form);
    if (kind === "comparison") {
      const source = document.querySelector(`.prediction[data-key="${key}"]`);
      const before = unseal(source.dataset.sealed, key);
      const made = predictions.get(key);
      say(form, ...(made ? compare(before, made) : [before.missing]));
    } else if (!answer) {
      say(form, [`… ${key}: not yet. ${form.querySelector("[type=radio]") ? "Choose one" : "Type a number"} first.`]);
    } else if (kind === "prediction") {
      predictions.set(key, answer);
      say(form, replies.noted, answer.typed);
    } else {
      const [lines, typed] = judge(replies, answer);
      if (lines[0].startsWith("✓")) solved.add(key);
      say(form, lines, typed);
      count();
    }
  });
  form.querySelector("[data-hint]")?.addEventListener("click", (event) => {
    say(form, replies.hints[hints]);
    hints += 1;
    event.currentTarget.disabled = hints === replies.hints.length;
  });
}
