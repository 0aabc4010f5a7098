package org.vigie.files.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.files.failure.UserError;

/**
 * One mapping of a YAML file, which is asked for its keys one by one and then complains about those
 * that nobody asked for.
 */
public final class Section {
  private final String file;
  private final String path;
  private final JsonNode node;
  private final Set<String> asked = new TreeSet<>();

  /**
   * Takes a mapping.
   *
   * @param file what errors call the file
   * @param path keys that lead here, with a point after each; empty at the top
   * @param node the mapping, or an absent or null node for an empty one
   */
  public Section(String file, String path, JsonNode node) {
    this.file = file;
    this.path = path;
    this.node = node;
    boolean empty =
        node.isMissingNode() || node.isNull() || (node.isTextual() && node.textValue().isEmpty());
    if (!node.isObject() && !empty) {
      throw UserError.ofInput(
          "%s: %s must be a mapping of keys to values, but isn't"
              .formatted(file, path.isEmpty() ? "the file" : path.substring(0, path.length() - 1)));
    }
  }

  /** Returns the mapping below a key; an empty one if the key is absent. */
  public Section section(String key) {
    JsonNode below = find(key);
    return new Section(file, path + key + ".", below == null ? MissingNode.getInstance() : below);
  }

  /** Returns the mappings in a list; none if the key is absent. */
  public List<Section> sections(String key) {
    JsonNode list = find(key);
    if (list == null) {
      return List.of();
    }
    if (!list.isArray()) {
      throw must(key, "be a list", list);
    }
    List<Section> sections = new ArrayList<>();
    for (JsonNode entry : list) {
      sections.add(new Section(file, path + key + "[" + sections.size() + "].", entry));
    }
    return sections;
  }

  /** Returns the texts in a list; none if the key is absent. */
  public List<String> texts(String key) {
    JsonNode list = find(key);
    if (list == null) {
      return List.of();
    }
    if (!list.isArray()) {
      throw must(key, "be a list", list);
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode entry : list) {
      if (!entry.isValueNode()) {
        throw must(key, "be a list of texts", entry);
      }
      texts.add(entry.asText().strip());
    }
    return texts;
  }

  /** Returns whether the value of a key is a mapping. */
  public boolean isMapping(String key) {
    JsonNode value = find(key);
    return value != null && value.isObject();
  }

  /** Returns the texts under a key, which may be one or a list; none if the key is absent. */
  public List<String> oneOrMore(String key) {
    JsonNode value = find(key);
    if (value != null && value.isArray()) {
      return texts(key);
    }
    String one = text(key, "");
    return one.isEmpty() ? List.of() : List.of(one);
  }

