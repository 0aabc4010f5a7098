package org.vigie.classifier.registry;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The file beside a model that says what it makes of a few invented inputs, so that a change shows:
 * a list of JSON objects, one for each input.
 */
public final class ExpectedScoresFile {
  /** Its name in the model's folder. */
  public static final String NAME = "expected-scores.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  private ExpectedScoresFile() {}

  /**
   * Writes it.
   *
   * @param all records or maps, each written as an object with its components in their order
   */
  public static void write(List<?> all, Path folder) throws IOException {
    Files.writeString(
        folder.resolve(NAME), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
  }

  /**
   * Reads it.
   *
   * @param type record whose components are the keys
   */
  public static <T> List<T> read(Path folder, Class<T> type) throws IOException {
    JavaType list = JSON.getTypeFactory().constructCollectionType(List.class, type);
    List<T> all = JSON.readValue(Files.readString(folder.resolve(NAME)), list);
    return List.copyOf(all);
  }
}
