package org.vigie.pipeline.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.file.AdvertObject;
import org.vigie.capture.file.FileSink;
import org.vigie.capture.file.PicturesBeside;

/**
 * Lines of the schema advert-v1 of which some name pictures, under the key {@code pictures} or a
 * field of that name. All others are kept as they are.
 */
public final class LinesWithPictures {
  /** Stands for all names beyond. */
  private static final int MOST_NAMES = 100_000;

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final KeptFile kept;
  private final PicturesBeside sink;

  LinesWithPictures(KeptFile kept, PicturesBeside.Folder beside) {
    this.kept = kept;
    sink = new PicturesBeside(kept, beside);
  }

  /** Returns how many pictures the lines of a file name, each counted once, up to 100,000. */
  public static long named(Path file) throws IOException {
    Set<String> names = new HashSet<>();
    try (LineReader lines = new LineReader(file)) {
      for (LineReader.Line line = lines.next();
          line != null && names.size() < MOST_NAMES;
          line = lines.next()) {
        boolean may = !line.isFaulty() && line.text().contains('"' + FileSink.PICTURES + '"');
        JsonNode advert = may ? parsed(line.text()) : null;
        if (advert != null) {
          String named = AdvertObject.pictures(advert);
          names.addAll(FileSink.pictureNames(Map.of(FileSink.PICTURES, named)));
        }
      }
    }
    return names.size();
  }

  void read(Path file) throws IOException {
    try (LineReader lines = new LineReader(file)) {
      for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
        if (line.isFaulty()) {
          kept.unread("", line.faultKind(), line.fault());
        } else if (!line.text().isBlank()) {
          read(line.text().replace("\uFEFF", ""));
        }
      }
    }
  }

  private void read(String line) throws IOException {
    JsonNode advert = parsed(line);
    String pictures = advert == null ? "" : AdvertObject.pictures(advert);
    if (advert == null || pictures.isEmpty()) {
      kept.line(line); // what is wrong with it is told where it is read
      return;
    }
    Map<String, String> parts = AdvertObject.parts(advert);
    Map<String, String> fields = AdvertObject.fields(advert);
    fields.put(FileSink.PICTURES, pictures);
    sink.row(parts, fields);
  }

  private static @Nullable JsonNode parsed(String line) {
    try {
      JsonNode advert = JSON.readTree(line);
      return advert != null && advert.isObject() ? advert : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
