package org.vigie.lab.verify.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.capture.warc.WarcEntry;
import org.vigie.capture.warc.WarcReader;
import org.vigie.files.digest.Sha256;

/** Captures with their payloads, as adverts are read from them. */
record ShownCaptures(Path folder) implements StoredView {
  @Override
  public String kind() {
    return "captures";
  }

  @Override
  public String named(Path damaged) {
    return "warc-";
  }

  @Override
  public String all() throws IOException {
    StringBuilder shown = new StringBuilder();
    for (Path file : files()) {
      try (WarcReader reader = WarcReader.open(file)) {
        WarcEntry entry;
        while ((entry = reader.next()) != null) {
          shown.append(text(entry));
        }
      }
    }
    return shown.toString();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(file -> file.toString().contains(".warc")).sorted().toList();
    }
  }

  private static String text(WarcEntry entry) throws IOException {
    return switch (entry) {
      case WarcEntry.Captured captured ->
          captured.capture() + Sha256.label(Sha256.digester().digest(captured.payload()));
      case WarcEntry.Unreadable bad -> throw new IOException(bad.kind());
      default -> entry.toString();
    };
  }
}
