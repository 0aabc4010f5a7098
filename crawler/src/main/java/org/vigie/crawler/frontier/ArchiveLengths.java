package org.vigie.crawler.frontier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.vigie.crawler.frontier.UrlStore.Table;

/** How far each archive file that may hold more is committed. */
record ArchiveLengths(UrlStore store) {
  /** Returns file → bytes. */
  Map<String, Long> all() {
    Map<String, Long> lengths = new HashMap<>();
    store.each(
        Table.WARCS,
        new byte[0],
        entry ->
            lengths.put(new String(entry.key(), UTF_8), ByteBuffer.wrap(entry.value()).getLong()));
    return lengths;
  }

  /** Keeps it as part of a transaction. */
  void keep(UrlStore.Batch batch, ArchivePosition position) throws IOException {
    batch.put(Table.WARCS, name(position), UrlStore.number(position.length()));
  }

  /** Keeps that a file is begun, or is as long as it will be; on disk when this returns. */
  void keep(ArchivePosition position, boolean complete) throws IOException {
    try (UrlStore.Batch batch = store.batch()) {
      if (complete) {
        batch.delete(Table.WARCS, name(position));
      } else {
        keep(batch, position);
      }
      store.write(batch);
    }
    store.sync();
  }

  private static byte[] name(ArchivePosition position) {
    return position.file().getBytes(UTF_8);
  }
}
