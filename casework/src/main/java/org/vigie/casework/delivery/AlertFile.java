package org.vigie.casework.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.vigie.advert.Alert;
import org.vigie.search.document.RecordJson;

/**
 * A file to which alerts are appended, a JSON object a line.
 *
 * @param file the file
 */
public record AlertFile(Path file) implements AlertSink {
  @Override
  public String name() {
    return "file";
  }

  @Override
  public String content(Alert alert) {
    return RecordJson.write(alert) + "\n";
  }

  @Override
  public void send(Alert alert, String content) throws IOException {
    Files.writeString(file, content, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
