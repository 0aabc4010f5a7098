package org.vigie.capture.file;

import java.io.IOException;

/** Bookmarks of a browser: places to crawl, not adverts, and so only said to be that. */
final class BookmarkReader implements FileReader {
  @Override
  public void read(FileSource file, FileSink sink) throws IOException {
    sink.unread(
        "",
        "bookmarks",
        "an input must hold adverts, but these are a browser's bookmarks; ./vigie crawl --seeds FILE takes them");
  }
}
