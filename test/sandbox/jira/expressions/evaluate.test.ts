import { describe, expect, it } from '@jest/globals';
import { evaluate } from '../../../../sandbox/jira/expressions/index.ts';

const config = { threshold: 3, owner: null, 'rule name': 'Named', nested: { list: [1, 2] }, get: 'a key' };
const clock = { now: Date.parse('2026-11-21T23:30:00Z'), timeZone: 'Europe/Berlin' };
const run = (source: string) => evaluate(source, { config, n: 5, word: 'Cloud', nothing: undefined }, clock);

describe('literals and operators', () => {
  it.each<[string, unknown]>([
    ['1', 1],
    ['1.25', 1.25],
    ['-3', -3],
    ['- -3', 3],
    ['true', true],
    ['null', null],
    ['nothing', null],
    [`"it's"`, "it's"],
    [`'a "b"'`, 'a "b"'],
    [String.raw`"a\n\"b\" é"`, 'a\n"b" é'],
    ['"😀".length', 2],
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 3 - 2', 5],
    ['12 / 2 / 3', 2],
    ['7 % 4', 3],
    ['1 / 2', 0.5],
    ['-2 * 3', -6],
    ['1 < 2', true],
    ['2 <= 2', true],
    ['3 > 4', false],
    ['4 >= 5', false],
    ['"a" < "b"', true],
    ['1 + 1 == 2', true],
    ['1 < 2 == true', true],
    ['1 != 2', true],
    ['"a" == "a"', true],
    ['"a" == "A"', false],
    ['true != false', true],
    ['null == null', true],
    ['null == "x"', false],
    ['"x" != null', true],
    ['0 == null', false],
    ['!true', false],
    ['!!"x"', true],
    ['"a" + "b"', 'ab'],
    ['"n = " + 5', 'n = 5'],
    ['1.5 + ""', '1.5'],
    ['"is " + true', 'is true'],
    ['1 + 2 + "x"', '3x'],
    ['`n is ${n}`', 'n is 5'],
    ['`${n}${n + 1}`', '56'],
    ['`a ${`b ${word}`} c`', 'a b Cloud c'],
    ['`${ {a: "in braces"}.a }`', 'in braces'],
    ['``', ''],
    ['`a\nb`', 'a\nb'],
  ])('%s is %j', (source, expected) => {
    expect(run(source)).toStrictEqual(expected);
  });
});

describe('truth, absence and choice', () => {
  it.each<[string, unknown]>([
    ['true && false', false],
    ['true || false', true],
    ['false || true && false', false],
    ['null || "nobody"', 'nobody'],
    ['"" || 0', 0],
    ['"a" && "b"', 'b'],
    ['0 && missing', 0],
    ['true || missing', true],
    ['!0', true],
    ['!""', true],
    ['![]', false],
    ['!{}', false],
    ['null ?? "none"', 'none'],
    ['0 ?? 1', 0],
    ['"" ?? missing', ''],
    ['null ?? null ?? 3', 3],
    ['null ?? false || true', true],
    ['n > 3 ? "many" : "few"', 'many'],
    ['n < 3 ? "few" : n < 6 ? "some" : "many"', 'some'],
    ['true ? false ? 1 : 2 : 3', 2],
    ['typeof 1', 'Number'],
    ['typeof "a"', 'String'],
    ['typeof true', 'Boolean'],
    ['typeof []', 'List'],
    ['typeof config', 'Map'],
    ['typeof project', 'undefined'],
    ["typeof project != 'undefined' && project.style == 'classic'", false],
    ['typeof new Date()', 'Date'],
    ['typeof new CalendarDate()', 'CalendarDate'],
  ])('%s is %j', (source, expected) => {
    expect(run(source)).toStrictEqual(expected);
  });
});

