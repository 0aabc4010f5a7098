package org.vigie.capture.picture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.vigie.capture.extract.SharedPages;

/** Pictures of other projects' tests with what a right reader returns; skipped where absent. */
final class SharedMedia {
  private SharedMedia() {}

  static Path folder() {
    return SharedPages.folder("media");
  }

  /** Returns file → what is expected of it, for the files below a folder. */
  static List<Map.Entry<String, JsonNode>> expected(String below) throws IOException {
    JsonNode all = new ObjectMapper().readTree(folder().resolve("expected.json").toFile());
    return all.properties().stream().filter(file -> file.getKey().startsWith(below + "/")).toList();
  }
}
