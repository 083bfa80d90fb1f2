// Formulas as nested lists, the same as expression.py. No eval: nothing that a content policy forbids.

const OPERATIONS = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "^": (a, b) => (a === 1 && !Number.isNaN(b) ? 1 : Math.pow(a, b)),
  "<": (a, b) => Number(a < b),
  "<=": (a, b) => Number(a <= b),
  min: (a, b) => Math.min(a, b),
  max: (a, b) => Math.max(a, b),
  abs: Math.abs,
  sign: Math.sign,
  floor: Math.floor,
  sin: Math.sin,
  cos: Math.cos,
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
  cbrt: Math.cbrt,
};

// Sampled data: the index of a value among increasing places, and the sample with an index.
const SAMPLED = {
  locate(places, value) {
    if (Number.isNaN(value)) return NaN;
    const last = places.length - 1;
    let [low, high] = [0, last + 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[middle] <= value) low = middle + 1;
      else high = middle;
    }
    const k = low - 1;
    if (k < 0 || k >= last) return Math.max(0, Math.min(k, last));
    return k + (value - places[k]) / (places[k + 1] - places[k]);
  },
  entry(values, index) {
    if (Number.isNaN(index)) return NaN;
    const inside = Math.max(0, Math.min(index, values.length - 1));
    const k = Math.floor(inside);
    const part = inside - k;
    return part === 0 ? values[k] : values[k] * (1 - part) + values[k + 1] * part;
  },
};

// Turn a formula into a JavaScript function of the environment; `functions` are those that it may call.
export function compile(tree, functions) {
  if (typeof tree === "number") return () => tree;
  if (typeof tree === "string") return (env) => env[tree];
  const [head, ...rest] = tree;
  if (head === "pick") {
    const cases = {};
    for (const key of Object.keys(rest[1])) cases[key] = compile(rest[1][key], functions);
    return (env) => cases[env[rest[0]]](env);
  }
  if (head === "call") {
    const inner = compile(rest[1], functions);
    return (env) => {
      const called = functions[rest[0]];
      const value = inner(env);
      const outer = env[called.argument];
      env[called.argument] = value;
      const result = called.body(env);
      env[called.argument] = outer;
      return result;
    };
  }
  if (head in SAMPLED) {
    const values = rest[0].map((value) => value ?? NaN);
    const inner = compile(rest[1], functions);
    return (env) => SAMPLED[head](values, inner(env));
  }
  const parts = rest.map((part) => compile(part, functions));
  if (head === "if") return (env) => (parts[0](env) ? parts[1](env) : parts[2](env));
  const operation = OPERATIONS[head];
  if (parts.length === 1) return (env) => operation(parts[0](env));
  return (env) => operation(parts[0](env), parts[1](env));
}

// The model of a demo: compute(state) -> numbers, say(text, numbers) -> marked words.
export function prepare(spec) {
  const functions = {};
  for (const [name, [argument, body]] of Object.entries(spec.functions)) {
    functions[name] = { argument, body: compile(body, functions) };
  }
  const compiled = new Map();
  const value = (tree, env) => {
    if (typeof tree === "number") return tree;
    if (!compiled.has(tree)) compiled.set(tree, compile(tree, functions));
    return compiled.get(tree)(env);
  };
  const compute = (state) => {
    const numbers = { revealed: 0, ...state };
    for (const [name, tree] of spec.quantities) numbers[name] = value(tree, numbers);
    return numbers;
  };
  const labels = Object.fromEntries(spec.presets.map(([key, { label }]) => [key, label]));
  const say = (text, numbers) => marked(text, numbers, value, (key) => labels[key], spec.words);
  // The last index of a slider that the preset has a use for, and the name of the question asked in a state.
  const lastIndex = ({ values, until }, state) =>
    until === null ? values.length - 1 : nearest(values, value(until, state));
  const questionAt = (state) => {
    const control = spec.controls.find(({ name }) => name === spec.prediction.steps);
    if (!control) return state[spec.choice];
    return `${state[spec.choice]} ${Math.min(state[control.name], control.values[lastIndex(control, state)])}`;
  };
  return { spec, value, compute, say, lastIndex, questionAt };
}
