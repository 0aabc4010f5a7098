package org.vigie.training.sign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * In how many of the texts of others that say a sign the right family was found, by language, as
 * {@code vigie verify signs} measured it last.
 *
 * @param languages ISO 639-1 code → counts
 */
public record SignRecall(SortedMap<String, Count> languages) {
  /** Where the figures stand below the program's folder. */
  public static final String FILE = "docs/reference/sign-recall.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  public SignRecall {
    languages = new TreeMap<>(languages);
  }

  /**
   * Counts of one language.
   *
   * @param found texts in which the right family was found
   * @param texts texts that say a sign
   */
  public record Count(int found, int texts) {
    public Count {
      if (found < 0 || found > texts) {
        throw new IllegalArgumentException(
            "found must be from 0 to texts, but was %d of %d".formatted(found, texts));
      }
    }

    Count plus(Count more) {
      return new Count(found + more.found, texts + more.texts);
    }

    /** Returns the share found, from 0 to 1. */
    public double share() {
      return texts == 0 ? 0 : (double) found / texts;
    }
  }

  /**
   * Reads the figures below the program's folder; nothing where there are none.
   *
   * @throws IllegalArgumentException if the file is no such figures; names it
   */
  public static SignRecall in(Path home) throws IOException {
    Path file = home.resolve(FILE);
    return Files.exists(file) ? read(file) : new SignRecall(new TreeMap<>());
  }

  private static SignRecall read(Path file) throws IOException {
    SortedMap<String, Count> languages = new TreeMap<>();
    for (var one : JSON.readTree(Files.readString(file)).path("languages").properties()) {
      JsonNode counts = one.getValue();
      if (!counts.path("found").isInt() || !counts.path("texts").isInt()) {
        throw new IllegalArgumentException(
            "%s needs found and texts of language %s, whole numbers; write it anew with ./vigie verify signs"
                .formatted(FILE, one.getKey()));
      }
      languages.put(
          one.getKey(), new Count(counts.path("found").asInt(), counts.path("texts").asInt()));
    }
    return new SignRecall(languages);
  }

  /** Writes the figures as JSON. */
  public void write(Path file) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("writtenBy", "./vigie verify signs --recall " + FILE);
    ObjectNode all = root.putObject("languages");
    languages.forEach((language, count) ->
        all.putObject(language).put("found", count.found()).put("texts", count.texts()));
    Files.writeString(file, root.toPrettyString() + "\n");
  }

  /** Returns the counts of a language; nothing where it was not measured. */
  public Optional<Count> of(String language) {
    return Optional.ofNullable(languages.get(language));
  }
}
