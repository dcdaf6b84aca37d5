/** A piece of code for each rule of `.oxlintrc.json` that the rule must find. */

/** For TypeScript: rules that ask for types, and rules that do not. */
export const IN_TYPESCRIPT: Readonly<Record<string, string>> = {
  'typescript/await-thenable': 'export async function f(n: number) { await n; await Promise.resolve(); }',
  'typescript/ban-ts-comment': '// @ts-expect-error\nexport const n: number = "";',
  'typescript/no-array-constructor': 'export const list = new Array(1, 2);',
  'typescript/no-array-delete': 'export function f(list: number[]) { delete list[0]; }',
  'typescript/no-base-to-string': 'export const f = (value: { a: number }) => String(value);',
  'typescript/no-confusing-void-expression': 'declare function g(): void;\nexport const f = () => g();',
  'typescript/no-deprecated':
    '/** @deprecated Use another. */\ndeclare function old(): number;\nexport const n = old();',
  'typescript/no-duplicate-enum-values': 'declare enum E { a = 1, b = 1 }\nexport type T = E;',
  'typescript/no-duplicate-type-constituents': 'export type T = string | string;',
  'typescript/no-dynamic-delete':
    'export function f(o: Record<string, number>, key: string) { delete o[key]; }',
  'typescript/no-empty-object-type': 'export const f = (value: {}) => value;',
  'typescript/no-explicit-any': 'export type T = any;',
  'typescript/no-extra-non-null-assertion': 'export const f = (o?: { a: number }) => o!!.a;',
  'typescript/no-extraneous-class': 'export class C { static a = 1; }',
  'typescript/no-floating-promises': 'export function f() { Promise.resolve(1); }',
  'typescript/no-for-in-array':
    'export function f(list: number[], g: (at: string) => void) { for (const at in list) g(at); }',
  'typescript/no-generated-empty-object-type': 'export type T = Omit<{ a: number }, "a">;',
  'typescript/no-implied-eval': 'export const f = new Function("return 1");',
  'typescript/no-invalid-void-type': 'export type T = string | void;',
  'typescript/no-meaningless-void-operator': 'declare function g(): void;\nexport function f() { void g(); }',
  'typescript/no-misused-new': 'export interface I { new (): I }',
  'typescript/no-misused-promises': 'export function f(p: Promise<number>) { if (p) return 1; return 2; }',
  'typescript/no-misused-spread': 'export const f = (list: number[]) => ({ ...list });',
  'typescript/no-mixed-enums': 'declare enum E { a = 1, b = "b" }\nexport type T = E;',
  'typescript/no-namespace': 'declare namespace N { const a: number }\nexport const n = N.a;',
  'typescript/no-non-null-asserted-nullish-coalescing':
    'declare function g(): number | null;\nexport const n = g()! ?? 1;',
  'typescript/no-non-null-asserted-optional-chain': 'export const f = (o?: { a?: { b: number } }) => o?.a!;',
  'typescript/no-non-null-assertion': 'export const f = (n?: number): number => n!;',
  'typescript/no-redundant-type-constituents': 'export type T = unknown | string;',
  'typescript/no-require-imports': 'import a = require("./other");\nexport const b = a;',
  'typescript/no-this-alias': 'export class C { a = 1; f() { const self = this; return () => self.a; } }',
  'typescript/no-unnecessary-boolean-literal-compare':
    'export const f = (b: boolean) => (b === true ? 1 : 2);',
  'typescript/no-unnecessary-condition': 'export const f = (o: { a: number }) => o?.a;',
  'typescript/no-unnecessary-template-expression': 'export const text = `${"a"} b`;',
  'typescript/no-unnecessary-type-arguments':
    'declare function g<T = number>(value?: T): T;\nexport const n = g<number>();',
  'typescript/no-unnecessary-type-assertion': 'export const f = (n: number) => n as number;',
  'typescript/no-unnecessary-type-constraint': 'export type T<X extends unknown> = X[];',
  'typescript/no-unnecessary-type-conversion': 'export const f = (text: string) => String(text);',
  'typescript/no-unnecessary-type-parameters':
    'export function f<T>(value: T) { return [String(value)].length; }',
  'typescript/no-unsafe-argument':
    'declare const a: any;\nexport const f = (g: (n: number) => number) => g(a);',
  'typescript/no-unsafe-assignment': 'declare const a: any;\nexport const n = a;',
  'typescript/no-unsafe-call': 'declare const a: any;\na();',
  'typescript/no-unsafe-declaration-merging': 'export interface C { a: number }\nexport class C { b = 1; }',
  'typescript/no-unsafe-enum-assignment': 'declare enum E { a = 1 }\nexport const e: E = 1;',
  'typescript/no-unsafe-enum-comparison': 'declare enum E { a = 1 }\nexport const f = (e: E) => e === 1;',
  'typescript/no-unsafe-function-type': 'export type T = Function;',
  'typescript/no-unsafe-member-access': 'declare const a: any;\na.b;',
  'typescript/no-unsafe-return': 'declare const a: any;\nexport const f = () => a;',
  'typescript/no-unsafe-unary-minus': 'export const f = (text: string) => -text;',
  'typescript/no-unused-expressions': 'export function f(n: number) { n + 1; }',
  'typescript/no-unused-vars': 'export function f() { const unused = 1; }',
  'typescript/no-useless-constructor': 'export class C { a = 1; constructor() {} }',
  'typescript/no-useless-default-assignment': 'export const f = ([a = 1]: [number]) => a;',
  'typescript/no-wrapper-object-types': 'export type T = String;',
  'typescript/only-throw-error': 'export function f() { throw "text"; }',
  'typescript/prefer-as-const': 'export const text = "a" as "a";',
  'typescript/prefer-literal-enum-member': 'declare const n: number;\nexport enum E { a = n }',
  'typescript/prefer-namespace-keyword': 'declare module M { const a: number }\nexport const n = M.a;',
  'typescript/prefer-promise-reject-errors': 'export const f = () => Promise.reject("text");',
  'typescript/prefer-reduce-type-parameter':
    'export const f = (list: string[]) => list.reduce((all, one) => [...all, one], [] as string[]);',
  'typescript/prefer-return-this-type': 'export class C { a = 1; f(): C { this.a = 2; return this; } }',
  'typescript/related-getter-setter-pairs': 'export interface I { get a(): string; set a(value: number) }',
  'typescript/require-await': 'export async function f() { return 1; }',
  'typescript/restrict-plus-operands': 'export const f = (n: number) => n + "px";',
  'typescript/restrict-template-expressions': 'export const f = (o: { a: number }) => `${o}`;',
  'typescript/return-await':
    'declare function g(): Promise<number>;\nexport async function f() { try { return g(); } catch { return 1; } }',
  'typescript/switch-exhaustiveness-check':
    'export function f(x: "a" | "b") { switch (x) { case "a": return 1; } return 2; }',
  'typescript/triple-slash-reference': '/// <reference path="./other.ts" />\nexport const a = 1;',
  'typescript/unified-signatures':
    'export declare function f(a: number): void;\nexport declare function f(a: string): void;',
  'typescript/use-unknown-in-catch-callback-variable':
    'export const f = (p: Promise<number>) => p.catch(e => e === 1);',
};

