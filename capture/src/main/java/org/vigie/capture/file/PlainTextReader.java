package org.vigie.capture.file;

import java.io.IOException;

/** Plain text: one advert. */
final class PlainTextReader implements FileReader {
  @Override
  public void read(FileSource file, FileSink sink) throws IOException {
    boolean told = new RowBuilder().part("text", file.text()).to(sink);
    if (!told) {
      sink.unread("", "empty", "a text must have words, but has none");
    }
  }
}
