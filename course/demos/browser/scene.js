// From a demo's numbers to a drawing, the same as scene.py: lists of [tag, attributes, marked words].

const MARGINS = { left: 44, right: 26, top: 28, bottom: 24 };
const WIDE = 560;
const SIGN_WIDTH = 6.9;
const SHEET_MARGIN = 8;

const rounded = (value) => Math.floor(value * 10 + 0.5) / 10;
const clamp = (low, value, high) => Math.max(low, Math.min(high, value));

// The logarithm to base 10; -Infinity for what a logarithmic axis cannot show.
const decades = (value) => (value > 0 ? Math.log10(value) : -Infinity);

// A panel at its place: from values to pixels and back.
class Frame {
  constructor(demo, panel, numbers, x, y, width) {
    Object.assign(this, { demo, panel, numbers, x, y, width, height: demo.value(panel.height, numbers) });
    [this.left, this.right] = panel.x.map((end) => demo.value(end, numbers));
    [this.low, this.high] = panel.y.map((end) => demo.value(end, numbers));
    this.key = [x, y, width, this.left, this.right, this.low, this.high, this.height].join();
  }

  fraction(value) {
    if (this.panel.log[0]) return (decades(value) - decades(this.left)) / decades(this.right / this.left);
    if (!this.panel.signedLog) return (value - this.left) / (this.right - this.left);
    const [small, large] = this.panel.signedLog;
    if (value === 0) return 0.5;
    const t = Math.max(0, Math.log10(Math.abs(value) / small) / Math.log10(large / small));
    return 0.5 + Math.sign(value) * (0.04 + 0.46 * t);
  }

  at(fraction) {
    if (this.panel.log[0]) return this.left * Math.pow(this.right / this.left, fraction);
    if (!this.panel.signedLog) return this.left + (this.right - this.left) * fraction;
    const [small, large] = this.panel.signedLog;
    const t = (Math.abs(fraction - 0.5) - 0.04) / 0.46;
    if (t < -1e-9) return NaN;
    return Math.sign(fraction - 0.5) * small * Math.pow(large / small, t);
  }

  px(value) {
    return rounded(clamp(-1e4, this.fraction(value) * this.width, 1e4));
  }

  py(value) {
    const part = this.panel.log[1]
      ? (decades(this.high) - decades(value)) / decades(this.high / this.low)
      : (this.high - value) / (this.high - this.low);
    const pixel = part * this.height;
    return rounded(clamp(-3 * this.height, pixel, 4 * this.height));
  }

  holds(x, y) {
    return -1 <= x && x <= this.width + 1 && -1 <= y && y <= this.height + 1;
  }
}

export function layout(demo, numbers, width) {
  const { left, right, top, bottom } = MARGINS;
  const panels = demo.spec.panels;
  const beside = demo.spec.beside && width >= WIDE;
  const outer = width / (beside ? panels.length : 1);
  let y = 0;
  const frames = panels.map((panel, index) => {
    const x = beside ? outer * index : 0;
    const [before, after] = panel.grid ? [left, right] : [SHEET_MARGIN, SHEET_MARGIN];
    const frame = new Frame(demo, panel, numbers, x + before, y + top, Math.floor(outer - before - after));
    if (!beside) y += top + frame.height + bottom;
    return frame;
  });
  if (beside) y = top + Math.max(...frames.map((frame) => frame.height)) + bottom;
  return { frames, height: y };
}

export function ticks(low, high, count) {
  const raw = (high - low) / Math.max(1, count);
  const power = Math.pow(10, Math.floor(Math.log10(raw)));
  const step = power * ([1, 2, 5].find((m) => m * power >= raw * 0.999) ?? 10);
  const found = [];
  for (let k = Math.ceil(low / step - 1e-9); k <= Math.floor(high / step + 1e-9); k++) found.push(k * step);
  return found;
}

// The powers of ten from low to high, and those for which there is room, written.
function powers(low, high, room) {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  const every = Math.max(1, Math.ceil((last - first) / Math.max(1, room)));
  const exponents = Array.from({ length: last - first + 1 }, (_, k) => first + k);
  const name = (k) => ["1", "10"][k] ?? `10${[...String(k)].map((sign) => RAISED[sign]).join("")}`;
  const shown = exponents.filter((k) => k % every === 0).map((k) => [Math.pow(10, k), name(k)]);
  // On an axis of many decades a line for each would be a grey field.
  const lines = every <= 4 ? exponents : exponents.filter((k) => k % every === 0);
  return [lines.map((k) => Math.pow(10, k)), shown];
}

