// The widget: prediction, picture, table, sentence, controls, question; and the traits in the kernel.

function slider(demo, control, change) {
  const { words } = demo.spec;
  const last = control.values.length - 1;
  const output = element("output", { class: "value", "aria-hidden": "true" });
  const input = element("input", {
    type: "range", min: 0, max: last, step: 1, "aria-label": plain(control.label),
    input: () => change({ [control.name]: control.values[Number(input.value)] }),
  });
  const name = element("span", { class: "name", "aria-hidden": "true" });
  write(name, control.label);
  const scale = element("div", { class: "scale", "aria-hidden": "true" });
  for (const [index, text] of control.ticks) {
    scale.append(element("span", { style: `--at:${index / last}` }, text));
  }
  const box = element("div", { class: "control" }, element("div", { class: "head" }, name, output), input, scale);
  let playing = 0;
  const stop = () => {
    cancelAnimationFrame(playing);
    playing = 0;
    if (button) button.setAttribute("aria-pressed", "false");
  };
  const play = () => {
    if (playing) return stop();
    const from = Number(input.value) >= last ? 0 : Number(input.value);
    const began = performance.now() - (from / last) * control.play * 1000;
    const step = (now) => {
      const index = Math.min(last, Math.max(0, Math.round(((now - began) / (control.play * 1000)) * last)));
      change({ [control.name]: control.values[index] });
      if (index < last) playing = requestAnimationFrame(step);
      else stop();
    };
    button.setAttribute("aria-pressed", "true");
    playing = requestAnimationFrame(step);
  };
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const button =
    control.play && !still
      ? element("button", { type: "button", class: "play", "aria-pressed": "false", "aria-label": words.play, click: play })
      : null;
  if (button) box.querySelector(".head").prepend(button);
  input.addEventListener("pointerdown", stop);
  input.addEventListener("keydown", stop);
  const update = (numbers) => {
    const end = demo.lastIndex(control, numbers);
    const index = Math.min(end, nearest(control.values, numbers[control.name]));
    input.max = end;
    box.hidden = end === 0;
    if (Number(input.value) !== index || !input.words) input.value = index;
    const said = demo.say(control.value, numbers);
    write(output, said);
    if (input.words !== said) input.setAttribute("aria-valuetext", plain((input.words = said)));
    box.style.setProperty("--filled", index / last);
    input.disabled = !numbers.revealed;
    if (button) button.disabled = !numbers.revealed;
  };
  return { box, update, stop };
}

function presets(demo, change) {
  const { spec } = demo;
  const box = element("div", { class: "presets", role: "group", "aria-label": spec.words.presets });
  const buttons = spec.presets.map(([key, preset]) => {
    const button = element("button", {
      type: "button", class: "pill", click: () => change({ [spec.choice]: key, ...preset.state }),
    });
    write(button, preset.label);
    box.append(button);
    return [key, button];
  });
  const update = (numbers) => {
    for (const [key, button] of buttons) {
      button.setAttribute("aria-pressed", String(numbers[spec.choice] === key));
    }
  };
  return { box, update };
}

function prediction(demo, answer, change) {
  const { spec } = demo;
  const { prediction: asked } = spec;
  const words = { ...spec.words, ...asked.says };
  const box = element("div", { class: "prediction", role: "group" });
  let shown = null;
  const listed = (text, numbers) => {
    while (!Array.isArray(text)) text = text.cases[numbers[text.by]];
    return text;
  };
  const ask = (numbers, choices) => {
    const question = element("p", { class: "question", tabindex: -1 });
    write(question, demo.say(asked.question, numbers));
    box.setAttribute("aria-label", `${words.predict} ${plain(question.words)}`);
    const badge = element("span", { class: "badge" }, words.predict);
    const row = element("div", { class: "choices" });
    choices.forEach((choice, index) => {
      const button = element("button", { type: "button", class: "choice", click: () => answer(index) });
      write(button, demo.say(choice, numbers));
      row.append(button);
    });
    row.append(element("button", { type: "button", class: "skip", click: () => answer(-1) }, words.skip));
    const focused = box.contains(document.activeElement);
    box.replaceChildren(badge, question, row);
    if (focused) question.focus({ preventScroll: true });
  };
  const next = (numbers) => {
    const control = spec.controls.find(({ name }) => name === asked.steps);
    if (!control) return [];
    const index = nearest(control.values, numbers[control.name]);
    if (index >= demo.lastIndex(control, numbers)) return [];
    const click = () => change({ [control.name]: control.values[index + 1] });
    return [element("button", { type: "button", class: "next", click }, words.next)];
  };
  const tell = (numbers, choices, index) => {
    const right = demo.value(asked.right, numbers);
    const verdict = index < 0 ? "skipped" : index === right ? "right" : "wrong";
    const line = element("p", { class: `verdict ${verdict}`, tabindex: -1 });
    const chosen = index < 0 ? "" : demo.say(choices[index], numbers);
    const opening = words[verdict].replace("CHOICE", chosen).replace("RIGHT", demo.say(choices[right], numbers));
    const against = listed(asked.wrong, numbers)[index] ?? "";
    const said = [opening, demo.say(against, numbers), demo.say(asked.because, numbers)];
    write(line, said.filter(Boolean).join(" "));
    box.setAttribute("aria-label", words.predicted);
    const focused = box.contains(document.activeElement);
    box.replaceChildren(line, ...next(numbers));
    if (focused) line.focus({ preventScroll: true });
  };
  const update = (numbers, index) => {
    const key = `${demo.questionAt(numbers)} ${index}`;
    if (key === shown) return;
    shown = key;
    box.classList.toggle("open", index === undefined);
    const choices = listed(asked.choices, numbers);
    if (index === undefined) ask(numbers, choices);
    else tell(numbers, choices, index);
  };
  return { box, update };
}

