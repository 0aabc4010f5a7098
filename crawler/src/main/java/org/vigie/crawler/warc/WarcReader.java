package org.vigie.crawler.warc;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the responses of one WARC file, plain or gzip, in order. */
public final class WarcReader implements AutoCloseable {
  public static WarcReader open(Path warc) throws IOException {
    throw new IllegalStateException("placeholder");
  }

  /** Returns the next entry, or null at the end. */
  public @Nullable WarcEntry next() throws IOException {
    throw new IllegalStateException("placeholder");
  }

  /** Returns how many bytes of the file have been read. */
  public long bytesRead() {
    throw new IllegalStateException("placeholder");
  }

  @Override
  public void close() throws IOException {}
}
