import type { CloudService } from '../responsibility/cloud-service';
import type { FieldValues } from '../work-type/fields';

/** The service of a ticket, as it is decided upon: whatever its option is called, and whatever provider it has later. */
export type DecidedService = Pick<CloudService, 'key' | 'provider'>;

/** What a person reads beside the fields, by the hash of each: what people write may name people. */
export interface DecidedText {
  summary: string;
  /** Null when there is none. */
  description: string | null;
}

/** A file that was attached when the ticket was submitted: part of what is decided, by its bytes. */
export interface DecidedFile {
  /** Of the attachment: Jira never gives one other bytes, so that a replaced file is another attachment. */
  id: string;
  filename: string;
  /** Of its bytes, in lower-case hexadecimal. */
  sha256: string;
}

/** Everything that a person reads to decide. Source: domain rules, "Frozen"; white-space requirement 2. */
export interface DecidedParts {
  /** As they will be once the screen is saved. */
  fields: Partial<FieldValues>;
  /** Null where the ticket names none, or one that nothing knows. */
  service: DecidedService | null;
  text: DecidedText;
  files: readonly DecidedFile[];
  /** What of the ticket's subject is decided; null where the ticket itself is all. */
  subject: object | null;
}