/** For every file. */
export const EVERYWHERE: Readonly<Record<string, string>> = {
  'for-direction': 'for (let i = 0; i < 9; i--) { globalThis.name = String(i); }',
  'no-async-promise-executor': 'export const p = new Promise(async done => { await done(1); });',
  'no-case-declarations': 'export function f(x) { switch (x) { case 1: let a = 1; return a; } return 2; }',
  'no-compare-neg-zero': 'export const f = n => n === -0;',
  'no-cond-assign': 'export function f(a) { if (a = 1) return a; return 2; }',
  'no-console': 'console.log(1);',
  'no-constant-binary-expression': 'export const f = a => ({}) ?? a;',
  'no-constant-condition': 'export function f() { if (1) return 1; return 2; }',
  'no-control-regex': 'export const r = /\\x1f/;',
  'no-debugger': 'debugger;',
  'no-dupe-else-if': 'export function f(a) { if (a) return 1; else if (a) return 2; return 3; }',
  'no-duplicate-case':
    'export function f(a) { switch (a) { case 1: return 1; case 1: return 2; } return 3; }',
  'no-empty': 'export function f(a) { if (a) {} }',
  'no-empty-character-class': 'export const r = /a[]/;',
  'no-empty-pattern': 'export const f = ({ a: {} }) => 1;',
  'no-empty-static-block': 'export class C { static {} }',
  'no-ex-assign': 'export function f(g) { try { g(); } catch (e) { e = 1; return e; } return 2; }',
  'no-extra-boolean-cast': 'export const f = a => (!!a ? 1 : 2) && (Boolean(!!a));',
  'no-fallthrough': 'export function f(a, g) { switch (a) { case 1: g(); case 2: g(); } }',
  'no-global-assign': 'undefined = 1;',
  'no-invalid-regexp': 'export const r = new RegExp("[");',
  'no-irregular-whitespace': 'export const a =\u00a01;',
  'no-loss-of-precision': 'export const n = 9007199254740993;',
  'no-misleading-character-class': 'export const r = /[👍]/;',
  'no-prototype-builtins': 'export const f = o => o.hasOwnProperty("a");',
  'no-regex-spaces': 'export const r = /a   b/;',
  'no-self-assign': 'export function f(a) { a = a; return a; }',
  'no-shadow-restricted-names': 'export const f = undefined => undefined;',
  'no-sparse-arrays': 'export const list = [1, , 2];',
  'no-unassigned-vars': 'export function f() { let a; return a; }',
  'no-unexpected-multiline': 'export function f(a, b) { const c = a\n(b).d(); return c; }',
  'no-unsafe-finally': 'export function f() { try { return 1; } finally { return 2; } }',
  'no-unsafe-optional-chaining': 'export const f = o => (o?.a)();',
  'no-unused-labels': 'export function f(g) { here: for (;;) { g(); break; } }',
  'no-unused-private-class-members': 'export class C { #a = 1; b = 2; }',
  'no-useless-assignment': 'export function f(g) { let a = 1; a = g(); g(a); a = 2; }',
  'no-useless-backreference': 'export const r = /(?:a)\\1(b)/;',
  'no-useless-catch': 'export function f(g) { try { g(); } catch (e) { throw e; } }',
  'no-useless-escape': 'export const text = "\\d";',
  'no-var': 'export var a = 1;',
  'prefer-const': 'export function f(g) { let a = 1; g(a); }',
  'prefer-rest-params': 'export function f() { return arguments; }',
  'prefer-spread': 'export function f(g, list) { g.apply(undefined, list); }',
  'preserve-caught-error': 'export function f(g) { try { g(); } catch (e) { throw new Error("no"); } }',
  'require-yield': 'export function* f() { return 1; }',
  'use-isnan': 'export const f = n => n === NaN;',
  'valid-typeof': 'export const f = a => typeof a === "strnig";',
};

