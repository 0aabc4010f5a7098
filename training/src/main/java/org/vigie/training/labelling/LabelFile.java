package org.vigie.training.labelling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The file of labels, a JSON object a line with the keys id, reviewer, risky and at. It only grows:
 * who changes their mind adds a line, and the later one holds.
 */
public final class LabelFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  /** The labels in a file, which need not exist yet. */
  public LabelFile(Path file) {
    this.file = file;
  }

  /**
   * Returns the labels, oldest first.
   *
   * @throws IllegalArgumentException if a line is not as described; names file and line
   */
  public List<Label> read() throws IOException {
    List<Label> labels = new ArrayList<>();
    int number = 0;
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      number++;
      if (!line.isBlank()) {
        labels.add(parse(line, file + ":" + number));
      }
    }
    return labels;
  }

  /** Adds a label; it is on the disk when this returns, so that no answer has to be given twice. */
  public void add(Label label) throws IOException {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", label.id());
    node.put("reviewer", label.reviewer());
    node.put("risky", label.risky());
    node.put("at", label.at().toString());
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      ByteBuffer line =
          ByteBuffer.wrap((JSON.writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8));
      while (line.hasRemaining()) {
        channel.write(line);
      }
      channel.force(true);
    }
  }

  private static Label parse(String line, String place) {
    try {
      JsonNode node = JSON.readTree(line);
      if (!node.path("risky").isBoolean()) {
        throw new IllegalArgumentException("risky is no truth value");
      }
      return new Label(
          node.path("id").asText(),
          node.path("reviewer").asText(),
          node.path("risky").asBoolean(),
          Instant.parse(node.path("at").asText()));
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          place + " must be a JSON object with id, reviewer, risky and at, but isn't", e);
    }
  }
}
