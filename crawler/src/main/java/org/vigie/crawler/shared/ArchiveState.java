package org.vigie.crawler.shared;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * How far an archive file of a process is committed, as JSON in the log: what stands behind that in
 * the file never counted.
 *
 * @param process whose file it is
 * @param file its name
 * @param length bytes from its start that are committed
 * @param complete whether the file was closed in order, so that all of it is committed
 */
record ArchiveState(String process, String file, long length, boolean complete) {
  private static final JsonMapper JSON = new JsonMapper();

  /** The name under which only the last state is kept. */
  String key() {
    return process + "/" + file;
  }

  byte[] bytes() throws IOException {
    return JSON.writeValueAsBytes(this);
  }

  static ArchiveState read(byte[] bytes) throws IOException {
    return JSON.readValue(bytes, ArchiveState.class);
  }
}
