package org.vigie.classifier.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which model was in use when, a JSON object a line: the log by which a promotion is taken back.
 *
 * <p>The line is written before the manifest: a process that dies in between leaves a line whose
 * model is not in use, which the next rollback passes over.
 */
public final class Promotions {
  /** The log's name in the models folder. */
  public static final String NAME = "promotions.jsonl";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path models;

  /** The log of a models folder. */
  public Promotions(Path models) {
    this.models = models;
  }

  /**
   * Puts a model in use.
   *
   * @throws IllegalArgumentException if its files are not the listed ones
   */
  public void promote(Manifest manifest, String form, String model, Instant at, String user)
      throws IOException {
    manifest.requireUnaltered(models, model);
    log("promote", form, manifest.active().getOrDefault(form, ""), model, at, user);
    manifest.withActive(form, model).write(models);
  }

  /** Takes the model of a form out of use, and puts no other in its place. */
  public void retire(Manifest manifest, String form, Instant at, String user) throws IOException {
    log("retire", form, manifest.requireActive(form), "", at, user);
    manifest.withoutActive(form).write(models);
  }

  /**
   * Puts the model in use again that the present one took the place of.
   *
   * @return its name
   * @throws IllegalArgumentException if there is none, or its files are not the listed ones
   */
  public String rollback(Manifest manifest, String form, Instant at, String user)
      throws IOException {
    String present = manifest.requireActive(form);
    String before = before(form, present);
    manifest.requireUnaltered(models, before);
    log("rollback", form, present, before, at, user);
    manifest.withActive(form, before).write(models);
    return before;
  }

  private String before(String form, String present) throws IOException {
    Deque<String[]> steps = new ArrayDeque<>();
    Path file = models.resolve(NAME);
    for (String line :
        Files.exists(file) ? Files.readAllLines(file) : java.util.List.<String>of()) {
      JsonNode step = JSON.readTree(line);
      if (step.path("form").asText().equals(form)) {
        if (step.path("what").asText().equals("rollback")) {
          steps.pollLast();
        } else {
          steps.addLast(new String[] {step.path("from").asText(), step.path("to").asText()});
        }
      }
    }
    while (!steps.isEmpty() && !steps.getLast()[1].equals(present)) {
      steps.removeLast();
    }
    if (steps.isEmpty() || steps.getLast()[0].isEmpty()) {
      throw new IllegalArgumentException(
          "%s must tell what %s took the place of, but doesn't".formatted(file, present));
    }
    return steps.getLast()[0];
  }

  private void log(String what, String form, String from, String to, Instant at, String user)
      throws IOException {
    Map<String, String> line = new TreeMap<>();
    line.put("what", what);
    line.put("form", form);
    line.put("from", from);
    line.put("to", to);
    line.put("at", at.toString());
    line.put("user", user);
    Files.writeString(
        models.resolve(NAME),
        JSON.writeValueAsString(line) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
