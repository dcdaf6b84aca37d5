import type { Column, Placeholder, SQL } from 'drizzle-orm';
import type { MySqlTable } from 'drizzle-orm/mysql-core';
import type { CloudService } from '../../../domain/responsibility/cloud-service';
import type { DecisionQuestion } from '../../../ports/decisions';

/** Rows that a part reads, all of one table. The columns have the part's own names. */
export interface Source<Name extends string = string> {
  /** Distinguishes these rows from all others in the statement. */
  name: string;
  table: MySqlTable;
  columns: Readonly<Record<Name, Column | SQL>>;
}

/** A row of a source. Numbers come as text: all selects of the statement share its columns. */
export type Cells<Name extends string> = Record<Name, string | null>;

export interface Found {
  /** In no order. */
  rowsOf<Name extends string>(source: Source<Name>): Cells<Name>[];
}

/** The places in the statement for what is asked. */
export interface Asked<Ask extends string> {
  at: Placeholder;
  /** The value of that name, of each question. */
  each(name: Ask): Placeholder[];
}

/**
 * What one subject contributes to the statement that decisions read. A subject declares its part beside its table; the
 * parts do not know each other.
 */
export interface Part<Ask extends string = string> {
  /** The values that its conditions compare with. No stored value is empty, so an empty one finds nothing. */
  asks: Readonly<Record<Ask, (question: DecisionQuestion) => string>>;
  selects(asked: Asked<Ask>): readonly { source: Source; where?: SQL | undefined }[];
}

/** What a register says at the instant of the questions, whatever is asked. */
export interface RegisterPart<Records> extends Part<never> {
  read(found: Found): Records;
}

/** What answers each question. */
export interface QuestionPart<Records, Ask extends string = string> extends Part<Ask> {
  /**
   * Parses the rows once.
   * @returns what they say about a question, given the service that it names
   */
  read(found: Found): (question: DecisionQuestion, service: CloudService | null) => Records;
}
