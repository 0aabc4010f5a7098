package org.vigie.files.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;

/** A YAML file that a person writes. */
public final class YamlFile {
  /** Far more than any configuration needs; keeps a mistaken path from filling memory. */
  private static final long MAX_BYTES = 1 << 20;

  private YamlFile() {}

  /**
   * Returns what a file says.
   *
   * @param shown what errors call the file
   * @throws UserError if it can't be read or isn't YAML
   */
  public static Section read(Path file, String shown) {
    return new Section(shown, "", readTree(file, shown));
  }

  /** Returns the same as a tree; see {@link #read}. */
  public static JsonNode readTree(Path file, String shown) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw UserError.ofInput(
            "%s: must be at most %d bytes, but has %d"
                .formatted(shown, MAX_BYTES, Files.size(file)));
      }
      return tree(Files.readString(file), shown);
    } catch (IOException e) {
      throw new UserError(Exit.INPUT, shown + ": must be a readable UTF-8 file, but isn't", e);
    }
  }

  /** Returns what a text says; see {@link #read}. */
  public static Section parse(String yaml, String shown) {
    return new Section(shown, "", tree(yaml, shown));
  }

  /** Returns what a text says, as a tree; see {@link #read}. */
  public static JsonNode tree(String yaml, String shown) {
    try {
      JsonNode tree = StrictYaml.tree(yaml);
      return tree == null ? MissingNode.getInstance() : tree;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new UserError(
          Exit.INPUT, "%s: line %d: must be YAML, but %s".formatted(shown, line, firstLine(e)), e);
    }
  }

  private static String firstLine(JsonProcessingException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("can't be read");
  }
}