  /** Returns the keys that are there, in the order in which they stand. */
  public List<String> keys() {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** Returns what errors call the place of a key. */
  public String place(String key) {
    return file + ": " + path + key;
  }

  /** Returns a text, or {@code absent} if the key is absent. */
  public String text(String key, String absent) {
    JsonNode value = find(key);
    if (value == null) {
      return absent;
    }
    if (!value.isValueNode()) {
      throw must(key, "be a text", value);
    }
    return value.asText().strip();
  }

  /** Returns a text that must be there and not blank. */
  public String required(String key) {
    String value = text(key, "");
    if (value.isEmpty()) {
      throw must(key, "be there", MissingNode.getInstance());
    }
    return value;
  }

  /** Returns one of an enum's names, in any case, or {@code absent} if the key is absent. */
  public <T extends Enum<T>> T choice(String key, T absent, Class<T> type) {
    JsonNode value = find(key);
    if (value == null) {
      return absent;
    }
    List<String> names = new ArrayList<>();
    for (T constant : type.getEnumConstants()) {
      String name = constant.name().toLowerCase(Locale.ROOT);
      if (name.equals(value.asText().strip().toLowerCase(Locale.ROOT))) {
        return constant;
      }
      names.add(name);
    }
    throw must(key, "be one of " + String.join(", ", names), value);
  }

  /** Returns whether something is to be, or {@code absent} if the key is absent. */
  public boolean flag(String key, boolean absent) {
    JsonNode value = find(key);
    if (value == null) {
      return absent;
    }
    String word = value.asText().strip();
    if (!word.equals("true") && !word.equals("false")) {
      throw must(key, "be true or false", value);
    }
    return word.equals("true");
  }

  /** Returns a whole number in a range, or {@code absent} if the key is absent. */
  public int integer(String key, int absent, int least, int most) {
    JsonNode value = find(key);
    if (value == null) {
      return absent;
    }
    if (!value.isIntegralNumber()
        || !value.canConvertToInt()
        || value.intValue() < least
        || value.intValue() > most) {
      throw must(key, "be a whole number from %d to %d".formatted(least, most), value);
    }
    return value.intValue();
  }

  /** Returns a number in [0, 1], or {@code absent} if the key is absent. */
  public double share(String key, double absent) {
    JsonNode value = find(key);
    if (value == null) {
      return absent;
    }
    if (!value.isNumber() || !(value.doubleValue() >= 0 && value.doubleValue() <= 1)) {
      throw must(key, "be a number in [0, 1]", value);
    }
    return value.doubleValue();
  }

  /** Returns a duration of at least {@code least}, or {@code absent} if the key is absent. */
  public Duration duration(String key, Duration absent, Duration least) {
    JsonNode value = find(key);
    if (value == null) {
      return absent;
    }
    Duration duration =
        DurationText.parse(value.asText())
            .orElseThrow(() -> must(key, "be a duration such as 2s (units ms, s, m, h, d)", value));
    if (duration.compareTo(least) < 0) {
      throw must(key, "be a duration of at least " + least.toMillis() + "ms", value);
    }
    return duration;
  }

  /** Returns a number of whole days from 1 to {@code most}, or {@code absent} likewise. */
  public int days(String key, int absent, int most) {
    JsonNode value = find(key);
    if (value == null) {
      return absent;
    }
    Duration duration = DurationText.parse(value.asText()).orElse(Duration.ZERO);
    long days = duration.toDays();
    if (days < 1 || days > most || !duration.equals(Duration.ofDays(days))) {
      throw must(key, "be a number of whole days from 1d to " + most + "d", value);
    }
    return (int) days;
  }

  /** Returns a number of bytes, at least {@code least}, or {@code absent} if the key is absent. */
  public long bytes(String key, long absent, long least) {
    JsonNode value = find(key);
    if (value == null) {
      return absent;
    }
    long bytes =
        SizeText.parse(value.asText())
            .orElseThrow(() -> must(key, "be a size such as 8MiB (units B, KiB, MiB, GiB)", value));
    if (bytes < least) {
      throw must(key, "be a size of at least " + least + "B", value);
    }
    return bytes;
  }

  /**
   * Ends the reading.
   *
   * @throws UserError if the mapping holds a key that was not asked for
   */
  public void done() {
    List<String> unknown =
        node.propertyStream().map(Map.Entry::getKey).filter(k -> !asked.contains(k)).toList();
    if (!unknown.isEmpty()) {
      throw UserError.ofInput(
          "%s: %s%s is no known key; known here: %s"
              .formatted(file, path, unknown.getFirst(), String.join(", ", asked)));
    }
  }

  /** Returns an error about a key, in the form every error about a key has. */
  public UserError must(String key, String hold, JsonNode found) {
    return UserError.ofInput(
        "%s: %s%s: must %s, but %s".formatted(file, path, key, hold, was(found)));
  }

  private static String was(JsonNode found) {
    if (found.isMissingNode()) {
      return "is missing";
    }
    return found.isValueNode() ? "was '" + found.asText() + "'" : "was a list or mapping";
  }

  private @Nullable JsonNode find(String key) {
    asked.add(key);
    JsonNode value = node.get(key);
    return value == null || value.isNull() ? null : value;
  }
}
