import { describe, expect, it } from '@jest/globals';
import { peopleWhoMay, type Standing } from '../../../src/domain/bypass/who-may';
import type { Who } from '../../../src/domain/work-type/work-type';
import { APP, CLOUD, ENGINEER } from '../../support/builders/company';

const STANDING: Standing = {
  creator: ENGINEER,
  accountable: CLOUD,
  performer: APP,
  beneficiary: null,
};

describe('peopleWhoMay', () => {
  it.each<[Who, Partial<Standing>, 'editors' | string[]]>([
    ['editor', {}, 'editors'],
    ['accountable', {}, [CLOUD]],
    ['accountable', { accountable: null }, []],
    ['app', {}, []],
    ['accountable or performer', {}, [CLOUD, APP]],
    ['accountable or performer', { performer: null }, [CLOUD]],
    ['accountable or performer', { performer: CLOUD }, [CLOUD]],
    ['accountable or performer', { beneficiary: APP }, [CLOUD, APP]],
    ['accountable or performer, never the beneficiary', {}, [CLOUD, APP]],
    ['accountable or performer, never the beneficiary', { beneficiary: APP }, [CLOUD]],
    ['accountable or performer, never the beneficiary', { beneficiary: CLOUD }, [APP]],
    ['accountable or performer, never the beneficiary', { accountable: null, beneficiary: APP }, []],
    ['creator', {}, [ENGINEER]],
    ['creator or accountable', {}, [ENGINEER, CLOUD]],
    ['creator or accountable', { accountable: ENGINEER }, [ENGINEER]],
  ])('"%s" with %j is %j', (who, standing, people) => {
    expect(peopleWhoMay(who, { ...STANDING, ...standing })).toEqual(people);
  });
});
