// Assay's own rules, for what the plugins do not look for. Each reports what the text itself shows; none follows data.
const SQL = /^\s*(select\s[\s\S]*\sfrom\s|insert\s+into\s|update\s+\S+\s+set\s|delete\s+from\s|(drop|alter|create|truncate)\s+(table|database|index|view)\s)/i;
const TAG = /<\/?[a-z][^<>]*>?/i;
const WEAK_HASH = /^(rsa-)?(md[245]|sha-?1|ripemd(-?160)?|rmd160)$/i;
const WEAK_CIPHER = /^(des|rc2|rc4|bf|blowfish|cast|idea|seed)|-ecb$/i;
const RESPONSES = new Set(["send", "end", "write", "html", "writeln", "insertAdjacentHTML", "createContextualFragment", "bypassSecurityTrustHtml"]);
const RUNS = new Set(["exec", "execSync"]);

function isText(node) {
  return node?.type === "Literal" && typeof node.value === "string";
}

// The text that a node puts together: what stands there as a constant, and whether anything else does.
function parts(node) {
  if (isText(node)) return { text: node.value, open: false };
  if (node?.type === "TemplateLiteral") return { text: node.quasis.map((quasi) => quasi.value.cooked ?? quasi.value.raw).join(" "), open: node.expressions.some((each) => parts(each).open) };
  if (node?.type === "BinaryExpression" && node.operator === "+") {
    const [left, right] = [parts(node.left), parts(node.right)];
    return { text: left.text + right.text, open: left.open || right.open };
  }
  if (node?.type === "Literal") return { text: String(node.value), open: false };
  if (node?.type === "CallExpression" && node.callee.property?.name === "concat" && isText(node.callee.object)) return { text: node.callee.object.value, open: true };
  return { text: "", open: true };
}

function name(callee) {
  return callee.type === "Identifier" ? callee.name : callee.type === "MemberExpression" ? callee.property.name ?? callee.property.value : undefined;
}

function isInner(node) {
  const parent = node.parent;
  return parent.type === "BinaryExpression" && parent.operator === "+" || parent.type === "TaggedTemplateExpression" || parent.type === "TemplateLiteral";
}

function rule(message, listen) {
  return { meta: { type: "problem", schema: [], messages: { found: message } }, create: (context) => listen((node) => context.report({ node, messageId: "found" })) };
}

export const rules = {
  "sql-string": rule("a statement of SQL is put together from text and values; pass the values as parameters", (report) => {
    const check = (node) => {
      const { text, open } = parts(node);
      if (open && !isInner(node) && SQL.test(text)) report(node);
    };
    return {
      TemplateLiteral: check,
      BinaryExpression: check,
      CallExpression: check,
      AssignmentExpression(node) {
        if (node.operator === "+=" && SQL.test(parts(node.right).text) && parts(node.right).open) report(node);
      },
    };
  }),
  eval: rule("text is run as code", (report) => ({
    CallExpression(node) {
      const called = name(node.callee);
      if (called === "eval" && !isText(node.arguments[0])) report(node);
      if (called === "Function" || (["setTimeout", "setInterval"].includes(called) && node.arguments[0] && ["TemplateLiteral", "BinaryExpression"].includes(node.arguments[0].type))) report(node);
      if (["runInThisContext", "runInNewContext", "runInContext"].includes(called) && !isText(node.arguments[0])) report(node);
    },
    NewExpression(node) {
      if (name(node.callee) === "Function") report(node);
    },
  })),
  "command-string": rule("a command line is put together from text and values; pass the arguments one by one", (report) => ({
    CallExpression(node) {
      const [command] = node.arguments;
      const of = node.callee.type === "MemberExpression" ? node.callee.object.name ?? node.callee.object.property?.name : "";
      const runs = RUNS.has(name(node.callee)) && (node.callee.type === "Identifier" || /^(cp|child_?process)$/i.test(of ?? ""));
      if (runs && command && parts(command).open) report(node);
      const options = node.arguments.at(-1);
      if (["spawn", "spawnSync", "execFile", "execFileSync"].includes(name(node.callee)) && options?.type === "ObjectExpression" && !isText(command)
        && options.properties.some((each) => each.key?.name === "shell" && each.value.value !== false)) report(node);
    },
  })),
  "raw-html": rule("values go into markup without encoding", (report) => ({
    CallExpression(node) {
      if (RESPONSES.has(name(node.callee)) && node.arguments.some((argument) => parts(argument).open && TAG.test(parts(argument).text))) report(node);
    },
    JSXAttribute(node) {
      if (node.name.name === "dangerouslySetInnerHTML") report(node);
    },
    Property(node) {
      if (node.key.name === "dangerouslySetInnerHTML") report(node);
    },
    AssignmentExpression(node) {
      if (["innerHTML", "outerHTML", "srcdoc"].includes(name(node.left)) && parts(node.right).open) report(node);
    },
  })),
  "weak-crypto": rule("this algorithm of cryptography is broken or weak", (report) => ({
    CallExpression(node) {
      const called = name(node.callee);
      const first = node.arguments[0];
      const algorithm = isText(first) ? first.value : first?.type === "TemplateLiteral" ? parts(first).text : undefined;
      if (["createHash", "createHmac", "createSign", "createVerify", "hash", "digest", "getHashes"].includes(called) && algorithm !== undefined && WEAK_HASH.test(algorithm)) report(node);
      if (["createCipher", "createDecipher"].includes(called)) report(node);
      if (["createCipheriv", "createDecipheriv"].includes(called) && algorithm !== undefined && WEAK_CIPHER.test(algorithm)) report(node);
      if (node.callee.type === "Identifier" && ["md5", "sha1"].includes(called)) report(node);
      if (["pbkdf2", "pbkdf2Sync"].includes(called) && isText(node.arguments.at(called === "pbkdf2" ? -2 : -1)) && WEAK_HASH.test(node.arguments.at(called === "pbkdf2" ? -2 : -1).value)) report(node);
    },
  })),
  "no-certificate-check": rule("certificates of the other side are not checked", (report) => ({
    Property(node) {
      if ((node.key.name ?? node.key.value) === "rejectUnauthorized" && node.value.value === false) report(node);
    },
    AssignmentExpression(node) {
      if (name(node.left) === "NODE_TLS_REJECT_UNAUTHORIZED" && String(node.right.value) === "0") report(node);
    },
  })),
};
