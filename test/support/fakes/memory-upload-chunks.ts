import type { Upload, UploadChunk, UploadChunks } from '../../../src/ports/upload-chunks';
import type { Faults } from './faults';

export function memoryUploadChunks(faults: Faults): UploadChunks {
  let kept: UploadChunk[] = [];
  const isOf = (chunk: Upload, { uploader, upload }: Upload) =>
    chunk.uploader === uploader && chunk.upload === upload;
  const chunksOf = (upload: Upload) =>
    kept.filter(chunk => isOf(chunk, upload)).sort((a, b) => a.number - b.number);
  return {
    keep: (chunk, outdated) =>
      faults.write('keep chunk', () => {
        const others = kept.filter(
          other => other.at >= outdated && !(isOf(other, chunk) && other.number === chunk.number),
        );
        kept = [...others, chunk];
      }),
    present: upload => faults.read('chunks present', () => chunksOf(upload).map(({ number }) => number)),
    text: upload =>
      faults.read('text of chunks', () =>
        chunksOf(upload)
          .map(({ text }) => text)
          .join(''),
      ),
    remove: upload =>
      faults.write('remove chunks', () => {
        kept = kept.filter(chunk => !isOf(chunk, upload));
      }),
  };
}
