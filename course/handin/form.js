// The hand-in form. Saving is JupyterLab's own command where it can be reached, else its keyboard
// shortcut; then Python checks and packs the files, and the link offers what it made.

const DIRTY = ".lm-DockPanel-tabBar .lm-TabBar-tab.jp-mod-dirty .lm-TabBar-tabLabel";

function unsaved() {
  return [...document.querySelectorAll(DIRTY)]
    .map((label) => label.textContent.trim())
    .filter((label) => label.endsWith(".ipynb"));
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function save(element) {
  const app = window.jupyterapp;
  if (app?.commands?.hasCommand("docmanager:save-all")) {
    await app.commands.execute("docmanager:save-all").catch(() => {});
  }
  if (unsaved().length || !app) {
    const mac = /Mac|iPhone|iPad/.test(navigator.platform);
    element.dispatchEvent(
      new KeyboardEvent("keydown", {
        key: "s", code: "KeyS", keyCode: 83, ctrlKey: !mac, metaKey: mac,
        bubbles: true, cancelable: true, composed: true,
      }),
    );
  }
  for (let i = 0; i < 40 && (i < 2 || unsaved().length); i++) await pause(100);
}

function field(form, text, value) {
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.type = "text";
  input.value = value;
  input.autocomplete = "off";
  input.dataset.lmSuppressShortcuts = "true";
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    // JupyterLab takes Enter from the page: to it, it means "edit the cell".
    event.preventDefault();
    event.stopPropagation();
    form.requestSubmit();
  });
  label.append(text, " ", input);
  form.append(label);
  return input;
}

function render({ model, el }) {
  const words = model.get("words");
  const form = document.createElement("form");
  form.className = "course-hand-in";
  form.setAttribute("aria-label", words.title);
  form.style.cssText = "display:flex;flex-wrap:wrap;gap:0.8em;align-items:end;padding:0.5em 0";
  const student = field(form, words.student, model.get("student"));
  const name = field(form, words.name, model.get("name"));
  const button = document.createElement("button");
  button.type = "submit";
  button.className = "jupyter-button";
  button.style.cssText = "width:auto;padding:0 1em";
  button.textContent = words.button;
  form.append(button);
  const said = document.createElement("div");
  said.setAttribute("role", "status");
  el.append(form, said);

  let address = null;
  let timer = null;

  function tell(lines) {
    said.replaceChildren(
      ...lines.map((line) => {
        const paragraph = document.createElement("p");
        paragraph.style.margin = "0.2em 0";
        paragraph.textContent = line;
        return paragraph;
      }),
    );
  }

  function show() {
    clearTimeout(timer);
    button.disabled = false;
    const result = model.get("result");
    if (!result.lines) return;
    tell(result.lines);
    if (address) URL.revokeObjectURL(address);
    address = null;
    if (!result.ok) return;
    address = URL.createObjectURL(new Blob([model.get("data")], { type: "application/zip" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = result.file;
    link.textContent = words.download.replace("{file}", result.file);
    link.style.cssText = "font-weight:600;text-decoration:underline";
    said.append(link);
    link.focus();
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    tell([words.working]);
    const start = performance.now();
    await save(el);
    timer = setTimeout(() => { button.disabled = false; tell([words.no_answer]); }, 20000);
    model.send({
      student: student.value, name: name.value,
      lab: Boolean(document.querySelector(".lm-DockPanel-tabBar")),
      dirty: unsaved(), waited: (performance.now() - start) / 1000,
    });
  });
  model.on("change:result", show);
  show();
  return () => {
    model.off("change:result", show);
    clearTimeout(timer);
    if (address) URL.revokeObjectURL(address);
  };
}

export default { render };