/** For JavaScript: what the compiler finds in TypeScript. */
export const IN_JAVASCRIPT: Readonly<Record<string, string>> = {
  'constructor-super': 'class A {}\nexport class B extends A { constructor() { this.a = 1; } }',
  'getter-return': 'export const o = { get a() {} };',
  'no-class-assign': 'class A {}\nA = 1;\nexport { A };',
  'no-const-assign': 'const a = 1;\na = 2;\nexport { a };',
  'no-dupe-class-members': 'export class A { f() {} f() {} }',
  'no-dupe-keys': 'export const o = { a: 1, a: 2 };',
  'no-func-assign': 'function f() {}\nf = 1;\nexport { f };',
  'no-import-assign': 'import fs from "node:fs";\nfs = 1;',
  'no-new-native-nonconstructor': 'export const s = new Symbol("a");',
  'no-obj-calls': 'export const m = Math();',
  'no-redeclare': 'var a = 1;\nvar a = 2;\nexport { a };',
  'no-setter-return': 'export const o = { set a(value) { return value; } };',
  'no-this-before-super': 'class A {}\nexport class B extends A { constructor() { this.a = 1; super(); } }',
  'no-undef': 'export const a = nowhere;',
  'no-unreachable': 'export function f(g) { return 1; g(); }',
  'no-unsafe-negation': 'export const f = (a, o) => !a in o;',
  'no-unused-vars': 'const a = 1;',
};

/** For CommonJS alone: in a module none of these can be parsed. */
export const IN_COMMONJS: Readonly<Record<string, string>> = {
  'no-delete-var': 'let a = 1;\ndelete a;',
  'no-nonoctal-decimal-escape': 'module.exports = "\\8";',
  'no-with': 'with (Math) { abs(1); }',
};

/** For components of React, which the app's pages and the sandbox's shell have. */
export const IN_REACT: Readonly<Record<string, string>> = {
  'react/rules-of-hooks':
    'import { useState } from "react";\nexport function Part(props: { a: boolean }) { if (props.a) useState(1); return null; }',
  'react/exhaustive-deps':
    'import { useEffect } from "react";\nexport function Part({ a, g }: { a: number; g: (n: number) => void }) { useEffect(() => { g(a); }, []); return null; }',
};

/** For the compiler: each of the checks that `tsconfig.json` asks for. */
export const FOR_THE_COMPILER: Readonly<Record<string, string>> = {
  TS2322: 'export const n: number = "text";',
  TS2304: 'export const n = nowhere;',
  TS2307: 'import { a } from "./nowhere";\nexport const b = a;',
  TS2532: 'export const f = (list: number[]) => list[0].toFixed();',
  TS2375: 'export const f = (a: undefined): { a?: number } => ({ a });',
  TS4114: 'class A { f() { return 1; } }\nexport class B extends A { f() { return 2; } }',
  TS7029: 'export function f(a: number, g: () => void) { switch (a) { case 1: g(); case 2: g(); } }',
  TS6133: 'export function f(a: number) { return 1; }',
  TS1484: 'import { T } from "./TS1484";\nexport type U = T;\nexport type T = 1;',
  TS1294: 'export enum E { a = 1 }',
  TS7006: 'export const f = a => a;',
};
