package org.vigie.capture.file;

import java.io.IOException;

/** The way in which one kind of file is read. Keeps no state. */
interface FileReader {
  /**
   * Hands on what a file holds. What can't be read is handed on as such, and the rest is read.
   *
   * @throws IOException if the file as a whole is broken, with a message that says how
   */
  void read(FileSource file, FileSink sink) throws IOException;
}
