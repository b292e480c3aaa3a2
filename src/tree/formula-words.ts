/** What commands of TeX are as signs of their own. */
const SIGNS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ ' +
    'sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ ' +
    'Omega Ω times × cdot · div ÷ pm ± mp ∓ le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ approx ≈ equiv ≡ sim ∼ infty ∞ to → rightarrow → leftarrow ← ' +
    'Rightarrow ⇒ Leftrightarrow ⇔ iff ⇔ in ∈ notin ∉ subset ⊂ subseteq ⊆ cup ∪ cap ∩ emptyset ∅ forall ∀ exists ∃ neg ¬ land ∧ lor ∨ sum ∑ ' +
    'prod ∏ int ∫ partial ∂ nabla ∇ ldots … dots … cdots ⋯ circ ∘ degree ° prime ′ ell ℓ hbar ℏ'
  )
    .split(' ')
    .flatMap((word, i, all) => (i % 2 ? [] : [[word, all[i + 1] ?? '']])),
);
const BOARD: Readonly<Record<string, string>> = { C: 'ℂ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' };
/** Commands that say nothing of their own. */
const SILENT = /^\\(?:left|right|big[lr]?|Big[lr]?|displaystyle|textstyle|limits|nolimits|[!,:;>])$/;
const SPACE = /^(?:~|\\(?:q?quad| )|\s+)$/;
const RAISED = signsOf('0123456789+-=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ');
const LOWERED = signsOf('0123456789+-=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ');
const TOKEN = /\\[a-zA-Z]+|\\.|\s+|[^\\\s]/gsu;
/** Levels of braces in one another; what is deeper stands there without them. */
const DEEPEST = 20;

/** A formula in TeX as plain words, where nothing but those can stand: √2, x², (a + b)/c. */
export function formulaWords(tex: string): string {
  const tokens = tex.match(TOKEN) ?? [];
  let at = 0;
  let said = '';
  // A brace that closes nothing ends nothing.
  for (; at < tokens.length; at++) said += row(0);
  return said.replace(/\s+/g, ' ').trim();

  /** All to the end of its braces. */
  function row(depth: number): string {
    let said = '';
    while (at < tokens.length && tokens[at] !== '}') said += one(depth);
    return said;
  }

  function one(depth: number): string {
    const token = tokens[at++] ?? '';
    if (depth > DEEPEST) return /^[\p{L}\p{N}]$/u.test(token) ? token : '';
    if (token === '{') {
      const inside = row(depth + 1);
      at++;
      return inside;
    }
    if (token === '^') return script(argument(depth), RAISED, '^');
    if (token === '_') return script(argument(depth), LOWERED, '_');
    if (SPACE.test(token)) return ' ';
    if (token === '-') return '−';
    if (token === "'") return '′';
    return token.startsWith('\\') && token.length > 1 ? command(token, depth) : token;
  }

  function command(token: string, depth: number): string {
    const name = token.slice(1);
    if (SILENT.test(token)) return '';
    if (/^[dt]?frac$/.test(name)) return `${whole(argument(depth))}/${whole(argument(depth))}`;
    if (name === 'sqrt') {
      const degree = index(depth);
      return `${degree && script(degree, RAISED, '')}√${whole(argument(depth))}`;
    }
    if (name === 'mathbb') {
      const letter = argument(depth);
      return BOARD[letter] ?? letter;
    }
    return SIGNS[name] ?? (/^(?:text|math|operatorname|mbox)/.test(name) ? '' : name);
  }

  /** What a command is about: the next sign, or all in the next braces. */
  function argument(depth: number): string {
    while (/^\s/.test(tokens[at] ?? '')) at++;
    return tokens[at] === '}' ? '' : one(depth + 1).trim();
  }

  /** The degree of a root. */
  function index(depth: number): string {
    if (tokens[at] !== '[') return '';
    at++;
    let said = '';
    while (at < tokens.length && tokens[at] !== ']') said += one(depth);
    at++;
    return said.trim();
  }
}

function signsOf(plain: string, signs: string): ReadonlyMap<string, string> {
  const all = [...signs];
  return new Map([...plain].map((sign, i) => [sign, all[i] ?? '']));
}

/** An index or an exponent: as signs of its own where there are such. */
function script(said: string, signs: ReadonlyMap<string, string>, otherwise: string): string {
  if (said === '∘' || said === '°') return '°';
  if (said === '′') return said;
  const set = [...said.replaceAll('−', '-').replaceAll(' ', '')].map((sign) => signs.get(sign));
  return set.includes(undefined) ? `${otherwise}${whole(said)}` : set.join('');
}

/** What is more than one number or letter stands in brackets. */
function whole(said: string): string {
  return /^(?:[\p{N}.,]+|\p{L}\p{M}*[\p{No}\p{Lm}]*|.?)$/u.test(said) ? said : `(${said})`;
}
