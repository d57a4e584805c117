// What is wider than its place scrolls there, and can then be reached by the keyboard.
const wide = document.querySelectorAll("pre, .wide, .formula, .part, .drawing, .picture");

function mark() {
  for (const each of wide) {
    if (each.scrollWidth > each.clientWidth) each.setAttribute("tabindex", "0");
    else each.removeAttribute("tabindex");
  }
}

addEventListener("resize", mark);
mark();
