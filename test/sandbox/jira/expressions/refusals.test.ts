import { describe, expect, it } from '@jest/globals';
import { analyse, evaluate, ExpressionError } from '../../../../sandbox/jira/expressions/index.ts';

function errorOf(source: string): ExpressionError {
  try {
    evaluate(source, { config: {}, n: 5, word: 'Cloud', list: [1] });
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
  throw new Error(`${source} was evaluated`);
}

describe('what is not grammar', () => {
  it.each<[string, string]>([
    ['', 'IDENTIFIER'],
    ['1 +', 'end of expression encountered'],
    ['1 === 1', '==='],
    ['1 !== 1', '!=='],
    ['n = 2', '; expected'],
    ['n += 1', '+='],
    ['+n', '+ encountered'],
    ['n++', '++'],
    ['if (n) { 1 }', 'else expected'],
    ['for (x of list) { x }', 'of encountered'],
    ['while (true) { 1 }', '{ encountered'],
    ['function f() { 1 }', 'f encountered'],
    ['(1', ') expected'],
    ['[1, 2', ', expected'],
    ['[1,]', '] encountered'],
    ['{a 1}', ': expected'],
    ['{a}', ': expected'],
    ['n.', 'IDENTIFIER expected'],
    ['n.1', '1 encountered'],
    ['"open', '" expected'],
    ['"a\nb"', '" expected'],
    ['`open ${n', '} expected'],
    ['`open', '` expected'],
    [String.raw`"\q"`, 'escape'],
    ['1a', 'followed by a'],
    ['1e5', 'followed by e'],
    ['a b', 'b encountered'],
    ['n ? 1', ': expected'],
    ['#', '#'],
    ['n & 1', '&'],
    ['/a/', '/ encountered'],
    ['let = 1; 2', 'IDENTIFIER expected'],
    ['try { 1 }', 'catch expected'],
    ['[1].map(x =>)', ') encountered'],
    ['[...list]', '...'],
    ['new Date', '( expected'],
    ['if (n) { 1 } else { 2 } + 1', '+ encountered'],
  ])('%j is refused as syntax, saying %j', (source, words) => {
    const error = errorOf(source);
    expect(error.kind).toBe('SYNTAX');
    expect(error.message).toContain(words);
    expect(analyse(source)).toMatchObject({ valid: false, errors: [{ kind: 'SYNTAX' }] });
  });

  it("is worded as in Jira's own description of an analysis", () => {
    expect(analyse('1 +> 2').errors).toStrictEqual([
      {
        kind: 'SYNTAX',
        line: 1,
        column: 4,
        message:
          '!, -, typeof, (, IDENTIFIER, null, true, false, NUMBER, STRING, TEMPLATE_LITERAL, new, [ or { expected, ' +
          '> encountered.',
      },
    ]);
  });

  it('says the line', () => {
    expect(errorOf('1 +\n  *')).toMatchObject({ line: 2, column: 3 });
  });

  it('includes more than 1000 characters', () => {
    expect(evaluate(`"${'a'.repeat(998)}"`, {})).toHaveLength(998);
    expect(errorOf(`"${'a'.repeat(1038)}"`).message).toBe(
      'Jira expression is too long (1040), limit: 1000 characters',
    );
  });
});

describe('what fails when evaluated', () => {
  it.each<[string, string]>([
    ['n == "5"', "Can't compare Number to String."],
    ['"5" != n', "Can't compare String to Number."],
    ['true == 1', "Can't compare Boolean to Number."],
    ['n > "1"', "Can't compare Number to String."],
    ['null < 1', "Can't compare null to Number."],
    ['true > false', "Can't compare Boolean to Boolean."],
    ['new Date(0) > new CalendarDate("2026-11-01")', "Can't compare Date to CalendarDate."],
    ['new Date(0) > null', "Can't compare Date to null."],
    ['n - "1"', "Operator - doesn't apply to Number and String."],
    ['null + 1', "Operator + doesn't apply to null and Number."],
    ['-"a"', "Operator - doesn't apply to String."],
    ['null.a', 'Type null does not have any properties'],
    ['config.absent.deeper', 'Type null does not have any properties'],
    ['missing', 'Unrecognized variable: "missing".'],
    ['n.foo', 'Unrecognized property of `Number`: "foo".'],
    ['word.startsWith("C")', "Available properties of type 'String' are: 'includes', 'indexOf'"],
    ['list.find(x => true)', 'Unrecognized property of `List`: "find".'],
    ['list.forEach(x => x)', "'some', 'sort'"],
    ['word[0]', "String can't be indexed by Number."],
    ['config[1]', "Map can't be indexed by Number."],
    ['n()', 'Number is not a function.'],
    ['word.trim(1)', '1 arguments'],
    ['(x => x)()', '0 arguments'],
    ['list.map(1)', 'Function expected, got Number.'],
    ['word.includes(1)', 'String expected, got Number.'],
    ['[].reduce((a, b) => a)', 'initial value'],
    ['new Foo()', 'Unrecognized type: Foo.'],
    ['new Date(true)', "Date can't be made of Boolean."],
    ['throw "Name an owner."', 'Name an owner.'],
    ['true && throw "no"', 'throw encountered'],
    ['true ? throw "no" : 1', 'no'],
    ['let f = x => f(x); f(1)', 'Unrecognized variable: "f".'],
    ['try { throw "a" } catch (e) { throw e }', 'a'],
  ])('%s: %s', (source, words) => {
    const error = errorOf(source);
    expect(error.kind).toBe(words.includes('encountered') ? 'SYNTAX' : 'TYPE');
    expect(error.message).toContain(words);
  });

  it('is placed in the source', () => {
    expect(errorOf('1 +\n missing')).toMatchObject({ line: 2, column: 2 });
  });
});

describe('what the sandbox does not model', () => {
  it.each<[string, string]>([
    ['1 // why', 'Comments'],
    ['/* why */ 1', 'Comments'],
    ['word.match("C")', 'String.match'],
    ['word.replace("C", "c")', 'String.replace'],
    ['word.padStart(9)', 'String.padStart'],
    ['"a".repeat(3)', 'String.repeat'],
    ['config.set("a", 1)', 'Map.set'],
    ['config.entries()', 'Map.entries'],
    ['new Issue("GOV-1")', 'new Issue'],
    ['new User("u")', 'new User'],
    ['new RichText(config)', 'new RichText'],
    ['new Date()', 'no clock'],
    ['new CalendarDate()', 'no clock'],
    ['new Date(0).toCalendarDate()', 'time zone'],
    ['new Date(0).toString()', 'Date.toString'],
    ['new Date(0).getFullYear()', 'Date.getFullYear'],
    ['new Date("29/Jun/18 10:16 PM")', 'as a Date'],
    ['new CalendarDate("2026-02-30")', 'as a CalendarDate'],
    ['list == list', 'two values of type List'],
    ['{a: 1} != {a: 1}', 'two values of type Map'],
    ['[list].includes(list)', 'two values of type List'],
    ['typeof null', 'typeof of a value of type null'],
    ['"a" + null', 'Writing a null'],
    ['`${list}`', 'Writing a List'],
    ['"" + 1 / 0', 'Writing a Number'],
    ['list[1]', 'Reading item 1 of a list of 1'],
    ['list[0 - 1]', 'Reading item -1'],
    ['config.absent?.deeper.still', 'after a ?.'],
    ['list.map((x, i) => i)', 'another number of parameters'],
    ['list.slice(0.5)', 'fraction'],
    ['Number("")', 'Number of ""'],
    ['Number(true)', 'Number of a Boolean'],
    ['throw 1', 'Throwing a value of type Number'],
    ['x => x', 'function as a result'],
    ['f = x => x(x); f(f)', 'operations deep'],
    ['l = [1,1,1,1,1,1,1,1,1,1]; l.map(a => l.map(b => l.map(c => l.map(d => 1))))', '10000 steps'],
    ['try { word.match("C") } catch () { true }', 'String.match'],
    [`${'('.repeat(200)}1${')'.repeat(200)}`, 'nested'],
    [`${'!'.repeat(200)}true`, 'nested'],
  ])('%s is refused by name: %s', (source, words) => {
    const error = errorOf(source);
    expect(error.kind).toBe('NOT_MODELLED');
    expect(error.message).toContain(words);
  });
});
