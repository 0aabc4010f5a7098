package org.vigie.pipeline.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.vigie.capture.file.AdvertObject;
import org.vigie.capture.file.FileSink;

/** The pictures that lines of the schema advert-v1 name. */
public final class NamedPictures {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Stands for all names beyond. */
  private static final int MOST = 100_000;

  private NamedPictures() {}

  /** Returns how many pictures the lines of a file name, each counted once, up to 100,000. */
  public static long in(Path lines) throws IOException {
    Set<String> names = new HashSet<>();
    try (LineReader reader = new LineReader(lines)) {
      for (LineReader.Line line = reader.next();
          line != null && names.size() < MOST;
          line = reader.next()) {
        if (!line.isFaulty() && line.text().contains('"' + FileSink.PICTURES + '"')) {
          names.addAll(of(line.text()));
        }
      }
    }
    return names.size();
  }

  private static Set<String> of(String line) {
    try {
      String named = AdvertObject.pictures(JSON.readTree(line));
      return Set.copyOf(FileSink.pictureNames(Map.of(FileSink.PICTURES, named)));
    } catch (JsonProcessingException e) {
      return Set.of(); // told where it is read
    }
  }
}
