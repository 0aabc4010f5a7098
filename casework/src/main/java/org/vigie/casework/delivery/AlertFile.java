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
  public void send(Alert alert) throws IOException {
    Files.writeString(
        file, RecordJson.write(alert) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
