// Sentences with numbers in them, the same as text.py.

const MARK = /\*([^*]+)\*|\[([^\]]+)\]\((\w+)\)/g;
const TIED = / ([=≠→≤≥<>+−±×/]) /g;
const RAISED = { "-": "⁻", 0: "⁰", 1: "¹", 2: "²", 3: "³", 4: "⁴", 5: "⁵", 6: "⁶", 7: "⁷", 8: "⁸", 9: "⁹" };

const trim = (body) => (body.includes(".") ? body.replace(/0+$/, "").replace(/\.$/, "") : body);

// toFixed and toPrecision round ties of the exact value away from 0, as text.py does.
export function formatNumber(value, spec, words) {
  if (Number.isNaN(value)) return words.undefined;
  let sign = value < 0 ? "−" : spec.startsWith("+") ? "+" : "";
  if (!Number.isFinite(value)) return sign + "∞";
  const digits = Number(spec.replace("+", "").slice(1, -1));
  const size = Math.abs(value);
  const body = spec.endsWith("f") ? size.toFixed(digits) : significant(size, digits);
  if (Number(body.split(" ")[0]) === 0) sign = "";
  return sign + body;
}

function significant(size, digits) {
  if (size === 0) return "0";
  const [head, exponent] = size.toExponential(digits - 1).split("e");
  const power = Number(exponent);
  if (power > -5 && power < 6) return trim(Number(size.toPrecision(digits)).toFixed(Math.max(0, digits - 1 - power)));
  const raised = [...String(power)].map((sign) => RAISED[sign]).join("");
  return `${trim(head)} × 10${raised}`;
}

export function marked(text, numbers, value, label, words) {
  if (Array.isArray(text)) {
    return text.map((part) => marked(part, numbers, value, label, words)).filter(Boolean).join(" ");
  }
  if (typeof text === "object" && text) {
    const chosen =
      "by" in text ? (text.cases[numbers[text.by]] ?? "") : value(text.if, numbers) ? text.then : text.else;
    return marked(chosen, numbers, value, label, words);
  }
  return text.replace(/\{(\w+)(?::([^}]*))?\}/g, (_, name, spec) => {
    const found = numbers[name];
    return typeof found === "string" ? label(found) : formatNumber(found, spec || ".4g", words);
  });
}

// Split marked words into [kind, words]; kind is "", "math" or a role.
export function pieces(source) {
  const found = [];
  let last = 0;
  const text = source.replaceAll("~", "\u00a0").replace(TIED, "\u00a0$1\u00a0").replaceAll("′", "\u2060′\u2060");
  for (const match of text.matchAll(MARK)) {
    found.push(["", text.slice(last, match.index)]);
    found.push(match[1] ? ["math", match[1]] : [match[3], match[2]]);
    last = match.index + match[0].length;
  }
  found.push(["", text.slice(last)]);
  return found.filter(([, words]) => words);
}

export function plain(source) {
  return source.replace(MARK, (_, math, words) => plain(math || words)).replaceAll("~", "\u00a0");
}