export function axes(frame) {
  const { panel, width: w, height: h } = frame;
  const words = frame.demo.spec.words;
  const drawn = [];
  if (!panel.grid) return drawn;
  const stroke = (kind, x1, y1, x2, y2) => drawn.push(["path", { class: kind, d: `M${x1} ${y1}L${x2} ${y2}` }, null]);
  const write = (text, x, y, anchor, kind = "tick") =>
    drawn.push(["text", { class: kind, x, y, "text-anchor": anchor }, text]);
  let values, shown;
  if (panel.signedLog) {
    const [small, large] = panel.signedLog;
    const decades = Math.round(Math.log10(large / small));
    const sizes = Array.from({ length: decades + 1 }, (_, k) => small * Math.pow(10, k));
    values = [...sizes.map((size) => -size).reverse(), ...sizes];
    shown = w >= 260 ? values.filter((value) => Math.abs(value) > small * 1.5) : [-large, large];
    shown.push(0);
    const gap = [rounded((0.5 - 0.04) * w), rounded((0.5 + 0.04) * w)];
    drawn.push(["rect", { class: "gap", x: gap[0], y: 0, width: rounded(gap[1] - gap[0]), height: h }, null]);
  } else if (panel.log[0]) {
    values = shown = [];
  } else {
    values = shown = ticks(frame.left, frame.right, Math.min(10, w / 40));
  }
  let written = shown.map((value) => [value, formatNumber(value, ".6g", words)]);
  if (panel.log[0]) [values, written] = powers(frame.left, frame.right, w / 36);
  for (const value of values) stroke("grid", frame.px(value), 0, frame.px(value), h);
  for (const [value, said] of written) write(said, frame.px(value), h + 16, "middle");
  if (panel.axes) {
    values = ticks(frame.low, frame.high, h / 42);
    written = values.map((value) => [value, formatNumber(value, ".6g", words)]);
    if (panel.log[1]) [values, written] = powers(frame.low, frame.high, h / 28);
    for (const value of values) stroke("grid", 0, frame.py(value), w, frame.py(value));
    for (const [value, said] of written) write(said, -7, rounded(frame.py(value) + 4), "end");
  }
  if (frame.low <= 0 && frame.high >= 0) stroke("axis", 0, frame.py(0), w, frame.py(0));
  if (panel.axes && !panel.signedLog && frame.left <= 0 && frame.right >= 0) {
    stroke("axis", frame.px(0), 0, frame.px(0), h);
  }
  const end = frame.py(clamp(frame.low, 0, frame.high));
  write(panel.names[0], w + 8, rounded(end + 4), "start", "axis-name");
  write(panel.names[1], -36, -12, "start", "axis-name");
  return drawn;
}

function curvePath(mark, frame) {
  const { demo, width } = frame;
  const density = demo.value(mark.at.density, frame.numbers);
  const count = Math.max(2, Math.floor((width * density) / 2) * 2);
  const numbers = { ...frame.numbers };
  let path = "";
  let previous = NaN;
  let pen = false;
  for (let k = 0; k <= count; k++) {
    const value = frame.at(k / count);
    numbers[mark.variable] = value;
    const y = Number.isNaN(value) ? NaN : demo.value(mark.at.y, numbers);
    if (!Number.isFinite(y)) {
      pen = false;
    } else {
      if (mark.breaks.some((place) => previous < place && place <= value)) pen = false;
      path += `${pen ? "L" : "M"}${rounded((k / count) * width)} ${frame.py(y)}`;
      pen = true;
    }
    previous = value;
  }
  return path;
}

export function draw(mark, frame) {
  const { demo, numbers } = frame;
  if ("when" in mark && !demo.value(mark.when, numbers)) return [];
  const stroke = `line ${mark.role}`;
  if (mark.kind === "curve") return [["path", { class: stroke, d: curvePath(mark, frame) }, null]];
  const at = {};
  for (const key of Object.keys(mark.at)) at[key] = demo.value(mark.at[key], numbers);
  if (!Object.values(at).every(Number.isFinite)) return [];
  return DRAW[mark.kind](mark, frame, at, stroke);
}

