// The stage: the model above on the page. Drawing needs no kernel; the kernel hears of changes afterwards.

const SVG = "http://www.w3.org/2000/svg";
const ANNOUNCE = 600; // ms of rest before a screen reader is told the sentence

// Make an element; keys of `attributes` that are functions listen to events.
function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(key, value);
    else if (value === true) node.setAttribute(key, "");
    else if (value !== false && value !== null) node.setAttribute(key, value);
  }
  // JupyterLab keeps its keyboard shortcuts away from elements with this attribute.
  if (["button", "input", "summary"].includes(tag)) node.setAttribute("data-lm-suppress-shortcuts", "true");
  node.append(...children);
  return node;
}

// Write marked words into `host`, only when they changed.
function write(host, words, make = (tag) => document.createElement(tag)) {
  if (host.words === words) return;
  host.words = words;
  host.replaceChildren(
    ...pieces(words).map(([kind, inner]) => {
      if (!kind) return document.createTextNode(inner);
      const node = make(kind === "math" ? "i" : "b");
      node.setAttribute("class", kind === "math" ? "math" : `ink ${kind}`);
      if (kind === "math") node.textContent = inner;
      else write(node, inner, make);
      return node;
    }),
  );
}

const tspan = () => document.createElementNS(SVG, "tspan");

// Make the children of `group` these primitives, touching only what changed.
function patch(group, primitives) {
  primitives.forEach(([tag, attributes, words], index) => {
    let node = group.childNodes[index];
    if (node?.nodeName !== tag) {
      const fresh = document.createElementNS(SVG, tag);
      fresh.now = {};
      if (node) group.replaceChild(fresh, node);
      else group.append(fresh);
      node = fresh;
    }
    for (const key of Object.keys(attributes)) {
      if (node.now[key] !== attributes[key]) node.setAttribute(key, (node.now[key] = attributes[key]));
    }
    if (words !== null) write(node, words, tspan);
  });
  while (group.childNodes.length > primitives.length) group.lastChild.remove();
}

function nearest(values, value) {
  let best = 0;
  values.forEach((candidate, index) => {
    if (Math.abs(candidate - value) < Math.abs(values[best] - value)) best = index;
  });
  return best;
}

class Picture {
  constructor(demo, change) {
    this.demo = demo;
    this.change = change;
    this.svg = document.createElementNS(SVG, "svg");
    this.svg.setAttribute("role", "img");
    this.panels = demo.spec.panels.map(() => this.addPanel());
    this.svg.addEventListener("pointerdown", (event) => this.grab(event));
    this.svg.addEventListener("pointermove", (event) => this.move(event));
    for (const end of ["pointerup", "pointercancel"]) this.svg.addEventListener(end, () => this.release());
  }

  addPanel() {
    const frame = document.createElementNS(SVG, "g");
    const clip = document.createElementNS(SVG, "svg");
    const over = document.createElementNS(SVG, "g");
    this.svg.append(frame, clip, over);
    return { frame, clip, over, groups: [], keys: [] };
  }

  draw(numbers, width) {
    const { frames, height } = layout(this.demo, numbers, width);
    if (this.size !== `${width} ${height}`) {
      this.size = `${width} ${height}`;
      this.svg.setAttribute("width", width);
      this.svg.setAttribute("height", height);
      this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    }
    this.numbers = numbers;
    this.frames = frames;
    frames.forEach((frame, index) => this.drawPanel(frame, this.panels[index]));
  }

  drawPanel(frame, panel) {
    const marks = frame.panel.marks;
    if (panel.key !== frame.key) {
      panel.key = frame.key;
      panel.keys = [];
      const { x, y, width, height } = frame;
      for (const group of [panel.frame, panel.over]) group.setAttribute("transform", `translate(${x} ${y})`);
      const box = { x, y, width, height };
      for (const key of Object.keys(box)) panel.clip.setAttribute(key, box[key]);
      patch(panel.frame, axes(frame));
    }
    marks.forEach((mark, index) => {
      // A mark is drawn again only if something that it depends on has changed.
      const key = mark.needs.map((name) => frame.numbers[name]).join();
      if (panel.keys[index] === key) return;
      panel.keys[index] = key;
      if (!panel.groups[index]) {
        panel.groups[index] = document.createElementNS(SVG, "g");
        // Lines end at the frame; points and signs may stand on its edge.
        (["point", "label"].includes(mark.kind) ? panel.over : panel.clip).append(panel.groups[index]);
      }
      patch(panel.groups[index], draw(mark, frame));
    });
  }

  grab(event) {
    if (!event.target.classList?.contains("grip") || !this.numbers.revealed) return;
    const group = event.target.parentNode;
    const panel = this.panels.findIndex((candidate) => candidate.groups.includes(group));
    this.held = { panel, mark: this.panels[panel].groups.indexOf(group) };
    this.svg.setPointerCapture(event.pointerId);
    this.svg.classList.add("holding");
    event.preventDefault();
  }

  move(event) {
    if (!this.held) return;
    const frame = this.frames[this.held.panel];
    const [control, formula] = frame.panel.marks[this.held.mark].drag;
    const box = this.svg.getBoundingClientRect();
    const fraction = clamp(0, (event.clientX - box.left - frame.x) / frame.width, 1);
    const value = this.demo.value(formula, { ...this.numbers, pointer: frame.at(fraction) });
    const { values } = this.demo.spec.controls.find(({ name }) => name === control);
    if (Number.isFinite(value)) this.change({ [control]: values[nearest(values, value)] });
  }

  release() {
    this.held = null;
    this.svg.classList.remove("holding");
  }
}