function table(demo) {
  const { table: spec } = demo.spec;
  const caption = element("caption");
  const head = element("tr");
  for (const column of spec.columns) {
    const cell = element("th", { scope: "col" });
    write(cell, column);
    head.append(cell);
  }
  const rows = spec.rows.map((row) => row.map((text, index) => element(index ? "td" : "th", index ? {} : { scope: "row" })));
  const body = element("tbody", {}, ...rows.map((cells) => element("tr", {}, ...cells)));
  const box = element("table", {}, caption, element("thead", {}, head), body);
  const update = (numbers) => {
    box.hidden = !numbers.revealed;
    if (!numbers.revealed) return;
    write(caption, demo.say(spec.caption, numbers));
    spec.rows.forEach((row, i) => row.forEach((text, j) => write(rows[i][j], demo.say(text, numbers))));
  };
  return { box, update };
}

function render({ model, el }) {
  const demo = prepare(model.get("spec"));
  const { spec } = demo;
  const { words } = spec;
  const traits = [spec.choice, ...spec.controls.map(({ name }) => name)];
  let width = 0;
  let announcing = 0;
  let batch = false;

  const change = (state) => {
    batch = true;
    for (const [name, value] of Object.entries(state)) model.set(name, value);
    batch = false;
    update();
    // ipywidgets keeps one message on its way and sends the newest state after it. Holding changes back
    // here as well would let the echo of an older one overwrite them.
    model.save_changes();
  };
  const current = () => Object.fromEntries(traits.map((name) => [name, model.get(name)]));
  const answer = (index) => {
    change({ predicted: { ...model.get("predicted"), [demo.questionAt(current())]: index } });
  };

  const picture = new Picture(demo, change);
  const parts = {
    presets: presets(demo, change),
    prediction: prediction(demo, answer, change),
    controls: spec.controls.map((control) => slider(demo, control, change)),
    table: spec.table ? table(demo) : null,
  };
  const sentence = element("p", { class: "sentence" });
  const status = element("div", { class: "status", role: "status", "aria-live": "polite" });
  const reason = element("p", { class: "answer" });
  const summary = element("summary");
  const question = element("details", { class: "question" }, summary, reason);
  const hint = element("p", { class: "hint" }, words.locked);
  const drawing = element("div", { class: "drawing" });
  drawing.append(picture.svg);
  const figure = element("div", { class: "figure" }, drawing, ...(parts.table ? [parts.table.box] : []));
  const controls = element("div", { class: "controls" }, ...parts.controls.map(({ box }) => box), hint);
  const title = element("div", { class: "title", role: "heading", "aria-level": 3 });
  write(title, spec.title);
  const root = element(
    "div", { class: "course-stage", role: "group", "aria-label": plain(spec.title) },
    title, parts.presets.box, parts.prediction.box, figure, controls, sentence, question, status,
  );
  el.replaceChildren(root);

  const update = () => {
    if (batch) return;
    const state = current();
    const predicted = model.get("predicted")[demo.questionAt(state)];
    const numbers = demo.compute({ ...state, revealed: predicted === undefined ? 0 : 1 });
    picture.draw(numbers, width || 600);
    const said = demo.say(spec.sentence, numbers);
    if (sentence.words !== said) {
      write(sentence, said);
      picture.svg.setAttribute("aria-label", plain(said));
      clearTimeout(announcing);
      announcing = setTimeout(() => (status.textContent = plain(said)), ANNOUNCE);
    }
    parts.presets.update(numbers);
    parts.prediction.update(numbers, predicted);
    for (const control of parts.controls) control.update(numbers);
    parts.table?.update(numbers);
    hint.hidden = question.hidden = false;
    hint.hidden = Boolean(numbers.revealed);
    question.hidden = !numbers.revealed;
    write(summary, demo.say(spec.question, numbers));
    write(reason, demo.say(spec.answer, numbers));
  };

  const measure = () => {
    const now = Math.floor(drawing.clientWidth);
    if (now && now !== width) {
      width = now;
      update();
    }
  };
  const observer = new ResizeObserver(measure);
  observer.observe(drawing);
  const listened = [...traits, "predicted"].map((name) => `change:${name}`);
  for (const event of listened) model.on(event, update);
  update();
  return () => {
    observer.disconnect();
    for (const event of listened) model.off(event, update);
    for (const control of parts.controls) control.stop();
    clearTimeout(announcing);
  };
}

export default { render };