function drawSegment(mark, frame, at, stroke) {
  const [x1, y1, x2, y2] = [frame.px(at.x1), frame.py(at.y1), frame.px(at.x2), frame.py(at.y2)];
  const kind = mark.kind === "arrow" ? `${stroke} solid` : stroke;
  const drawn = [["path", { class: kind, d: `M${x1} ${y1}L${x2} ${y2}` }, null]];
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (mark.kind === "arrow" && length >= 4) {
    const size = Math.min(10, length);
    const [ux, uy] = [((x2 - x1) / length) * size, ((y2 - y1) / length) * size];
    const corners = [
      [x2, y2],
      [rounded(x2 - ux - uy / 2), rounded(y2 - uy + ux / 2)],
      [rounded(x2 - ux + uy / 2), rounded(y2 - uy - ux / 2)],
    ];
    const d = `M${corners.map(([x, y]) => `${x} ${y}`).join("L")}Z`;
    drawn.push(["path", { class: `ink ${mark.role}`, d }, null]);
  }
  return drawn;
}

const DRAW = {
  segment: drawSegment,
  arrow: drawSegment,
  line(mark, frame, at, stroke) {
    const reach = at.reach ?? frame.right - frame.left;
    const ends = [-1, 1].map((sign) => {
      const pixel = ((frame.high - (at.y + sign * reach * at.slope)) / (frame.high - frame.low)) * frame.height;
      const x = rounded(frame.fraction(at.x + sign * reach) * frame.width);
      return `${x} ${rounded(clamp(-99999, pixel, 99999))}`;
    });
    return [["path", { class: stroke, d: `M${ends[0]}L${ends[1]}` }, null]];
  },
  rectangle(mark, frame, at) {
    const [x1, x2] = [frame.px(at.x1), frame.px(at.x2)].sort((a, b) => a - b);
    const [y1, y2] = [frame.py(at.y1), frame.py(at.y2)].sort((a, b) => a - b);
    const kind = `ink ${mark.role} area${mark.hollow ? " hollow" : ""}`;
    return [["rect", { class: kind, x: x1, y: y1, width: rounded(x2 - x1), height: rounded(y2 - y1) }, null]];
  },
  box(mark, frame, at, stroke) {
    const [x1, x2] = [frame.px(at.x1), frame.px(at.x2)];
    const [y1, y2] = [frame.py(at.y1), frame.py(at.y2)];
    const width = Math.max(Math.abs(x2 - x1), mark.least);
    const height = Math.max(Math.abs(y2 - y1), mark.least);
    const place = { x: rounded((x1 + x2 - width) / 2), y: rounded((y1 + y2 - height) / 2) };
    return [["rect", { class: stroke, ...place, width: rounded(width), height: rounded(height) }, null]];
  },
  point(mark, frame, at) {
    const place = { cx: frame.px(at.x), cy: frame.py(at.y) };
    if (!frame.holds(place.cx, place.cy)) return [];
    const kind = mark.hollow ? "ring" : "ink";
    const drawn = [["circle", { class: `${kind} ${mark.role}`, ...place, r: mark.radius }, null]];
    if ("drag" in mark) drawn.push(["circle", { class: "grip", ...place, r: 18 }, null]);
    return drawn;
  },
  label(mark, frame, at) {
    const [x, y] = [frame.px(at.x), frame.py(at.y)];
    if (!frame.holds(x, y)) return [];
    const place = { x: rounded(x + mark.shift[0]), y: rounded(y + mark.shift[1]) };
    const words = frame.demo.say(mark.text, frame.numbers);
    const drawn = [["text", { class: `sign ink ${mark.role}`, ...place, "text-anchor": mark.anchor }, words]];
    if ("box" in at) {
      const size = rounded(SIGN_WIDTH * plain(words).length + 16);
      const kind = `ink ${mark.role} box${at.box ? " strong" : ""}`;
      const corner = { x: rounded(place.x - size / 2), y: rounded(place.y - 18), rx: 7 };
      drawn.unshift(["rect", { class: kind, ...corner, width: size, height: 26 }, null]);
    }
    return drawn;
  },
};
