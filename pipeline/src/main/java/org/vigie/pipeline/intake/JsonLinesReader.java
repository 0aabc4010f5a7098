package org.vigie.pipeline.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads JSON Lines of the schema {@code advert-v1}. */
final class JsonLinesReader implements EntryReader {
  private final AdvertLines adverts;
  private final LineReader lines;
  private long line;

  JsonLinesReader(InputManifest input) throws IOException {
    adverts = new AdvertLines(input);
    lines = new LineReader(Path.of(input.path()));
  }

  @Override
  public @Nullable List<Intake> next() throws IOException {
    LineReader.Line next = lines.next();
    line++;
    if (next == null) {
      return null;
    }
    if (next.isFaulty()) {
      return List.of(adverts.dead(next.faultKind(), next.fault(), next.text(), line));
    }
    return next.text().isBlank()
        ? List.of()
        : List.of(adverts.read(withoutMark(next.text()), line));
  }

  @Override
  public void skip() throws IOException {
    lines.next();
    line++;
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public long bytesRead() {
    return lines.bytesRead();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private String withoutMark(String text) {
    return line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
