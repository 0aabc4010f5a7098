package org.vigie.capture.warc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcMetadata;
import org.vigie.capture.picture.PictureReading;
import org.vigie.capture.picture.ReadingLine;
import org.vigie.files.digest.Sha256;

/**
 * A copy of a WARC file in which what was read of pictures stands behind the page that shows them,
 * in the place of the pictures. All other records are as they were, byte for byte.
 */
public final class PicturedCopy {
  private static final int BUFFER_BYTES = 1 << 16;

  private final FileChannel out;
  private final RecordWriter writer;

  private PicturedCopy(FileChannel out, boolean compressed) {
    this.out = out;
    this.writer = new RecordWriter(out, compressed);
  }

  /**
   * What was read of a picture of a page.
   *
   * @param url where the picture stood
   * @param at when it was fetched
   */
  public record Note(String url, Instant at, PictureReading reading) {}

  /**
   * Writes the copy.
   *
   * @param notes where the record of a page begins → its pictures
   * @param leftOut where records begin that hold pictures
   * @param copy a file that doesn't exist yet; not compressed if {@code warc} is so as a whole
   */
  public static void write(Path warc, Map<Long, List<Note>> notes, Set<Long> leftOut, Path copy)
      throws IOException {
    boolean compressed;
    boolean whole;
    try (RecordSource source = RecordSource.open(warc)) {
      whole = source.isWhole();
      compressed = source.isGzip() && !whole;
    }
    try (FileChannel out =
            FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        InputStream raw = new BufferedInputStream(Files.newInputStream(warc), BUFFER_BYTES);
        InputStream in = whole ? new GZIPInputStream(raw, BUFFER_BYTES) : raw) {
      PicturedCopy written = new PicturedCopy(out, compressed);
      try {
        written.write(in, RecordPlaces.of(warc), notes, leftOut);
      } finally {
        written.writer.close();
      }
    }
  }

  /** What belongs to no record is copied too: that it is damaged is told where it is read. */
  private void write(
      InputStream in, List<RecordPlace> places, Map<Long, List<Note>> notes, Set<Long> leftOut)
      throws IOException {
    long at = 0;
    for (RecordPlace place : places) {
      copy(in, place.range().from() - at);
      if (leftOut.contains(place.range().from())) {
        in.skipNBytes(place.range().length());
      } else {
        copy(in, place.range().length());
      }
      at = place.range().to();
      if (!place.id().isEmpty()) {
        for (Note note : notes.getOrDefault(place.range().from(), List.of())) {
          add(note, place.id());
        }
      }
    }
    copy(in, Long.MAX_VALUE);
  }

  private void add(Note note, String pageId) throws IOException {
    String fields =
        "page: %s\r\n%s: %s\r\n%s: %s\r\n"
            .formatted(
                pageId,
                WarcFile.IMAGE_URL_DIGEST,
                Sha256.of(note.url().getBytes(UTF_8)),
                WarcFile.PICTURE_READING,
                ReadingLine.of(note.reading()));
    byte[] block = fields.getBytes(UTF_8);
    String digest = Sha256.of(block);
    String id = UUID.nameUUIDFromBytes((note.url() + '\n' + digest).getBytes(UTF_8)).toString();
    WarcMetadata record =
        new WarcMetadata.Builder()
            .targetURI(note.url())
            .body(MediaType.WARC_FIELDS, block)
            .version(MessageVersion.WARC_1_1)
            .date(note.at())
            .setHeader("WARC-Record-ID", "<urn:uuid:" + id + ">")
            .setHeader("WARC-Block-Digest", digest)
            .setHeader(WarcFile.PART_OF, pageId)
            .build();
    writer.add(record, block);
    writer.flush();
  }

  private void copy(InputStream in, long most) throws IOException {
    long left = most;
    while (left > 0) {
      byte[] bytes = in.readNBytes((int) Math.min(left, BUFFER_BYTES));
      if (bytes.length == 0) {
        return;
      }
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        out.write(buffer);
      }
      left -= bytes.length;
    }
  }
}
