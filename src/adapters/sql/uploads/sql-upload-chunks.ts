import { and, asc, eq, gt, lt, sql } from 'drizzle-orm';
import type { Upload, UploadChunks } from '../../../ports/upload-chunks';
import type { Database } from '../database';
import { uploadChunkRecord, uploadChunks } from './upload-table';

/** Chunks per statement: a response has at most 4 MiB, and a chunk some 500 kB. */
const CHUNKS_PER_READ = 4;

/** Chunks of uploads in Forge SQL. */
export function sqlUploadChunks(database: Database): UploadChunks {
  const ofUpload = ({ uploader, upload }: Upload) =>
    and(eq(uploadChunks.uploader, uploader), eq(uploadChunks.upload, upload));
  return {
    keep: async ({ uploader, upload, number, text, at }, outdated) => {
      await database.delete(uploadChunks).where(lt(uploadChunks.at, outdated));
      const column = (name: string) => sql.identifier(name);
      await database.execute(
        sql`replace into ${uploadChunks} (${column('uploader')}, ${column('upload')}, ${column('number')}, ${column('at')}, ${column('record')}) values (${uploader}, ${upload}, ${number}, ${at}, ${JSON.stringify({ text })})`,
      );
    },
    present: async upload => {
      const rows = await database
        .select({ number: uploadChunks.number })
        .from(uploadChunks)
        .where(ofUpload(upload))
        .orderBy(asc(uploadChunks.number));
      return rows.map(({ number }) => number);
    },
    text: async upload => {
      const texts: string[] = [];
      for (let last = 0; ;) {
        const rows = await database
          .select({ number: uploadChunks.number, record: uploadChunks.record })
          .from(uploadChunks)
          .where(and(ofUpload(upload), gt(uploadChunks.number, last)))
          .orderBy(asc(uploadChunks.number))
          .limit(CHUNKS_PER_READ);
        texts.push(...rows.map(({ record }) => uploadChunkRecord.parse(record).text));
        const end = rows.at(-1);
        if (!end) return texts.join('');
        last = end.number;
      }
    },
    remove: async upload => {
      await database.delete(uploadChunks).where(ofUpload(upload));
    },
  };
}
