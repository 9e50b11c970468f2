/** The few node shapes that our plugins touch, of mdast (Markdown) and hast (HTML) trees. */
export interface Node {
  type: string;
  data?: Record<string, unknown> | undefined;
}
export interface Parent extends Node {
  children: Node[];
}
export interface Root extends Parent {
  type: 'root';
}
export interface Link extends Node {
  type: 'link';
  url: string;
  children: (Node & { value?: string })[];
}
export interface Element extends Parent {
  type: 'element';
  tagName: string;
  properties: Record<string, unknown>;
}
export interface JsxElement extends Parent {
  name: string | null;
  attributes: { name?: string; value?: unknown }[];
}
