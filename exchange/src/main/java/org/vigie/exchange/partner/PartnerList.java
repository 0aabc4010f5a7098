package org.vigie.exchange.partner;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.files.failure.UserError;

/**
 * A list of contacts that a partner gave: a STIX 2.1 bundle, a MISP event, FollowTheMoney entities
 * or CSV.
 *
 * @param format what it was read as
 * @param selectors what can be watched, in the list's order; the same may stand there twice
 * @param unknown what can't be, by kind, with how many there are
 */
public record PartnerList(
    String format, List<PartnerSelector> selectors, SortedMap<String, Integer> unknown) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LARGEST = 64L << 20;

  public PartnerList {
    selectors = List.copyOf(selectors);
    unknown = new TreeMap<>(unknown);
  }

  /** A list while it is read. */
  static final class Builder {
    private final List<PartnerSelector> selectors = new ArrayList<>();
    private final SortedMap<String, Integer> unknown = new TreeMap<>();

    void add(PartnerSelector selector) {
      if (!selector.contact().isEmpty()) {
        selectors.add(selector);
      }
    }

    void addUnknown(String kind) {
      unknown.merge(kind, 1, Integer::sum);
    }

    int size() {
      return selectors.size();
    }

    PartnerList build(String format) {
      return new PartnerList(format, selectors, unknown);
    }
  }

  /**
   * Reads a list, whose format its content says.
   *
   * @throws UserError if it is of none of the four
   */
  public static PartnerList read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw UserError.ofInput(file + " must be a partner's list, but there is no such file");
    }
    if (Files.size(file) > LARGEST) {
      throw UserError.ofInput(
          "%s must have at most %d bytes, but has more".formatted(file, LARGEST));
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
    text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try {
      return text.startsWith("{") || text.startsWith("[") ? ofJson(text) : CsvList.read(text);
    } catch (JsonProcessingException e) {
      throw UserError.ofInput(file + " must be JSON, since it begins as such, but isn't");
    } catch (IllegalArgumentException e) {
      throw UserError.ofInput(file + " " + e.getMessage());
    }
  }

  private static PartnerList ofJson(String text) throws JsonProcessingException {
    JsonNode first = first(text);
    if (first.path("type").asText().equals("bundle")) {
      return StixList.read(first);
    }
    if (first.has("Event") || first.has("response") || first.path(0).has("Event")) {
      return MispList.read(first);
    }
    if (first.has("schema") && first.has("properties")) {
      return FtmList.read(text);
    }
    throw new IllegalArgumentException(
        "must be a STIX bundle, a MISP event, FollowTheMoney entities or CSV, but is other JSON");
  }

  /** Returns the first value: FollowTheMoney has several, one behind the other. */
  private static JsonNode first(String text) throws JsonProcessingException {
    try (JsonParser parser = JSON.createParser(text)) {
      return JSON.readTree(parser);
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory can be read", e);
    }
  }

  static JsonNode parse(String line) throws JsonProcessingException {
    return JSON.readTree(line);
  }
}
