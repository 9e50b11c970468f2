/**
 * Make a drawing that is shown look like the next one, with as few changes as it takes: from drawing to drawing curves move, but axes, words
 * and panels mostly stay, and a browser works for what changes alone. Both must be of the same element; `next` is used up.
 */
export function patch(shown: Element, next: Element): void {
  for (const { name } of [...shown.attributes]) if (!next.hasAttribute(name)) shown.removeAttribute(name);
  for (const { name, value } of next.attributes) if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  const present = [...shown.childNodes];
  const wanted = [...next.childNodes];
  for (const [index, child] of wanted.entries()) {
    const old = present[index];
    if (!old) shown.append(child);
    else if (isElement(old) && isElement(child) && old.nodeName === child.nodeName) patch(old, child);
    else if (!isElement(old) && !isElement(child)) {
      if (old.nodeValue !== child.nodeValue) old.nodeValue = child.nodeValue;
    } else old.replaceWith(child);
  }
  for (const old of present.slice(wanted.length)) old.remove();
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
