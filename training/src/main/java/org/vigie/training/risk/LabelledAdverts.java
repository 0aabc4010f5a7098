package org.vigie.training.risk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.vigie.advert.ContentId;

/** Reads labelled adverts from JSON Lines with the keys id, label, group and text. */
final class LabelledAdverts {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A contact that was replaced by a token, such as {@code #PHONE_0a1b…#}, with 64 digits. */
  private static final int HASH_LENGTH = 64;

  private LabelledAdverts() {}

  /**
   * Reads a file, gzipped if its name ends in {@code .gz}.
   *
   * @throws IllegalArgumentException if a line is not as described; names file and line
   */
  static List<LabelledAdvert> read(Path file) throws IOException {
    List<LabelledAdvert> adverts = new ArrayList<>();
    for (JsonNode node : nodes(file)) {
      adverts.add(of(node, file + ":" + (adverts.size() + 1)));
    }
    return adverts;
  }

  /**
   * Reads a file in which each advert must have a label, 0 or 1, and none may be marked as of minor
   * risk. Adverts without a group that say the same, word for word, are of one campaign.
   *
   * @throws IllegalArgumentException if a line is not as described, or there is none; names file
   *     and line
   */
  static List<LabelledAdvert> readJudged(Path file) throws IOException {
    requireNoneOfMinorRisk(file);
    List<LabelledAdvert> adverts = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode node : nodes(file)) {
      String place = file + ":" + (adverts.size() + 1);
      JsonNode label = node.path("label");
      if (!label.isInt() || label.asInt() < 0 || label.asInt() > 1) {
        throw new IllegalArgumentException(
            place + " needs the key label with 0 (ordinary) or 1 (risky)");
      }
      LabelledAdvert advert = of(node, place);
      if (!ids.add(advert.id())) {
        throw new IllegalArgumentException(place + " has an id that an earlier line has too");
      }
      adverts.add(node.path("group").asText("").isEmpty() ? alone(advert) : advert);
    }
    if (adverts.isEmpty()) {
      throw new IllegalArgumentException(file + " needs labelled adverts, but holds none");
    }
    return adverts;
  }

  private static LabelledAdvert alone(LabelledAdvert advert) {
    return new LabelledAdvert(
        advert.id(), advert.risk(), ContentId.of("", advert.text()), advert.text());
  }

  private static List<JsonNode> nodes(Path file) throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null) {
        if (!line.isBlank()) {
          nodes.add(parse(line, file + ":" + (nodes.size() + 1)));
        }
        line = lines.readLine();
      }
    }
    return nodes;
  }

  /**
   * Requires that no advert of a file carries {@code "minorRisk": true}: such adverts go their own
   * way, and are in no set that models are trained or judged by.
   */
  static void requireNoneOfMinorRisk(Path file) throws IOException {
    int number = 0;
    for (JsonNode node : nodes(file)) {
      number++;
      if (node.path("minorRisk").asBoolean(false)) {
        throw new IllegalArgumentException(
            "%s must hold no advert of minor risk, but advert %d is".formatted(file, number));
      }
    }
  }

  static Set<String> idsOfMinorRisk(Path file) throws IOException {
    Set<String> ids = new HashSet<>();
    for (JsonNode node : nodes(file)) {
      if (node.path("minorRisk").asBoolean(false)) {
        ids.add(node.path("id").asText());
      }
    }
    return ids;
  }

  private static JsonNode parse(String line, String place) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(place + " must be a JSON object", e);
    }
  }

  private static LabelledAdvert of(JsonNode node, String place) {
    String id = node.path("id").asText();
    String text = node.path("text").asText();
    if (id.isEmpty() || text.isBlank()) {
      throw new IllegalArgumentException(place + " needs the keys id and text");
    }
    int label = node.path("label").asInt(0);
    return new LabelledAdvert(id, label == 1, node.path("group").asText(id), withoutTokens(text));
  }

  /** Puts an invented contact of the same kind in the place of each contact token. */
  static String withoutTokens(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    for (int hash = text.indexOf('#'); hash >= 0; hash = text.indexOf('#', hash + 1)) {
      String kind = kindAt(text, hash);
      if (!kind.isEmpty() && hash >= from) {
        out.append(text, from, hash).append(' ').append(standIn(kind)).append(' ');
        from = hash + kind.length() + HASH_LENGTH + 3;
      }
    }
    return out.append(text, from, text.length()).toString();
  }

  private static String kindAt(String text, int hash) {
    for (String kind : List.of("EMAIL", "PHONE", "URL")) {
      int end = hash + kind.length() + HASH_LENGTH + 2;
      if (text.startsWith(kind + "_", hash + 1) && end < text.length() && text.charAt(end) == '#') {
        return kind;
      }
    }
    return "";
  }

  private static String standIn(String kind) {
    return switch (kind) {
      case "EMAIL" -> "contact@example.org";
      case "PHONE" -> "+12025550123";
      default -> "http://example.org/";
    };
  }
}