describe('maps, lists and texts', () => {
  it.each<[string, unknown]>([
    ['config.threshold', 3],
    ['config["rule name"]', 'Named'],
    ['config.absent', null],
    ['config.absent == null', true],
    ['config.absent?.deeper', null],
    ['config.absent?.deeper?.still', null],
    ['config.owner?.includes("x")', null],
    ['config?.["threshold"]', 3],
    ['config.owner?.[0]', null],
    ['config.get', 'a key'],
    ['config.nested.get("list")', [1, 2]],
    ['config.nested.get("absent")', null],
    ['config.constructor', null],
    ['config.toString', null],
    ['{a: 1, "b c": [2]}', { a: 1, 'b c': [2] }],
    ['{if: 1}.if', 1],
    ['new Map()', {}],
    ['[1, "a", null]', [1, 'a', null]],
    ['[]', []],
    ['[1, 2, 3].length', 3],
    ['[1, 2, 3][1]', 2],
    ['config.nested.list[0]', 1],
    ['[1, 2, 3].map(x => x * 2)', [2, 4, 6]],
    ['[1, 2].map(x => { id: x })', [{ id: 1 }, { id: 2 }]],
    ['[1, 2].map(x => ({ id: x }))', [{ id: 1 }, { id: 2 }]],
    ['[1, 2].map(x => { let y = x + 1; return y * y; })', [4, 9]],
    ['[1, 2].map(x => {})', [{}, {}]],
    ['[1, 2, 3].filter(x => x > 1)', [2, 3]],
    ['["", "a"].filter(x => x)', ['a']],
    ['[1, 2].some(x => x == 2)', true],
    ['[].some(x => true)', false],
    ['[1, 2].every(x => x > 0)', true],
    ['[].every(x => false)', true],
    ['[1, 2].includes(2)', true],
    ['["1", null].includes(1)', false],
    ['["1", null].includes(null)', true],
    ['[1, 2].indexOf(3)', -1],
    ['["a", "b"].indexOf("b")', 1],
    ['[1].concat([2, 3])', [1, 2, 3]],
    ['[1].concat(2)', [1, 2]],
    ['[[1], [2, [3]]].flatten()', [1, 2, [3]]],
    ['[1, 2].flatMap(x => [x, x])', [1, 1, 2, 2]],
    ['[1, 2, 3, 4].slice(1, -1)', [2, 3]],
    ['[1, 2, 3].slice(1)', [2, 3]],
    ['[1, 2, 3].reduce((a, b) => a + b)', 6],
    ['[1, 2].reduce((a, b) => a + b, "")', '12'],
    ['[].reduce((a, b) => a + b, 0)', 0],
    ['[3, 1, 2].sort((a, b) => a < b ? -1 : 1)', [1, 2, 3]],
    ['["a", "b"].join(" and ")', 'a and b'],
    ['[1, 2].join()', '1,2'],
    ['word.length', 5],
    ['word.toLowerCase()', 'cloud'],
    ['word.toUpperCase()', 'CLOUD'],
    ['"  a ".trim()', 'a'],
    ['word.includes("lou")', true],
    ['word.indexOf("x")', -1],
    ['word.slice(1, 3)', 'lo'],
    ['word.slice(-2)', 'ud'],
    ['"a,b".split(",")', ['a', 'b']],
    ['Number("12.5") + 1', 13.5],
    ['Number(7)', 7],
    ['Number("abc")', Number.NaN],
  ])('%s is %j', (source, expected) => {
    expect(run(source)).toStrictEqual(expected);
  });
});

describe('declarations, branches and errors of its own', () => {
  it.each<[string, unknown]>([
    ['let a = 1; a + 1', 2],
    ['a = 1; b = a + 1; return a + b;', 3],
    ['let n = n + 1; n', 6],
    ['let double = x => x * 2; [1, 2].map(double)', [2, 4]],
    ['let add = (a, b) => a + b; add(1, 2)', 3],
    ['(() => 4)()', 4],
    ['return 5;', 5],
    ['if (n > 3) { "big" } else { "small" }', 'big'],
    ['if (n > 9) { return 1; } else if (n > 3) { return 2; } else { return 3; }', 2],
    ['if (n > 9) { 1 } else { let m = n; m - 5 }', 0],
    ['try { missing } catch (e) { "caught" }', 'caught'],
    ['try { throw "no owner" } catch (e) { e.message }', 'no owner'],
    ['try { 1 } catch () { 2 }', 1],
    ['try { null.a } catch () { false }', false],
    ['try { try { throw "in" } catch (e) { throw e } } catch (e) { e.message }', 'in'],
    ['let x = 1; try { let x = 2; throw "a" } catch (e) { x }', 1],
  ])('%s is %j', (source, expected) => {
    expect(run(source)).toStrictEqual(expected);
  });
});

describe('dates', () => {
  it.each<[string, unknown]>([
    ['new Date("2026-11-01T10:00:00Z") < new Date("2026-11-01T12:00:00+01:00")', true],
    ['new Date("2026-11-01T10:00:00Z") == new Date("2026-11-01T11:00:00.000+0100")', true],
    ['new Date("2026-11-01T10:00:00Z") != new Date(0)', true],
    ['new Date().toISOString()', '2026-11-21T23:30:00.000Z'],
    ['new Date().minusDays(7).toISOString()', '2026-11-14T23:30:00.000Z'],
    ['new Date().plusHours(1).plusMinutes(-30).toISOString()', '2026-11-22T00:00:00.000Z'],
    ['new Date("2026-01-31T00:00:00Z").plusMonths(1).toISOString()', '2026-02-28T00:00:00.000Z'],
    ['new Date("2026-03-31T10:00:00Z").minusMonths(1).toISOString()', '2026-02-28T10:00:00.000Z'],
    ['new CalendarDate("2024-01-31").plusMonths(1).toISOString()', '2024-02-29'],
    ['new CalendarDate("2026-11-01") < new CalendarDate("2026-11-02")', true],
    ['new CalendarDate("2026-11-01").plusDays(1) == new CalendarDate("2026-11-02")', true],
    ['new CalendarDate().toISOString()', '2026-11-22'],
    ['new Date().toCalendarDate() == new CalendarDate("2026-11-22")', true],
    ['new Date().toCalendarDateUTC() == new CalendarDate("2026-11-21")', true],
  ])('%s is %j', (source, expected) => {
    expect(run(source)).toStrictEqual(expected);
  });
});
